//! What is looked for, and what is found.

/// What a choice costs: the main number first, then a second one between equals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// What the objective is about; less is better. It may be below 0.
    pub main: i64,
    /// What decides between equals; less is better. Its upper half is most of it: the bounds of
    /// the search look at that half alone.
    pub tie: u64,
}

/// How many of the upper half of a tie weigh as much as one of the main number. With more items
/// than that a search may look at more than it has to, and finds the same.
pub(super) const TIES: i64 = 1 << 13;

impl Cost {
    /// Both numbers in one, for bounds: no choice has less of this and costs more.
    pub(super) fn weight(self) -> i64 {
        let tie = i64::try_from(self.tie >> 32).unwrap_or(i64::MAX);
        self.main.saturating_mul(TIES).saturating_add(tie)
    }

    pub(super) const fn plus(self, other: Self) -> Self {
        Self {
            main: self.main.saturating_add(other.main),
            tie: self.tie.saturating_add(other.tie),
        }
    }
}

/// What 1 of a [`Cost::weight`] is in the numbers of a bound.
pub(super) const ONE: i64 = 1 << 5;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Objective<'a> {
    /// What each item costs; an item beyond the end costs nothing.
    pub costs: &'a [Cost],
    /// Which items make one answer different from another; an item beyond the end does not. Only
    /// these are recorded in a solution, and an item that is not recorded has to cost nothing.
    pub recorded: &'a [bool],
    /// How many answers.
    pub number: usize,
}

/// A choice that keeps all bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What it costs.
    pub cost: Cost,
    /// The recorded items that are chosen, in order.
    pub items: Vec<usize>,
}

/// A choice and all items that it has.
pub(super) type Chosen = (Solution, Vec<usize>);

/// What an item costs.
pub(super) fn cost_of(objective: &Objective<'_>, item: usize) -> Cost {
    objective.costs.get(item).copied().unwrap_or_default()
}
