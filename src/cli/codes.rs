//! Unit codes as people type them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::remarks::Failure;
use crate::catalogue::Catalogue;
use crate::names::{self, LONGEST, Said};
use crate::plan::Plan;
use crate::qualification::{Names, Qualification, UnitCode};

/// Units as lists of them are read everywhere: first among those of the qualification, then among all.
/// A code that no qualification has is taken as it is given.
pub(crate) fn read(
    catalogue: &Catalogue,
    qualification: Option<&Qualification>,
    text: &str,
) -> Result<Vec<UnitCode>, Failure> {
    let here = qualification.into_iter().flat_map(|one| &one.units);
    let mut all: Vec<UnitCode> = Vec::new();
    for said in runs(names::read(here, text)) {
        let elsewhere = match said {
            Said::Unit(_) => vec![said],
            Said::Unknown(text) => names::read(catalogue.units(), &text),
        };
        for said in elsewhere {
            let code = match said {
                Said::Unit(code) => code,
                Said::Unknown(text) => UnitCode::new(&text)
                    .ok_or_else(|| Failure::new(format!("{text:?} is no unit code")))?,
            };
            // Also of one that nobody knows the case says nothing.
            let unknown = catalogue.unit(&code).is_none();
            let is_same = |known: &&UnitCode| known.as_str().eq_ignore_ascii_case(code.as_str());
            let same = all.iter().filter(|_| unknown).find(is_same).cloned();
            all.push(same.unwrap_or(code));
        }
    }
    if all.len() > Plan::MOST_PICKS {
        return Err(Failure::new(format!(
            "more than {} unit codes",
            Plan::MOST_PICKS
        )));
    }
    Ok(all)
}

/// What is not known stands in one text as far as it goes: elsewhere a code may have spaces in it.
fn runs(all: Vec<Said>) -> Vec<Said> {
    let mut runs: Vec<Said> = Vec::new();
    for said in all {
        match (runs.last_mut(), said) {
            (Some(Said::Unknown(run)), Said::Unknown(text)) => {
                run.push(' ');
                run.push_str(&text);
            }
            (_, said) => runs.push(said),
        }
    }
    runs
}

/// The most words of a name.
const MOST_WORDS: usize = 6;

/// The units that a text names otherwise than by their codes: by former ones, or by the regulator's
/// number. With what it calls them.
pub(crate) fn called(qualification: &Qualification, text: &str) -> Vec<(UnitCode, UnitCode)> {
    let names = Names::new(&qualification.units);
    let parts = text.split([',', ';', '\t', '\n', '\r']);
    let mut called = Vec::new();
    for part in parts {
        let words: Vec<&str> = part.split_whitespace().collect();
        for count in 1..=words.len().min(MOST_WORDS) {
            called.extend(words.windows(count).filter_map(|words| {
                let name = UnitCode::new(&words.join(" "))?;
                let unit = names.find_close(name.as_str())?;
                // One of several words has spaces of its own: “1 2” is not “12”.
                let is_whole = count == 1 || names.find(name.as_str()).is_some();
                let is_other = is_whole && !unit.code.is_close_to(name.as_str());
                is_other.then(|| (name, unit.code.clone()))
            }));
        }
    }
    called.sort_unstable();
    called.dedup();
    called
}

/// The codes in a cell of a table, as often as they stand there.
pub(crate) fn in_cell(
    catalogue: &Catalogue,
    qualification: &Qualification,
    cell: &str,
) -> Result<Vec<UnitCode>, Failure> {
    if cell.len() > LONGEST {
        return Err(Failure::new("the list of units is too long"));
    }
    read(catalogue, Some(qualification), cell)
}

/// The one unit that a text names by its code, if it names one and no other number: its title may be
/// another.
pub(crate) fn only(qualification: &Qualification, text: &str) -> Option<UnitCode> {
    let found = names::recognise(qualification, text)?;
    let has_digit = |text: &String| text.bytes().any(|byte| byte.is_ascii_digit());
    match found.codes.as_slice() {
        [code] if !found.unknown.iter().any(has_digit) => Some(code.clone()),
        _ => None,
    }
}

/// The codes that stand more than once among the units of a plan's JSON.
pub(crate) fn twice_in(text: &str) -> Vec<UnitCode> {
    let plan: Value = serde_json::from_str(text).unwrap_or_default();
    let units = plan["units"].as_array().into_iter().flatten();
    let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for code in units.filter_map(|unit| UnitCode::new(unit["code"].as_str()?)) {
        if !once.insert(code.clone()) {
            twice.insert(code);
        }
    }
    twice.into_iter().collect()
}
