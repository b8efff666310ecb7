use crate::assess::{Assessment, State};
use crate::qualification::Qualification;
use crate::wording;

/// A rule with its state for a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// Its state.
    pub state: State,
    /// The state in a few words.
    pub headline: String,
    /// The numbers behind it, or the rule itself.
    pub detail: String,
    /// What to do, where there is something to say.
    pub advice: Option<String>,
}

/// The rules one by one; before them the rules that cannot be met together, if there are any.
#[must_use]
pub fn rules(qualification: &Qualification, found: &Assessment) -> Vec<RuleView> {
    let collision = wording::collision(qualification, found).map(|rules| RuleView {
        state: found.state,
        headline: wording::CANNOT_ALL_BE_MET.to_owned(),
        detail: rules,
        advice: None,
    });
    let judgements = found.judgements.iter().map(|judgement| {
        let line = wording::judgement(qualification, judgement);
        RuleView {
            state: judgement.state,
            headline: line.headline,
            detail: line.detail,
            advice: line.advice,
        }
    });
    collision.into_iter().chain(judgements).collect()
}
