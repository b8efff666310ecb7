//! Reading JSON that people write by hand: every problem in the text, each with the path to it.
//!
//! A derived deserializer stops at the first problem and names a line. Somebody who describes a
//! qualification wants the whole list, with `qualifications[2].rules[0].at_least` beside each. So JSON is
//! first read into a small tree ([`Node`]) and then taken apart through a [`Cursor`] that collects
//! [`Problem`]s. Only where something is wrong, a second reading (`scan`) finds where in the text the
//! problems are and why a text is no JSON. What a catalogue or a saved plan finds wrong has its name in
//! [`Reason`]; else this module knows nothing of qualifications, saved plans or browsers.
//!
//! [`text_of`] decodes the bytes of a file.
//!
//! There are no fractions in the tree: nothing that the planner counts has any.

mod cause;
mod checksum;
mod cursor;
mod encoding;
mod expected;
mod near;
mod node;
mod not_json;
mod object;
mod place;
mod position;
mod problem;
mod scan;
mod token;

pub use cause::Cause;
pub use checksum::fnv;
pub use cursor::{Cursor, MOST_PROBLEMS, Problems};
pub use encoding::{Doubt, Encoding, NotText, Text, text_of};
pub use expected::{Clash, Expected, Misplaced, Thing};
pub use near::near;
pub use node::{Node, parse, parse_kept};
pub use object::Object;
pub use place::{locate, place};
pub use position::Place;
pub use problem::{Concerned, Elsewhere, Named, Problem, Reason};
