use super::Current;
use crate::plan::History;
use crate::qualification::{Form, RuleId};
use crate::wording;

/// A condition of a rule that is no unit, to be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionView {
    /// The rule that asks for it.
    pub rule: RuleId,
    /// The condition in words.
    pub text: String,
    /// True where it is ticked.
    pub is_ticked: bool,
}

/// Which of the buttons below the plan would change anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each button")]
pub struct Controls {
    /// Picking every mandatory unit.
    pub pick_mandatory: bool,
    /// Undo.
    pub undo: bool,
    /// Redo.
    pub redo: bool,
    /// Taking all units out.
    pub clear: bool,
}

impl Current<'_> {
    /// By which pathway and nation the plan is judged, where it names none; empty where it does, and while it is
    /// not judged.
    #[must_use]
    pub fn assumed(&self) -> String {
        let (of, found) = (self.qualification, self.assessment);
        let more = self.sentences.and_then(|sentences| sentences.more);
        let assumed = more.map(|more| (more.assumed)(of, self.plan, found));
        assumed.unwrap_or_default()
    }

    /// The conditions that can be ticked.
    #[must_use]
    pub fn conditions(&self) -> Vec<ConditionView> {
        let rules = self.qualification.rules.iter();
        let conditions = rules.filter_map(|rule| match &rule.form {
            Form::Condition { text, if_taken } => Some(ConditionView {
                rule: rule.id.clone(),
                text: wording::condition(text, if_taken),
                is_ticked: self.plan.conditions.contains(&rule.id),
            }),
            _ => None,
        });
        conditions.collect()
    }

    /// Which of the buttons below the plan would change it.
    #[must_use]
    pub fn controls(&self, history: &History) -> Controls {
        let mandatory = wording::mandatory(self.qualification).unwrap_or_default();
        Controls {
            pick_mandatory: mandatory.iter().any(|code| self.pick(code).is_none()),
            undo: history.can_undo(),
            redo: history.can_redo(),
            clear: !self.plan.picks().is_empty(),
        }
    }
}
