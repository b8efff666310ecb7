//! Findings and quantities as sentences.
//!
//! The only room with user-facing text about rules, drafts and catalogue files, so that another
//! language needs no other change. It knows numbers and names, never a screen: nothing here is
//! HTML, and every sentence reads aloud.

mod catalogue;
mod draft;
mod obstacle;
mod qualification;
mod quantity;
mod rule;

pub use catalogue::{left_out, problem};
pub use draft::{failure, unreadable};
pub use obstacle::{displaces, notice, obstacle};
pub use qualification::{credit_value, hours_asked, size};
pub use quantity::{bounded, counted, date, quantity};
pub use rule::{Line, group_line, judgement, rule, state, total_line};
