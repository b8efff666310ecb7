//! A plan as text for the fragment of an address.
//!
//! A link is the version, one digit; then bytes as base64url without padding; then a closing letter.
//! By it a link that was cut short is distinguished from one that is damaged, and no link ends in a
//! mark that programs take for the end of a sentence. The bytes are bits, the first the highest,
//! filled up with zeros, and a CRC-32 of the version and of them, its lowest byte first.
//!
//! In version 1 the bits are (`number n`: see `Writer::number` in `bits`, where
//! n is `small`; `name`, `typed` and `day`: see `spelling`; “if” stands for a bit that says whether
//! what follows is there):
//!
//! - name: the qualification;
//! - if, day: the day the catalogue was checked;
//! - if, 32 bits: the fingerprint of its rules;
//! - typed: the name of the plan, which may be empty;
//! - if, day: the registration;
//! - if, name: the pathway; if, name: the nation;
//! - number 0, and as many names: the conditions in their order;
//! - number 3, and as many units in the order of their codes;
//! - number 0, and as many names: the units wished for; the same: those to avoid.
//!
//! A unit is: name: its code; a bit: whether all else that the learner said of it is as with the one
//! before; if it is not: a bit: achieved, 2 bits: the way it is earned, if, name: its group, if, day:
//! when it is planned; then if, number 2, number 4: its credits and hours as they were.
//!
//! Codes are written by what differs from the code before, the first by what differs from the
//! qualification. The other names follow each other in the same way from an empty one.
//!
//! **This never changes.** What a link of this version means it has to mean for ever, since nobody can
//! mend one that was sent; `tests/links` holds some.
//!
//! Version 2 is the same with more letters in names: spaces, `(`, `)`, `&`, `+` and `*`. Behind all else
//! stands for each unit without credits and hours, in the order of the codes: if, number 2: its credits;
//! if, number 4: its hours; not both. A plan that needs none of that is written in version 1, so that
//! each has one link and older planners open it.
//!
//! Version 4 is version 2, in which the day when a unit is planned may be 0: it is planned for the month.
//! Behind all else stands for each unit in the order of the codes: if, day: when it is begun, of a month
//! the day 0. Then comes a bit: whether notes do; if so: if, typed: the note of the plan, and the same for
//! each unit, the letter U+0080 in place of each end of a line. A plan that needs none of that is written in
//! an earlier version.
//!
//! Version 5 is version 4, and behind all else for each unit in the order of the codes: if, a bit: it is being worked
//! on, if, day: when it was achieved, of a month the day 0, a bit: it brings no credit; not none of the three. Then
//! comes a bit: whether it is said where units come from; if so for each: if, typed: where from. A plan that needs none
//! of that is written in an earlier version.

mod bits;
mod choices;
mod code;
mod error;
mod mend;
mod notes;
mod partial;
mod spelling;
mod starts;
mod states;
mod version;

pub use code::{LONGEST, decode, encode, encode_with_notes};
pub use error::LinkError;
pub use mend::{MARK, in_fragment, is_in, open};
