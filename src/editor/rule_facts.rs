use super::Current;
use crate::assess::State;
use crate::wording::{self, rules_sheet};

/// A rule as its document has it, and how the plan stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFact {
    /// The rule in a sentence, without its stop.
    pub text: String,
    /// Its state; `None` where nothing can be said of it yet.
    pub state: Option<State>,
    /// The learner's own figure: “you have 13”.
    pub figure: String,
    /// The heading under which it stands in the document.
    pub heading: String,
    /// How we read it, where it can be read in more than one way.
    pub reading: Option<String>,
}

impl Current<'_> {
    /// Every rule of the qualification, in its order, with how the plan stands to it.
    #[must_use]
    pub fn rule_facts(&self) -> Vec<RuleFact> {
        let of = self.qualification;
        let rules = of.rules.iter();
        let facts = rules.map(|rule| {
            let mut judged = self.assessment.judgements.iter();
            let found = judged.find(|one| one.rule == rule.id);
            RuleFact {
                text: wording::rule(of, rule).trim_end_matches('.').to_owned(),
                state: found.map(|found| found.state),
                figure: rules_sheet::figure(of, self.plan, rule, found),
                heading: rule.source.heading.clone(),
                reading: rule.note.clone(),
            }
        });
        facts.collect()
    }

    /// The hours of the plan and those that the document publishes, as terms with their values. They are
    /// not added up: documents do not say how they hang together.
    #[must_use]
    pub fn hours(&self) -> Vec<(&'static str, String)> {
        let own = rules_sheet::guided_hours(self.qualification, self.assessment);
        let published = wording::published_hours(self.qualification);
        own.into_iter().chain(published).collect()
    }
}
