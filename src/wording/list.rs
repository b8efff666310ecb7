//! Several things in one sentence.

use crate::qualification::UnitCode;

/// Units by their codes: “501, 502 and 503”.
pub(super) fn list(codes: &[UnitCode]) -> String {
    join(&each(codes))
}

/// Each code as a text.
pub(super) fn each(codes: &[UnitCode]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

/// “a”, “a and b”, “a, b and c”.
pub(super) fn join(items: &[String]) -> String {
    joined(items, "and")
}

/// With another word before the last: “a, b or c”.
pub(super) fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}
