//! Unit codes as people type them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::remarks::Failure;
use crate::catalogue::Catalogue;
use crate::names::{self, LONGEST, Said};
use crate::plan::Plan;
use crate::qualification::{Qualification, Unit, UnitCode};
use crate::wording::command::failure as say;

/// The units that a list gives.
#[derive(Default)]
pub(crate) struct Given {
    /// Their codes, each as often as it stands in the list.
    pub(crate) codes: Vec<UnitCode>,
    /// Other names by which the list calls units, each with the unit's code.
    pub(crate) called: Vec<(UnitCode, UnitCode)>,
}

/// Units as lists of them are read everywhere: first among those of the qualification, then among all.
/// A code that no qualification has is taken as it is given.
pub(crate) fn read(
    catalogue: &Catalogue,
    qualification: Option<&Qualification>,
    text: &str,
) -> Result<Given, Failure> {
    let unit_here = |code: &UnitCode| qualification.and_then(|one| one.unit(code));
    let unit = |code: &UnitCode| unit_here(code).or_else(|| catalogue.unit(code));
    let mut given = Given::default();
    let here = match qualification {
        Some(one) => names::read_of(one, text),
        None => names::read(std::iter::empty(), text),
    };
    for run in runs(text, here) {
        if run.unit.is_some() {
            given.add(unit, text, run)?;
            continue;
        }
        let first = run.place.start;
        let elsewhere = text.get(run.place).unwrap_or_default();
        for said in names::read(catalogue.units(), elsewhere) {
            let place = first + said.place.start..first + said.place.end;
            // A code that was not recognised as one of the qualification in the whole list is not one
            // of its codes.
            let has_digit = elsewhere
                .get(said.place)
                .is_some_and(|written| written.contains(|letter: char| letter.is_ascii_digit()));
            let may_be = |code: &UnitCode| !has_digit || unit_here(code).is_none();
            let found = said.unit.filter(may_be);
            let said = Said { unit: found, place };
            given.add(unit, text, said)?;
        }
    }
    if given.codes.len() > Plan::MOST_PICKS {
        return Err(Failure::new(say::too_many_codes(Plan::MOST_PICKS)));
    }
    Ok(given)
}

impl Given {
    fn add<'c>(
        &mut self,
        unit: impl Fn(&UnitCode) -> Option<&'c Unit>,
        text: &str,
        said: Said,
    ) -> Result<(), Failure> {
        let written = text.get(said.place).unwrap_or_default();
        let name = UnitCode::new(written);
        let Some(code) = said.unit else {
            let code = name.ok_or_else(|| Failure::new(say::no_code(written)))?;
            if unit(&code).is_some() {
                return Err(Failure::new(say::unit_or_figure(written)));
            }
            // The case makes no difference for an unknown code either.
            let is_same = |known: &&UnitCode| known.as_str().eq_ignore_ascii_case(code.as_str());
            let same = self.codes.iter().find(is_same).cloned();
            self.codes.push(same.unwrap_or(code));
            return Ok(());
        };
        let is_called_so = |name: &UnitCode| {
            let is_name = |other: &UnitCode| other.is_close_to(name.as_str());
            !is_name(&code) && unit(&code).is_some_and(|unit| unit.names().any(is_name))
        };
        let called = name.filter(is_called_so).map(|name| (name, code.clone()));
        self.called
            .extend(called.filter(|one| !self.called.contains(one)));
        self.codes.push(code);
        Ok(())
    }
}

/// An unknown piece is kept as one text as far as it goes: the codes of another body may have spaces,
/// and the words beside one may be its title.
fn runs(text: &str, all: Vec<Said>) -> Vec<Said> {
    let mut runs: Vec<Said> = Vec::new();
    for said in all {
        let before = runs.last_mut().filter(|run| {
            let between = text.get(run.place.end..said.place.start);
            let is_bare = between.is_some_and(|text| !text.contains(char::is_alphanumeric));
            is_bare && run.unit.is_none() && said.unit.is_none()
        });
        match before {
            Some(run) => run.place.end = said.place.end,
            None => runs.push(said),
        }
    }
    runs
}

