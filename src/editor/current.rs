use super::Sentences;
use crate::assess::{Assessment, UnitStatus};
use crate::plan::{Pick, Plan};
use crate::qualification::{Qualification, UnitCode};

/// A plan with where it stands, to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Current<'a> {
    /// What is planned for.
    pub qualification: &'a Qualification,
    /// What the learner chose.
    pub plan: &'a Plan,
    /// Where that leaves them.
    pub assessment: &'a Assessment,
    /// The engine's sentences, where the plan is judged; `None` while only its totals are known.
    pub sentences: Option<Sentences>,
}

impl<'a> Current<'a> {
    /// True where the plan is judged; until then only its totals are known.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        self.sentences.is_some()
    }

    /// What is said of a picked unit; `None` for one that is not in the plan.
    #[must_use]
    pub fn pick(&self, code: &UnitCode) -> Option<&'a Pick> {
        self.plan.pick(code)
    }

    /// How a unit of the qualification stands to the plan.
    #[must_use]
    pub fn status(&self, code: &UnitCode) -> Option<&'a UnitStatus> {
        let place = self.qualification.unit_index(code)?;
        self.assessment.unit_statuses.get(place)
    }
}
