//! What `qualification-check` says beside the sentences that the screens have too.
//!
//! The help of the command line stands beside its arguments, in `cli`: it is read there by what parses them.

pub(crate) mod answer;
pub(crate) mod cohort;
pub(crate) mod failure;
pub(crate) mod lint;
pub(crate) mod lint_units;

use super::list;

/// “a”, “a and b”, “a, b and c”.
pub(crate) fn join(items: &[String]) -> String {
    list::join(items)
}

/// Items with commas between them.
pub(crate) fn commas(items: &[impl AsRef<str>]) -> String {
    with_between(items, ", ")
}

/// Items with semicolons between them.
pub(crate) fn semicolons(items: &[impl AsRef<str>]) -> String {
    with_between(items, "; ")
}

/// Items of which one is meant: “a or b”.
pub(crate) fn any(items: &[impl AsRef<str>]) -> String {
    with_between(items, " or ")
}

fn with_between(items: &[impl AsRef<str>], between: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    items.join(between)
}
