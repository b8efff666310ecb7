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
//! - Kept between visits: [`saved_plans`]. While it is being edited: [`editor`].
//! - As people call units, in a search or a list: [`names`].
//! - As a file, a table, a calendar or a link: [`exchange`].
//! - A plan that is being edited, as plain values to draw: [`editor`].
//! - Before the program is there, as text of pages: [`pages`].
//! - On the screen (feature `app`): `app`; in a page, ours or another's: `embed`.
//!
//! Each module may use those to its right: embed → app → editor → {wording, `saved_plans`, exchange, names, catalogue}
//! → assess → plan → qualification. Modules that read JSON also use `reading`, and `assess` alone uses
//! `solve`. Only `app` and `embed` know a browser. `tests/tidy.rs` holds these layer rules;
//! `docs/architecture.md` describes them.

#[cfg(feature = "app")]
pub mod app;
pub mod assess;
pub mod catalogue;
#[cfg(feature = "cli")]
pub mod cli;
pub mod drawing;
pub mod editor;
#[cfg(feature = "app")]
pub mod embed;
pub mod exchange;
pub mod names;
pub mod pages;
pub mod plan;
pub mod qualification;
pub mod reading;
pub mod saved_plans;
mod shipped;
pub mod solve;
pub mod wording;
