//! The names of files that are offered.

use crate::qualification::Date;

/// Everything that is kept.
pub const EVERYTHING: &str = "qualification-planner-everything.json";
/// A saved plan that a newer version has written.
pub const NEWER_PLAN: &str = "newer-plan.json";
/// A saved plan that cannot be read.
pub const UNREADABLE_PLAN: &str = "unreadable-plan.json";
/// What the name of a file with a plan ends in, behind the qualification, the name and the day.
pub const END_OF_PLAN: &str = "plan.json";

/// Every saved plan. Where they do not fit into one file, `part` counts from 0.
#[must_use]
pub fn plans(today: Date, part: usize) -> String {
    let part = match part {
        0 => String::new(),
        part => format!("-{}", part + 1),
    };
    format!("qualification-planner-plans-{today}{part}.json")
}

/// A catalogue file, by the name under which it is kept.
#[must_use]
pub fn catalogue(name: &str) -> String {
    format!("{name}.json")
}
