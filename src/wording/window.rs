//! The titles of the window.

use super::label::PLANNER;
use super::{eyebrow, offer_facts, rules_in_one_line};
use crate::qualification::Qualification;

/// What search engines show of the page.
pub const DESCRIPTION: &str = "Pick units for a vocational qualification and see its rules of combination met. Nothing leaves your \
     device.";
/// An address names a qualification that is not here.
pub const UNKNOWN: &str = "Unknown qualification";
/// A plan came with a link.
pub const OF_LINK: &str = "A plan from a link";

/// What search engines show of the page of a qualification: “8607 · 600/5856/0, 62 units, …. At least 37 credits, ….”
#[must_use]
pub fn description(of: &Qualification) -> String {
    let facts = offer_facts(of);
    let facts = facts.split_once(", ").map_or("", |(_, facts)| facts);
    let (title, codes, rules) = (&of.title, eyebrow(of), rules_in_one_line(of));
    format!(
        "{title} ({codes}): {facts}. {rules}. Pick its units and see its rules of combination met."
    )
}

/// The title while something is shown: “A plan from a link · Qualification planner”.
#[must_use]
pub fn title(shown: &str) -> String {
    format!("{shown} · {PLANNER}")
}
