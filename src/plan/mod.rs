//! What a learner chose: the [`Plan`], the [`Action`]s that change it, and their [`History`].
//!
//! A plan takes every action. Whether what it holds makes sense for the qualification is for
//! `assess` to say: picks that a qualification does not know stay in the plan, named and uncounted.

mod action;
mod history;

pub use action::Action;
pub use history::History;

use crate::qualification::{Date, QualificationId, UnitCode};

/// A learner's choices for one qualification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The qualification planned for.
    pub qualification: QualificationId,
    /// The learner's own name for this plan; may be empty.
    pub name: String,
    /// The day of registration, where the learner gave one.
    pub registered: Option<Date>,
    picks: Vec<Pick>,
}

/// A unit in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its code.
    pub code: UnitCode,
    /// True where the learner has achieved it already.
    pub achieved: bool,
}

impl Plan {
    /// The longest name of a plan, in characters.
    pub const LONGEST_NAME: usize = 80;

    /// The most units a plan takes; a pick beyond them is left out.
    pub const MOST_PICKS: usize = 5_000;

    /// A plan without units.
    #[must_use]
    pub const fn new(qualification: QualificationId) -> Self {
        Self {
            qualification,
            name: String::new(),
            registered: None,
            picks: Vec::new(),
        }
    }

    /// The picked units in the order of their codes.
    #[must_use]
    pub fn picks(&self) -> &[Pick] {
        &self.picks
    }

    /// This unit's pick, if it is in the plan.
    #[must_use]
    pub fn pick(&self, code: &UnitCode) -> Option<&Pick> {
        self.place(code)
            .ok()
            .and_then(|index| self.picks.get(index))
    }

    fn place(&self, code: &UnitCode) -> Result<usize, usize> {
        self.picks.binary_search_by(|pick| pick.code.cmp(code))
    }
}
