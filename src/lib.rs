//! Plan the units of a vocational qualification and see its rules of combination met.
//!
//! # Where to start
//!
//! - What can be taken: [`qualification`]. How files describe it: [`catalogue`], which reads them
//!   with [`reading`].
//! - What a learner chose: [`plan`].
//! - Where that leaves them: [`assess`], the engine. Read [`assess::assess`] first. It searches with
//!   [`solve`], which knows no units and no rules.
//! - In sentences: [`wording`].
//! - Kept between visits: [`draft`].
//! - As people call units, in a search or a list: [`names`].
//! - As a file, a table, a calendar or a link: [`exchange`].
//! - A plan that is being edited, as plain values to draw: [`editor`].
//! - On the screen (feature `app`): `app`; in a page, ours or another's: `embed`.
//!
//! Each room may use those to its right: embed → app → editor → {wording, draft, exchange, names, catalogue} → assess → plan →
//! qualification. Besides, whoever reads JSON uses `reading`, and `assess` alone uses `solve`. Nothing
//! but `app` and `embed` knows a browser; `tests/tidy.rs` holds those walls up.

#[cfg(feature = "app")]
pub mod app;
pub mod assess;
pub mod catalogue;
#[cfg(feature = "cli")]
pub mod cli;
pub mod draft;
pub mod editor;
#[cfg(feature = "app")]
pub mod embed;
pub mod exchange;
pub mod names;
pub mod plan;
pub mod qualification;
pub mod reading;
mod shipped;
pub mod solve;
pub mod wording;
