//! Choices under counters: what can be chosen, what is chosen best, and in how many ways.
//!
//! This room knows no units and no rules. A [`Problem`] has items, each of which may be chosen, and
//! counters, each of which must end within its bounds. A chosen item adds to some counters, in one
//! of several ways where it has several options. A counter that has come far enough may add 1 to
//! others, which is how “at least two of three groups” or “one of these sets” is said.
//!
//! # The algorithms
//!
//! ## By states
//!
//! Dynamic programming over what the counters stand at. Items that add the same are one
//! [class](machine::Step), of which only the number chosen matters, so that 5,000 units are a few
//! dozen steps. Between two steps only the counters that were begun and are not finished yet are
//! part of the state (the frontier); the steps are ordered to keep it small. A counter is cut off
//! where nothing that comes can make a difference to it any more: above what it needs, or where its
//! bounds cannot be reached.
//!
//! - [`count`]: how many choices, as a whole number of any length. It has to go over every state.
//! - [`best`]: the best `k` choices by an objective. It looks at few of the states:
//!   1. The problem with fractions allowed is solved exactly in whole numbers (`prices`, `pivot`). Its
//!      prices say what a choice costs at least from any state on (`bound`).
//!   2. Items that alone would take a choice too far above that floor are left out, and a walk over
//!      the layers keeps only the most promising states of each (`walk`). It notes the lowest bound of
//!      what it drops.
//!   3. Where something dropped could be as good as what was found, the next walk keeps more, below
//!      the cost of what was found. When nothing dropped can be, the answer is proven the best.
//!
//!   Counters that only bar items ([`Counter::relaxed_first`]) are left out at first and come in
//!   where a best choice breaks one.
//!
//! ## By rows
//!
//! [`possible`] asks only whether any choice keeps all bounds. Where items count in one of several
//! groups nearly every item is a class of its own and every counter is open all the time, so that the
//! states are too many. But a choice is soon found, or refuted, without states:
//!
//! 1. All bounds become rows over literals, “this item in this way”, “this group is used” (`ask`), with
//!    rows that follow from several of them where each item counts in one group only (`cuts`).
//! 2. A search decides on one literal after the other and sets what follows from the rows (`rows`).
//! 3. Of a row that cannot be kept it learns another by cutting planes, which would have told before,
//!    and goes back to where it would have (`learn`). What was met in that lately is decided first
//!    (`tangle`). A row that cannot be kept before anything is decided proves that there is no choice.
//!
//! A choice that was found is held to the bounds of the problem before it is believed.
//!
//! Where items may be taken in several ways, the best choice is found so too: any choice first, then
//! one that costs less, until it is proven that there is none (`by_rows`).
//!
//! # Its limits
//!
//! Time grows with the number of steps times the number of states. For [`count`], states multiply
//! where many counters overlap in the same items. For [`best`], what counts is how far the floor lies
//! below the best choice, and how many choices cost the same: equals are told apart by their second
//! cost and their items, so that all of them are gone over. By rows it is nearly always soon told
//! whether there is a choice; that one is the best is proven less often, above all where what it
//! costs is of many sizes. The limit on nodes stops such a search; the answer says so, and holds the
//! best that was found by then.

mod ask;
mod best;
mod bound;
mod build;
mod by_rows;
mod choices;
mod classes;
mod count;
mod cuts;
mod layer;
mod layout;
mod learn;
mod machine;
mod natural;
mod pivot;
mod possible;
mod prices;
mod queue;
mod rows;
mod table;
mod tangle;
mod trail;
mod walk;

pub use best::{Objective, Solution, best};
pub use choices::Cost;
pub use count::{count, count_any};
pub use natural::Natural;
pub use possible::possible;

/// What can be chosen, and what has to come of it.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The counters. One adds to later ones only.
    pub counters: Vec<Counter>,
    /// What items add, once for all that add the same.
    pub kinds: Vec<Kind>,
    /// The items.
    pub items: Vec<Item>,
    /// Counters that are left out of account; those beyond the end are not.
    pub ignored: Vec<bool>,
}

impl Problem {
    fn is_ignored(&self, counter: usize) -> bool {
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
    fn keeps(&self, taken: &[(usize, usize)]) -> bool {
        let sums = self.sums(taken.iter().copied());
        let mut counters = self.counters.iter().zip(&sums).enumerate();
        counters.all(|(index, (counter, sum))| self.is_ignored(index) || counter.holds(*sum))
    }

    /// True where so many items may be taken in several ways that the states are soon too many.
    fn is_tangled(&self) -> bool {
        let several = self
            .items
            .iter()
            .filter(|item| self.apart(**item).len() > 1);
        several.take(possible::TANGLED).count() == possible::TANGLED
    }

    /// What an item adds in each of its ways to the counters that are not left out; of ways that add
    /// the same, the first.
    fn apart(&self, item: Item) -> Vec<(usize, Vec<(usize, i64)>)> {
        let mut apart: Vec<(usize, Vec<(usize, i64)>)> = Vec::new();
        let options = self.kinds.get(item.kind).map(|kind| &kind.options);
        for (way, option) in options.into_iter().flatten().enumerate() {
            let effects = option.iter().copied();
            let told = effects.filter(|(counter, _)| !self.is_ignored(*counter));
            let told: Vec<(usize, i64)> = told.collect();
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
fn without(counters: &[Counter], is_out: impl Fn(usize) -> bool) -> Vec<Counter> {
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
    fn is_impossible(&self) -> bool {
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

/// An answer, and whether everything was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The answer.
    pub answer: T,
    /// False where the search stopped at its limit.
    pub fully_searched: bool,
}

impl<T> Found<T> {
    /// An answer that rests on a whole search.
    pub const fn whole(answer: T) -> Self {
        Self {
            answer,
            fully_searched: true,
        }
    }

    /// The same with another answer.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        Found {
            answer: change(self.answer),
            fully_searched: self.fully_searched,
        }
    }
}

/// How much a search may look at. One node is one state reached by one step, or as many looks at a
/// term of a row as take as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    left: u64,
}

/// How many looks at a term of a row take as long as one node.
const STEPS: u64 = 16;

impl Limit {
    /// So many nodes.
    #[must_use]
    pub const fn nodes(number: u64) -> Self {
        Self { left: number }
    }

    /// True where nothing more can be looked at: it is not worth while to ask.
    #[must_use]
    pub const fn is_used_up(self) -> bool {
        self.left == 0
    }

    /// How many nodes this has more than another.
    #[must_use]
    pub const fn less(self, other: Self) -> u64 {
        self.left.saturating_sub(other.left)
    }

    /// Gives a search so many parts of what is left, and takes back what it does not use.
    fn part<T>(&mut self, of: u64, search: impl FnOnce(&mut Self) -> T) -> T {
        let mut part = Self::nodes(self.left.div_ceil(of));
        self.left -= part.left;
        let found = search(&mut part);
        self.left += part.left;
        found
    }

    /// Takes the nodes that so many steps come to, and leaves the rest of them; false where there are
    /// not enough.
    fn take_steps(&mut self, steps: &mut u64) -> bool {
        let nodes = *steps / STEPS;
        *steps %= STEPS;
        let some = self.left > nodes;
        self.left = self.left.saturating_sub(nodes);
        some
    }

    /// Takes one node; false where there is none left.
    fn take(&mut self) -> bool {
        let some = self.left > 0;
        self.left = self.left.saturating_sub(1);
        some
    }
}
