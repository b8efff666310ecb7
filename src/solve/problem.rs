//! What can be chosen, and what has to come of it.

use std::fmt;

use super::limit::{Found, Limit};
use super::objective::{Objective, Solution};

/// Of more items than this the states are looked at first.
pub(super) const CROWD: usize = 400;

/// Where so many items may be taken in several ways, the states are soon too many.
pub(super) const TANGLED: usize = 8;

/// What can be chosen, and what has to come of it.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The counters. One adds to later ones only.
    pub counters: Vec<Counter>,
    /// What items add, once for all that add the same.
    pub kinds: Vec<Kind>,
    /// The items.
    pub items: Vec<Item>,
    /// Counters that are left out of account; those beyond the end are not.
    pub ignored: Vec<bool>,
    /// The search by rows; a problem without it is searched by states alone.
    pub by_rows: Option<ByRows>,
}

/// The search by rows, as a value: a program may leave it out until it is needed.
#[derive(Clone, Copy)]
pub struct ByRows {
    /// Whether any choice keeps all bounds.
    pub(super) possible: fn(&Problem, &mut Limit) -> Found<bool>,
    /// The best choice; `None` where the problem cannot be said in rows.
    pub(super) best: fn(&Problem, &Objective<'_>, &mut Limit) -> Option<Best>,
}

/// The best choice, where there is one.
pub(super) type Best = Found<Option<Solution>>;

impl fmt::Debug for ByRows {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ByRows")
    }
}

impl Problem {
    /// A problem without counters and items.
    #[must_use]
    pub const fn new(by_rows: Option<ByRows>) -> Self {
        Self {
            counters: Vec::new(),
            kinds: Vec::new(),
            items: Vec::new(),
            ignored: Vec::new(),
            by_rows,
        }
    }

    pub(super) fn is_ignored(&self, counter: usize) -> bool {
        self.ignored.get(counter).copied().unwrap_or(false)
    }

    /// What each counter ends at when these items are taken, each in one of its ways.
    #[must_use]
    pub fn sums(&self, taken: impl IntoIterator<Item = (usize, usize)>) -> Vec<i64> {
        let mut sums: Vec<i64> = self.counters.iter().map(|counter| counter.start).collect();
        for (item, option) in taken {
            let kind = self
                .items
                .get(item)
                .and_then(|item| self.kinds.get(item.kind));
            for (counter, change) in kind
                .and_then(|kind| kind.options.get(option))
                .into_iter()
                .flatten()
            {
                sums[*counter] = sums[*counter].saturating_add(*change);
            }
        }
        for (index, counter) in self.counters.iter().enumerate() {
            if let Some((at, to)) = &counter.emits
                && sums[index] >= *at
                && !self.is_ignored(index)
            {
                for target in to {
                    sums[*target] = sums[*target].saturating_add(1);
                }
            }
        }
        sums
    }

    /// Whether these items, each taken in one of its ways, keep all bounds.
    pub(super) fn keeps(&self, taken: &[(usize, usize)]) -> bool {
        let sums = self.sums(taken.iter().copied());
        let mut counters = self.counters.iter().zip(&sums).enumerate();
        counters.all(|(index, (counter, sum))| self.is_ignored(index) || counter.holds(*sum))
    }

    /// True where so many items may be taken in several ways that the states are soon too many.
    pub(super) fn is_tangled(&self) -> bool {
        let kinds = 0..self.kinds.len();
        let several: Vec<bool> = kinds.map(|kind| self.apart(kind).len() > 1).collect();
        let is_one = |item: &&Item| several.get(item.kind).copied().unwrap_or(false);
        self.items.iter().filter(is_one).take(TANGLED).count() == TANGLED
    }

    /// What an item of a kind adds in each of its ways to the counters that are not left out; of ways that add
    /// the same, the first.
    pub(super) fn apart(&self, kind: usize) -> Vec<(usize, Vec<(usize, i64)>)> {
        let options = self.kinds.get(kind).map(|kind| kind.options.as_slice());
        let options = options.unwrap_or_default();
        let mut apart: Vec<(usize, Vec<(usize, i64)>)> = Vec::with_capacity(options.len());
        for (way, option) in options.iter().enumerate() {
            let mut told = option.clone();
            told.retain(|(counter, _)| !self.is_ignored(*counter));
            if apart.iter().all(|(_, known)| *known != told) {
                apart.push((way, told));
            }
        }
        apart
    }

    /// In how many ways an item may be taken.
    #[must_use]
    pub fn ways(&self, item: usize) -> usize {
        let kind = self
            .items
            .get(item)
            .and_then(|item| self.kinds.get(item.kind));
        kind.map_or(0, |kind| kind.options.len())
    }
}

/// The counters, those that are left out without bounds and adding to nothing.
pub(super) fn without(counters: &[Counter], is_out: impl Fn(usize) -> bool) -> Vec<Counter> {
    let mut left = counters.to_vec();
    for (index, counter) in left.iter_mut().enumerate() {
        if is_out(index) {
            *counter = Counter::default();
        }
    }
    left
}

impl Counter {
    /// True where no value is within the bounds.
    pub(super) fn is_impossible(&self) -> bool {
        let upside_down = self
            .least
            .zip(self.most)
            .is_some_and(|(least, most)| least > most);
        upside_down && !self.unless_zero
    }

    /// True where the counter may end at this value.
    #[must_use]
    pub fn holds(&self, value: i64) -> bool {
        let zero = self.unless_zero && value == 0;
        self.most.is_none_or(|most| value <= most)
            && (zero || self.least.is_none_or(|least| value >= least))
    }
}

/// What an item adds to which counters, in the order of the counters, each once; one entry for each
/// way in which it may be taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    /// The ways, at least one.
    pub options: Vec<Vec<(usize, i64)>>,
}

/// Something that may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its place among the kinds.
    pub kind: usize,
    /// Whether it may, has to, or cannot be chosen.
    pub role: Role,
}

/// Whether an item is chosen already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It may be chosen.
    Free,
    /// It has to be.
    Must,
    /// It cannot be.
    Never,
}

/// A number that grows (or shrinks) with what is chosen and must end within its bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    /// Where it begins.
    pub start: i64,
    /// The least it must end at.
    pub least: Option<i64>,
    /// The most it may end at.
    pub most: Option<i64>,
    /// True where its least is not asked for as long as it stands at 0. Such a counter never falls.
    pub unless_zero: bool,
    /// Where it ends at this much or more, it adds 1 to each of these counters.
    pub emits: Option<(i64, Vec<usize>)>,
    /// True for a counter with a most and nothing else that few choices come near to: the best
    /// choice is first looked for without it.
    pub relaxed_first: bool,
}
