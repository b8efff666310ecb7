//! Picked units in whose place others count, and what gets out of that.

use super::Editor;
use crate::assess::{Limit, NODES, NotCounted, assess_within};
use crate::plan::Action;
use crate::qualification::UnitCode;

/// So many ways are tried at most: each is judged as a plan of its own, after every tick.
const TRIED: usize = 6;

/// A picked unit in whose place others count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOut {
    /// The unit.
    pub code: UnitCode,
    /// Those of the others of which each may be taken out for the unit to count. Each was tried.
    pub in_place_of: Vec<UnitCode>,
}

impl Editor {
    /// The picked units in whose place others count.
    #[must_use]
    pub fn kept_out(&self) -> Vec<KeptOut> {
        let mut tried = 0;
        let limit = &mut Limit::nodes(NODES);
        let mut counts_without = |code: &UnitCode, other: &UnitCode| {
            tried += 1;
            if tried > TRIED {
                return false;
            }
            let plan = self.plan().clone().after(Action::Remove(other.clone()));
            let found = assess_within(self.qualification(), &plan, &self.context(), limit);
            let mut units = found.units.iter();
            let is_counted = units.any(|one| one.code == *code && one.not_counted.is_none());
            is_counted && found.fully_searched
        };
        let units = self.assessment().units.iter();
        let units = units.filter_map(|one| {
            let others = one.not_counted.as_ref().map(NotCounted::in_its_place);
            let others = others.filter(|others| !others.is_empty())?.iter();
            let others = others.filter(|other| counts_without(&one.code, other));
            Some(KeptOut {
                code: one.code.clone(),
                in_place_of: others.cloned().collect(),
            })
        });
        units.collect()
    }
}
