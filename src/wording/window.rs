//! The titles of the window.

use super::label::PLANNER;

/// What search engines show of the page.
pub const DESCRIPTION: &str = "Pick units for a vocational qualification and see its rules of combination met. Nothing leaves your \
     device.";
/// An address names a qualification that is not here.
pub const UNKNOWN: &str = "Unknown qualification";
/// A plan came with a link.
pub const OF_LINK: &str = "A plan from a link";

/// The title while something is shown: “A plan from a link · Qualification planner”.
#[must_use]
pub fn title(shown: &str) -> String {
    format!("{shown} · {PLANNER}")
}
