//! Unit codes as people type them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::remarks::Failure;
use crate::catalogue::Catalogue;
use crate::exchange::codes::recognise;
use crate::plan::Plan;
use crate::qualification::{Qualification, Unit, UnitCode};

/// Codes with commas or spaces between, in any case, with or without the suite's prefix. One that no
/// qualification has is taken as it is given.
pub(crate) fn read(
    catalogue: &Catalogue,
    qualification: Option<&Qualification>,
    text: &str,
) -> Result<Vec<UnitCode>, Failure> {
    let parts = text.split(|between: char| matches!(between, ',' | ';') || between.is_whitespace());
    let mut all: Vec<UnitCode> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let here = qualification.and_then(|one| meant(part, || one.units.iter()));
        let code = match here.or_else(|| meant(part, || catalogue.units())) {
            Some(code) => code,
            None => UnitCode::new(part)
                .ok_or_else(|| Failure::new(format!("{part:?} is no unit code")))?,
        };
        // Also of one that nobody knows the case says nothing.
        let unknown = catalogue.unit(&code).is_none();
        let is_same = |known: &&UnitCode| known.as_str().eq_ignore_ascii_case(code.as_str());
        let same = all.iter().filter(|_| unknown).find(is_same).cloned();
        all.push(same.unwrap_or(code));
    }
    if all.len() > Plan::MOST_PICKS {
        return Err(Failure::new(format!(
            "more than {} unit codes",
            Plan::MOST_PICKS
        )));
    }
    Ok(all)
}

/// The codes in a cell of a table, read as a pasted list is: a title may stand beside a code. A code
/// that stands there twice is given twice.
pub(crate) fn in_cell(
    catalogue: &Catalogue,
    qualification: &Qualification,
    cell: &str,
) -> Result<Vec<UnitCode>, Failure> {
    let Some(found) = recognise(qualification, cell) else {
        return Err(Failure::new("the list of units is too long"));
    };
    let mut all = found.codes;
    let parts = cell.split(|between: char| matches!(between, ',' | ';') || between.is_whitespace());
    let mut alone: Vec<UnitCode> = Vec::new();
    for code in parts.filter_map(|part| only(qualification, part)) {
        if alone.contains(&code) {
            all.push(code);
        } else {
            alone.push(code);
        }
    }
    let others = found.unknown.join(" ");
    all.extend(read(catalogue, Some(qualification), &others)?);
    Ok(all)
}

/// The one unit that a text names, if it names one and nothing else.
pub(crate) fn only(qualification: &Qualification, text: &str) -> Option<UnitCode> {
    let found = recognise(qualification, text)?;
    match (found.codes.as_slice(), found.unknown.as_slice()) {
        ([code], []) => Some(code.clone()),
        _ => None,
    }
}

/// The code of these units that is meant, where that leaves no doubt: as it is given, in another
/// case, or without what stands before its last hyphen.
fn meant<'a, U: Iterator<Item = &'a Unit>>(part: &str, units: impl Fn() -> U) -> Option<UnitCode> {
    let whole = |code: &str| code == part;
    let any_case = |code: &str| code.eq_ignore_ascii_case(part);
    let ending = |code: &str| {
        let rest = code.rsplit_once('-').map(|(_, rest)| rest);
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(part))
    };
    let ways: [&dyn Fn(&str) -> bool; 3] = [&whole, &any_case, &ending];
    ways.into_iter().find_map(|fits| {
        let mut codes = units()
            .map(|unit| &unit.code)
            .filter(|code| fits(code.as_str()));
        let code = codes.next()?;
        codes.all(|other| other == code).then(|| code.clone())
    })
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
