//! Units that a learner has already, by a list of their codes or titles.

use super::{Current, achieving_opens};
use crate::assess::NotCounted;
use crate::names::{self, Recognised};
use crate::plan::{Action, Pick};
use crate::qualification::UnitCode;

/// What a list of units that a learner has comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldUnits {
    /// Those that are achieved then and were not before.
    pub achieved: Vec<UnitCode>,
    /// Those that were before.
    pub there: Vec<UnitCode>,
    /// Those that stay out, with why: they are closed, whoever has achieved them.
    pub closed: Vec<(UnitCode, NotCounted)>,
    /// What was recognised, and what was not.
    pub found: Recognised,
}

impl HeldUnits {
    /// What marks them all as achieved, in one step.
    #[must_use]
    pub fn action(&self) -> Action {
        let codes = self.achieved.iter().cloned();
        Action::All(codes.map(|code| Action::Achieve(code, true)).collect())
    }
}

impl Current<'_> {
    /// The units in a text that a learner has; `None` where it is too long to be a list of units.
    #[must_use]
    pub fn held_units(&self, text: &str) -> Option<HeldUnits> {
        let found = names::recognise(self.qualification, text)?;
        let mut held = HeldUnits::default();
        for code in &found.codes {
            let pick = self.pick(code);
            let status = self.status(code);
            let why = status.and_then(|status| status.not_counted.clone());
            let is_shut = pick.is_none() && !achieving_opens(self.qualification, code);
            match why.filter(|why| is_shut && why.is_closed()) {
                _ if pick.is_some_and(Pick::is_achieved) => held.there.push(code.clone()),
                Some(why) => held.closed.push((code.clone(), why)),
                None => held.achieved.push(code.clone()),
            }
        }
        held.found = found;
        Some(held)
    }
}
