//! Plan the units of a vocational qualification and see its rules of combination met.
#![allow(missing_docs)]
pub mod assess;
pub mod catalogue;
pub mod draft;
pub mod plan;
pub mod qualification;
pub mod reading;
pub mod wording;
#[cfg(feature = "app")]
pub mod embed;
