//! Reading JSON that people write by hand: every problem in the text, each with the path to it.
//!
//! A derived deserializer stops at the first fault and names a line; somebody who describes a
//! qualification wants the whole list, with `qualifications[2].rules[0].at_least` beside each. So
//! JSON is first read into a small tree ([`Node`]) and then taken apart through a [`Cursor`] that
//! collects [`Problem`]s. It knows nothing of qualifications, drafts or browsers.
//!
//! There are no fractions in the tree: nothing that the planner counts has any.

mod checksum;
mod cursor;
mod node;
mod problem;

pub use checksum::fnv;
pub use cursor::{Cursor, MOST_PROBLEMS, Object, Problems};
pub use node::{Node, parse};
pub use problem::{Problem, Reason};
