//! What is said to who already has units, beside what they count for.

use super::ladder::some;
use super::list::joined;
use super::shown::shown;

/// The field of the start for who has units, and its heading.
pub const HAVE_UNITS: &str = "I already have units";
/// What to type there.
pub const TYPE_UNITS: &str =
    "Type their codes or titles. You see every qualification that they count for.";
/// What stands in the field while it is empty.
pub const SUCH_AS: &str = "501, 8603-300, Managing Improvement";
/// Shows what they count for as a picture, from where a plan is made of them.
pub const SEE_AS_PLANS: &str = "See these as plans";
/// Where no unit was recognised.
pub const COUNTS_FOR_NOTHING: &str = "They count for no qualification here.";

/// What came of the units that somebody has typed, for a screen reader: “Level 5 Award: complete. Level 5 Diploma: 25
/// to go.”
#[must_use]
pub fn answers(lines: &[(String, String)]) -> String {
    if lines.is_empty() {
        return COUNTS_FOR_NOTHING.to_owned();
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|(name, state)| format!("{name}: {state}."))
        .collect();
    lines.join(" ")
}

/// A code that units of several qualifications end with.
#[must_use]
pub fn which_code(typed: &str, codes: &[String]) -> String {
    format!(
        "{} may be {}: type the whole code.",
        shown(typed),
        joined(codes, "or")
    )
}

/// What was not recognised.
#[must_use]
pub fn not_recognised(words: &[String]) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|one| format!("“{}”", shown(one)))
        .collect();
    format!("Not known here: {}.", some(&words, "and"))
}
