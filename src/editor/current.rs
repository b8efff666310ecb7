use super::Sentences;
use crate::assess::{Assessment, NotCounted, UnitStatus};
use crate::plan::{Pick, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::wording;

/// A plan with its assessment, to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Current<'a> {
    /// The qualification.
    pub qualification: &'a Qualification,
    /// The plan.
    pub plan: &'a Plan,
    /// Its assessment.
    pub assessment: &'a Assessment,
    /// The sentences of what the engine finds; `None` until the plan is judged and only its totals are known.
    pub sentences: Option<Sentences>,
}

impl<'a> Current<'a> {
    /// True once the plan is judged; until then only its totals are known.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        self.sentences.is_some()
    }

    /// The pick of a unit; `None` for a unit that is not in the plan.
    #[must_use]
    pub fn pick(&self, code: &UnitCode) -> Option<&'a Pick> {
        self.plan.pick(code)
    }

    /// The status of a unit of the qualification.
    #[must_use]
    pub fn status(&self, code: &UnitCode) -> Option<&'a UnitStatus> {
        let place = self.qualification.unit_index(code)?;
        self.assessment.unit_statuses.get(place)
    }

    /// True for a unit that is closed to the learner whatever is picked.
    #[must_use]
    pub fn is_closed(&self, code: &UnitCode) -> bool {
        let why = self
            .status(code)
            .and_then(|status| status.not_counted.as_ref());
        why.is_some_and(NotCounted::is_closed)
    }

    /// The line of units that are closed: how many, and whether others have replaced them.
    #[must_use]
    pub fn closed_line(&self, closed: &[&UnitCode]) -> String {
        let why = |code: &&&UnitCode| self.status(code)?.not_counted.as_ref();
        let is_replaced = |code: &&&UnitCode| why(code).is_some_and(NotCounted::is_replaced);
        wording::closed_units(closed.len(), closed.iter().filter(is_replaced).count())
    }
}
