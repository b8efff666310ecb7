//! What the row of a unit says beside its title.

use super::{hours, level, only_sizes, quantity};
use crate::qualification::{Measure, Unit};

/// Its code, level and sizes: “8607-501 · Level 4 · Diploma only”.
#[must_use]
pub fn unit_facts(unit: &Unit) -> String {
    let facts = [
        Some(unit.code.to_string()),
        unit.level.map(level),
        only_sizes(unit),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    facts.join(" · ")
}

/// One of its figures where there is little room: “3 credits”, “8 hours”.
#[must_use]
pub fn short_figure(measure: Measure, number: u32) -> String {
    match measure {
        Measure::Hours => hours(number),
        other => quantity(number, other),
    }
}

/// Its figures as they are read aloud behind its facts: “, 3 credits, 8 guided learning hours. ”
#[must_use]
pub fn figures_read(figures: &[(Measure, u32)]) -> String {
    let read = figures.iter().fold(String::new(), |all, (of, number)| {
        format!("{all}, {}", quantity(*number, *of))
    });
    format!("{read}. ")
}
