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
    quoted_by(codes, |code| of.unit(code).map(|unit| unit.title.as_str()))
}

/// What units are called, each in quotation marks; the code where it is called nothing.
pub(super) fn quoted_by<'a>(
    codes: &[UnitCode],
    called: impl Fn(&UnitCode) -> Option<&'a str>,
) -> Vec<String> {
    let quote = |code: &UnitCode| {
        let name = called(code);
        name.map_or_else(|| code.to_string(), |name| format!("“{name}”"))
    };
    codes.iter().map(quote).collect()
}
