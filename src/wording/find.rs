//! What is said where units are looked for.

/// Every unit is listed.
pub const ALL_UNITS: &str = "All units";

/// Only units of the plan are listed.
pub const IN_MY_PLAN: &str = "In my plan";

/// Only units that count, or would if they were picked, are listed.
pub const OPEN_TO_ME: &str = "Open to me";

/// In place of a list in which nothing was found: of these words where nothing else hides units, else empty.
#[must_use]
pub fn nothing_found(words: &str) -> String {
    if words.is_empty() {
        "No unit fits this search. Units in your plan stay in it.".to_owned()
    } else {
        format!("No unit of this qualification fits “{words}”. Units in your plan stay in it.")
    }
}

/// What the search finds units by, with words that find some here.
#[must_use]
pub fn search_hint(examples: &[&str]) -> String {
    match examples {
        [] => super::label::SEARCH.to_owned(),
        some => format!("Search: {}", some.join(", ")),
    }
}

/// Words that may stand in the search as examples, where they find a unit.
pub const SEARCH_EXAMPLES: [&str; 3] = ["coaching", "money", "people"];

/// Takes back all by which the list was narrowed.
pub const SHOW_ALL_UNITS: &str = "Show all units";
