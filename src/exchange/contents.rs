//! What a file of saved plans holds.

use crate::reading::Problem;
use crate::saved_plans::{PlanId, PlanSnapshot, SavedPlan};

/// A saved plan on its way in or out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in the browser that it comes from, where it has one.
    pub id: Option<PlanId>,
    /// When it was changed last, in seconds since 1970; 0 where that is not known.
    pub changed: u32,
    /// What it holds.
    pub snapshot: PlanSnapshot,
    /// What of it cannot be read and is left out; the paths begin at the saved plan. Never written.
    pub left_out: Vec<Problem>,
}

impl Item {
    /// A saved plan of which nothing is left out.
    #[must_use]
    pub const fn new(id: Option<PlanId>, changed: u32, snapshot: PlanSnapshot) -> Self {
        Self {
            id,
            changed,
            snapshot,
            left_out: Vec::new(),
        }
    }

    /// A saved plan as it is kept.
    #[must_use]
    pub fn of(saved_plan: &SavedPlan) -> Self {
        Self::new(
            Some(saved_plan.id.clone()),
            saved_plan.changed,
            saved_plan.snapshot(),
        )
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Its saved plans.
    pub items: Vec<Item>,
    /// How many more there are that cannot be read.
    pub unreadable: usize,
    /// Which those are and why, as far as that is known: the path is the place in the file.
    pub problems: Vec<Problem>,
    /// True where the file is not as it was written: it was changed by hand or damaged.
    pub altered: bool,
    /// The texts of the catalogue files in it.
    pub catalogues: Vec<String>,
}
