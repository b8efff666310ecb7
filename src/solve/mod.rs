//! Choices under counters: what can be chosen, what is chosen best, and in how many ways.
//!
//! This room knows no units and no rules. A [`Problem`] has items, each of which may be chosen, and
//! counters, each of which must end within its bounds. A chosen item adds to some counters, in one
//! of several ways where it has several options. A counter that has come far enough may add 1 to
//! others, which is how “at least two of three groups” or “one of these sets” is said.
//!
//! # The algorithm
//!
//! Dynamic programming over what the counters stand at. Items that add the same are one
//! [class](machine::Step), of which only the number chosen matters, so that 5,000 units are a few
//! dozen steps. Between two steps only the counters that were begun and are not finished yet are
//! part of the state (the frontier); the steps are ordered to keep it small. A counter is cut off
//! where nothing that comes can make a difference to it any more: above what it needs, or where its
//! bounds cannot be reached.
//!
//! - [`count`]: how many choices, as a whole number of any length. It has to go over every state.
//! - [`best`]: the best `k` choices by an objective, and [`possible`]: whether any choice keeps all
//!   bounds. They look at few of the states:
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
//! # Its limits
//!
//! Time grows with the number of steps times the number of states. For [`count`], states multiply
//! where many counters overlap in the same items. For [`best`], what counts is how far the floor lies
//! below the best choice, and how many choices cost the same: equals are told apart by their second
//! cost and their items, so that all of them are gone over. The limit on nodes stops such a search;
//! the answer says so, and holds the best that was found by then.

mod best;
mod bound;
mod build;
mod choices;
mod classes;
mod count;
mod layer;
mod layout;
mod machine;
mod natural;
mod pivot;
mod prices;
mod table;
mod trail;
mod walk;

pub use best::{Objective, Solution, best};
pub use choices::Cost;
pub use count::{count, count_any};
pub use natural::Natural;

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
            {
                for target in to {
                    sums[*target] = sums[*target].saturating_add(1);
                }
            }
        }
        sums
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

/// How much a search may look at. One node is one state reached by one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    left: u64,
}

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

    /// Takes one node; false where there is none left.
    fn take(&mut self) -> bool {
        let some = self.left > 0;
        self.left = self.left.saturating_sub(1);
        some
    }
}

/// Whether any choice keeps all bounds. Where the search stops at the limit, the answer is no and
/// not fully searched.
#[must_use]
pub fn possible(problem: &Problem, limit: &mut Limit) -> Found<bool> {
    // Few items lead to an end soonest.
    let few = Objective {
        costs: &vec![Cost { main: 1, tie: 0 }; problem.items.len()],
        recorded: &[],
        number: 1,
    };
    best::look(problem, &few, true, limit).map(|found| !found.is_empty())
}
