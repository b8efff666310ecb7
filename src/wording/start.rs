//! What is said on the first screen.

use super::quantity::{noun, quantity};
use super::{hours_in_all, mandatory};
use crate::qualification::{Bounds, Level, Measure, Qualification};

/// Beside the list of plans.
pub const SAVED_HERE_ONLY: &str = "Saved on this device only";

/// In place of a level, for what has none.
pub const NO_LEVEL: &str = "No level";

/// How a plan is made, in three steps: each with what it is by or for.
pub const STEPS: [[&str; 2]; 3] = [
    ["Choose units", "by level, hours or title"],
    ["Watch the rules", "what is met, what is left"],
    ["Take it to your centre", "as a link or one printed page"],
];

/// In the page without the program, where that cannot run.
pub const NEEDS_PROGRAM: &str = "Planning needs JavaScript and WebAssembly, which are off in this browser. Each qualification below \
     leads to a page with its units, rules and hours.";
/// The same on the page of a qualification.
pub const NEEDS_PROGRAM_HERE: &str = "Planning needs JavaScript and WebAssembly, which are off in this browser. Here you can read the \
     units, the rules and the hours.";

/// What becomes of a file that is opened; where learners may open catalogue files too, what these are.
#[must_use]
pub const fn about_files(catalogues_too: bool) -> &'static str {
    if catalogues_too {
        "A plan file that you saved here (it ends in .json), or your centre’s own catalogue. It is read \
         here and goes nowhere else."
    } else {
        "A plan file that you saved here (it ends in .json). It is read here and goes nowhere else."
    }
}

/// Below the title of a qualification: “8607, 59 units, about 130 hours of study”; the awarding body where it has no
/// code.
#[must_use]
pub fn offer_facts(of: &Qualification) -> String {
    let code = if of.suite.is_empty() {
        &of.awarding_body
    } else {
        &of.suite
    };
    let facts = [
        Some(code.clone()).filter(|code| !code.is_empty()),
        Some(units_to_take(of)),
        hours_in_all(of),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    facts.join(", ")
}

/// “59 units”; “2 mandatory units” where there is nothing to choose.
fn units_to_take(of: &Qualification) -> String {
    let units: usize = of.groups.iter().map(|group| group.units.len()).sum();
    let number = u32::try_from(units).unwrap_or(u32::MAX);
    if mandatory(of).is_some_and(|all| all.len() == units) {
        format!("{number} mandatory {}", noun(number, Measure::Units))
    } else {
        quantity(number, Measure::Units)
    }
}

/// The title of a qualification below the heading of its level, in two: what the heading says, and the rest.
#[must_use]
pub fn split_title(title: &str, level: Option<Level>) -> (&str, &str) {
    let named = level.map(|level| format!("{} ", super::level(level)));
    let rest = named.and_then(|named| title.strip_prefix(named.as_str()));
    let rest = rest.filter(|rest| rest.starts_with(char::is_uppercase));
    rest.map_or(("", title), |rest| {
        title.split_at(title.len().saturating_sub(rest.len()))
    })
}

/// How much a qualification asks for, without its noun: “6 to 12”, “37 or more”.
#[must_use]
pub fn offer_amount(bounds: Bounds) -> String {
    match (bounds.least(), bounds.most()) {
        (Some(least), None) => format!("{least} or more"),
        _ => super::bounded(bounds),
    }
}

/// The noun behind it.
#[must_use]
pub fn offer_noun(bounds: Bounds, measure: Measure) -> &'static str {
    noun(bounds.last(), measure)
}

/// A level as a chip has it, beside the word for it: “5”, “Entry 3”.
#[must_use]
pub fn level_chip(level: Option<Level>) -> String {
    level.map_or_else(|| NO_LEVEL.to_owned(), |level| level.to_string())
}

/// How many qualifications are listed.
#[must_use]
pub fn qualifications(number: usize) -> String {
    match number {
        1 => "1 qualification".to_owned(),
        number => format!("{number} qualifications"),
    }
}