/// The units in a cell of a table.
pub(crate) fn in_cell(
    catalogue: &Catalogue,
    qualification: &Qualification,
    cell: &str,
) -> Result<Given, Failure> {
    if cell.len() > LONGEST {
        return Err(Failure::new(say::LIST_TOO_LONG));
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

/// The units that stand more than once in a plan's JSON, some under other names: those and their codes.
pub(crate) fn twice_in(text: &str, called: &[(UnitCode, UnitCode)]) -> Vec<UnitCode> {
    let plan: Value = serde_json::from_str(text).unwrap_or_default();
    let units = plan["units"].as_array().into_iter().flatten();
    let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for code in units.filter_map(|unit| UnitCode::new(unit["code"].as_str()?)) {
        let own = called.iter().find(|(name, _)| *name == code);
        let code = own.map_or(code, |(_, own)| own.clone());
        if !once.insert(code.clone()) {
            twice.insert(code);
        }
    }
    twice.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Result<(Vec<String>, Vec<String>), Failure> {
        let unit = |code: &str, title: &str, former: &str| {
            format!(
                r#"{{"code": "{code}", "title": "{title}", "former_codes": [{former}], "credits": 1}}"#
            )
        };
        let units = [
            unit("1", "Anatomy", ""),
            unit("3", "Coaching", "\"P 3\""),
            unit("AB 12", "Running", ""),
        ];
        let file = format!(
            r#"{{"format": 1, "id": "t", "title": "T", "awarding_body": "T",
                "source": {{"document": "D", "checked": "2026-01-01"}},
                "units": [{}], "qualifications": [{{"id": "q", "title": "Q", "level": 3,
                "size": "award", "groups": [{{"id": "g", "title": "G", "units": ["1", "3"]}}],
                "rules": [{{"id": "r", "kind": "amount", "measure": "credits", "at_least": 1}}]}}]}}"#,
            units.join(", ")
        );
        let mut catalogue = Catalogue::default();
        catalogue.add(crate::catalogue::read(&file).file.unwrap());
        let qualification = catalogue.named("q").unwrap().clone();
        let given = read(&catalogue, Some(&qualification), text)?;
        let called = given.called.iter();
        Ok((
            given.codes.iter().map(ToString::to_string).collect(),
            called
                .map(|(name, own)| format!("{name} is {own}"))
                .collect(),
        ))
    }

    fn check(text: &str, codes: &[&str], called: &[&str]) {
        let (found_codes, found_called) = found(text).ok().unwrap();
        assert_eq!(found_codes, codes, "{text}");
        assert_eq!(found_called, called, "{text}");
    }

    #[test]
    fn units_are_read_here_then_elsewhere_and_the_rest_is_taken_as_it_is() {
        check("1, XYZ 99, AB 12, AB", &["1", "XYZ 99", "AB 12", "AB"], &[]);
        check("AB 12 XYZ  99|3", &["AB 12", "XYZ 99", "3"], &[]);
        check("p3|1", &["3", "1"], &["p3 is 3"]);
        check("1\nP 3", &["1", "3"], &["P 3 is 3"]);
        check("1, 3, 1", &["1", "3", "1"], &[]);
        check("ab 13, AB 13", &["ab 13", "ab 13"], &[]);
        check("AB: 12, 1", &["AB 12", "1"], &[]);
        check("Anatomy\n3", &["1", "3"], &[]);
    }

    #[test]
    fn what_may_be_a_unit_or_a_figure_of_another_is_neither() {
        check("1 Anatomy\n3 Coaching", &["1", "3"], &[]);
        for text in ["1 Anatomy 3", "Level 3", "1, Anatomy, 3, 60"] {
            let Failure(wrong) = found(text).err().unwrap();
            let said = &wrong[0].message;
            assert!(said.contains("\"3\" may be a unit"), "{text}: {said}");
        }
    }
}
