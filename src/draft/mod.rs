//! Drafts: a plan as it is kept between visits, and the protocol by which none is lost.
//!
//! [`Store`] is the one door to where drafts are kept; its failures are values. [`encode`] and
//! [`decode`] turn a [`Draft`] into text and back, with a checksum. [`keep`](keep::save) writes a
//! new key, reads it back, and only then moves the pointer, so that a crash in between leaves the
//! draft before it. Nothing here knows a browser or a clock.

mod envelope;
mod form;
pub mod keep;
mod store;

pub use envelope::{
    Draft, Edition, Fault, LONGEST, SCHEMA, UnitFacts, decode, encode, is_meant_as_draft,
};
pub use form::read_plan;
pub use keep::Unreadable;
pub use store::{Failure, Memory, Store};
