//! What units count for: the ladder of a plan, and what is answered to who has units.

mod answers;
mod held_now;
mod ladder_table;
mod part;
mod picture;
mod rung;
mod rung_picture;

pub(super) use part::{Wanted, wanted};
pub(super) use rung::state_class;
