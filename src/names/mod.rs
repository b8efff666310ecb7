//! What people call a unit, and which unit that means: one matcher for the search above a list of units,
//! for lists of codes that are pasted, and for those of the command line.
//!
//! A unit is known by its code and its title, and a code in any case and with any dash, stroke or
//! space, or nothing, where it has one. Accents and apostrophes make no difference, nor does “&” for
//! “and”. Nothing here knows a plan or who asks.

mod beginning;
mod beside;
mod fold;
mod known;
mod list;
mod parts;
mod search;
mod written;

pub use list::{LONGEST, Recognised, Said, read, read_of, recognise};
pub use search::{Fit, Index};

use crate::qualification::{Unit, UnitCode};

/// The codes that a unit goes by, its own first.
fn names(unit: &Unit) -> impl Iterator<Item = &str> {
    unit.names().map(UnitCode::as_str)
}
