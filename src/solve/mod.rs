//! Choices under counters: what can be chosen, what is chosen best, and in how many ways.
//!
//! This module knows no units and no rules. A [`Problem`] has items, each of which may be chosen,
//! and counters, each of which must end within its bounds. A chosen item adds to some counters, in
//! one of several ways where it has several options. A counter that has come far enough may add 1
//! to others, which is how “at least two of three groups” or “one of these sets” is said.
//!
//! # The algorithms
//!
//! ## By states
//!
//! Dynamic programming over what the counters stand at. Items that add the same are one
//! class (`machine::Step`), of which only the number chosen matters, so that 5,000 units are a few
//! dozen steps. Between two steps only open counters are part of the state (the frontier): those
//! that some earlier step touched and some later step touches too. The steps are ordered to keep
//! the frontier small. A counter's value is cut off where no later step can make a difference any
//! more: above what it needs, or where its bounds cannot be reached.
//!
//! - [`count()`]: how many choices, as a whole number of any length. It has to go over every state.
//! - [`best()`]: the best `k` choices by an objective. It looks at few of the states:
//!   1. The problem with fractions allowed is solved exactly in whole numbers (`prices`, `program`, `pivot`). Its
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
//! [`possible()`] asks only whether any choice keeps all bounds. Where items count in one of several
//! groups nearly every item is a class of its own and every counter is open all the time, so that the
//! states are too many. But a choice is soon found, or refuted, without states:
//!
//! 1. All bounds become rows over literals, “this item in this way”, “this group is used” (`ask`), each
//!    brought into one shape (`shape`), with rows that follow from several of them: where each item
//!    counts in one group only, and where what is limited in parts is limited in all by that (`cuts`).
//! 2. A search decides on one literal after the other and sets what follows from the rows (`rows`).
//! 3. From a row that cannot be kept it learns another by cutting planes, which would have shown the
//!    conflict earlier, and goes back to that point (`learn`). Variables that were met in recent
//!    conflicts are decided first (`tangle`). A row that cannot be kept before anything is decided
//!    proves that there is no choice.
//!
//! This search is a value of a problem ([`ByRows`]): a program may leave it out until it is needed, and
//! searches by states until then.
//!
//! A choice that was found is held to the bounds of the problem before it is believed.
//!
//! Where items may be taken in several ways, the best choice is found so too: any choice first, then
//! one that costs less, until it is proven that there is none (`by_rows`).
//!
//! # Its limits
//!
//! Time grows with the number of steps times the number of states. For [`count()`], states multiply
//! where many counters overlap in the same items. For [`best()`], what counts is how far the floor lies
//! below the best choice, and how many choices cost the same: equals are told apart by their second
//! cost and their items, so that all of them are gone over. By rows it is nearly always known soon
//! whether there is a choice. That one is the best is proven less often, above all where costs have
//! many sizes. The limit on nodes stops such a search; the answer says so, and holds the best that
//! was found by then.

mod ask;
mod asked;
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
mod limit;
mod machine;
mod natural;
mod objective;
mod pivot;
mod possible;
mod prices;
mod problem;
mod program;
mod queue;
mod rows;
mod search;
mod shape;
mod table;
mod tangle;
mod trail;
mod walk;

pub use best::best;
pub use count::{count, count_any};
pub use limit::{Found, Limit};
pub use natural::Natural;
pub use objective::{Cost, Objective, Solution};
pub use possible::possible;
pub use problem::{ByRows, Counter, Item, Kind, Problem, Role};
