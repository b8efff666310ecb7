//! Units with their titles and what they are worth.

use super::list::join;
use super::measure::worth;
use crate::qualification::{Qualification, UnitCode};

/// Units by code and title: “8607-518 Making Professional Presentations (2 credits)”.
pub(super) fn titles(qualification: &Qualification, codes: &[UnitCode]) -> String {
    join(&each_title(qualification, codes))
}

/// Each code with its title and credits.
pub(super) fn each_title(qualification: &Qualification, codes: &[UnitCode]) -> Vec<String> {
    codes
        .iter()
        .map(|code| match qualification.unit(code) {
            Some(unit) => match worth(qualification, unit) {
                Some(worth) => format!("{code} {} ({worth})", unit.title),
                None => format!("{code} {}", unit.title),
            },
            None => code.to_string(),
        })
        .collect()
}

/// The titles of units, each in quotation marks.
pub(super) fn quoted(of: &Qualification, codes: &[UnitCode]) -> Vec<String> {
    let title = |code: &UnitCode| match of.unit(code) {
        Some(unit) => format!("“{}”", unit.title),
        None => code.to_string(),
    };
    codes.iter().map(title).collect()
}
