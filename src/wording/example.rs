//! Plans to start from, for who has none yet: which units they have, and what they are called.

use super::quantity::{hours, quantity};
use crate::assess::Assessment;
use crate::qualification::{Measure, Qualification};

/// A plan to start from.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it is called.
    pub name: &'static str,
    /// Whom it is for.
    pub about: &'static str,
    /// The name of its qualification.
    pub qualification: &'static str,
    /// The codes of its units.
    pub units: &'static [&'static str],
}

/// The plans to start from, each for a qualification that comes with the planner.
pub const EXAMPLES: [Example; 3] = [
    Example {
        name: "Coaching in a year",
        about: "For managers who lead people",
        qualification: "8607-certificate",
        units: &["8607-501", "8607-550", "8607-400"],
    },
    Example {
        name: "The shortest way",
        about: "Fewest hours that complete it",
        qualification: "8607-certificate",
        units: &["8607-524", "8607-404"],
    },
    Example {
        name: "Money and projects",
        about: "For managers with a budget",
        qualification: "8607-diploma",
        units: &[
            "8607-502", "8607-504", "8607-510", "8607-511", "8607-512", "8607-513", "8607-520",
            "8607-403", "8607-407", "8607-420",
        ],
    },
];

/// What an example is for, and for whom: “Level 5 Certificate. For managers who lead people”.
#[must_use]
pub fn about_example(of: &Qualification, example: &Example) -> String {
    let level = of.level.map(super::level);
    let parts: Vec<String> = level
        .into_iter()
        .chain([of.size.name().to_owned()])
        .collect();
    format!("{}. {}", parts.join(" "), example.about)
}

/// How many more units there are than are named.
#[must_use]
pub fn and_more(number: usize) -> String {
    format!("and {number} more")
}

/// What counts of a plan, and its hours: “13 credits, 43 hours”.
#[must_use]
pub fn counted_in_all(of: &Qualification, found: &Assessment) -> String {
    let measure = of.measure();
    let counted = quantity(found.counted.of(measure), measure);
    match found.counted.of(Measure::Hours) {
        0 => counted,
        _ if measure == Measure::Hours => counted,
        number => format!("{counted}, {}", hours(number)),
    }
}
