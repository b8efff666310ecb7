//! Rules that collide.

use super::place::Place;
use super::who::may_be_claimed;
use crate::qualification::UnitCode;

/// Rules that cannot be met together, while without any one of them the others can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    /// Those that ask for something, in the order of the file.
    pub(super) asking: Vec<usize>,
    /// Those that only say which units are open or count side by side.
    pub(super) silent: Vec<usize>,
}

impl Set {
    /// All of them, in the order of the file.
    pub(super) fn all(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.asking.iter().chain(&self.silent).copied().collect();
        all.sort_unstable();
        all
    }

    /// The units that only those may claim who have achieved them: the set collides for everybody else.
    pub(super) fn claimed<'a>(&self, place: &Place<'a>) -> Vec<&'a UnitCode> {
        let rules = &place.qualification.rules;
        let closing = self.silent.iter().filter_map(|rule| rules.get(*rule));
        let mut units: Vec<&UnitCode> = closing
            .filter_map(|rule| may_be_claimed(&rule.form))
            .collect();
        units.dedup();
        units
    }
}
