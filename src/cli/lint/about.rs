//! What units are about: subjects in which no unit stands, and short names that mean two units.

use std::collections::BTreeMap;

use super::finding::Finding;
use super::place::Place;
use crate::catalogue::Reading;
use crate::qualification::{Qualification, UnitCode};
use crate::wording::command::lint_units::{self as say, hint};

/// Subjects of a qualification in which none of its units stands.
pub(super) fn empty_subjects(place: &Place<'_>) -> Vec<Finding> {
    let Some(about) = place.qualification.about() else {
        return Vec::new();
    };
    let units = place.qualification.units.iter();
    let said = units.filter_map(|unit| about.unit(&unit.code));
    let is_empty = |id: &str| !said.clone().any(|unit| unit.is_in(id));
    let subjects = about.subjects.iter().enumerate();
    let empty = subjects.filter(|(_, subject)| is_empty(&subject.id));
    let empty = empty.map(|(index, subject)| {
        Finding::new(
            place.key(&format!("subjects[{index}]")),
            "empty-subject",
            say::empty_subject(&subject.label),
            hint::NAME_IN_UNITS,
        )
    });
    empty.collect()
}

/// Short names that another unit of a qualification has as well, or has for a title.
pub(super) fn short_names(reading: &Reading) -> Vec<Finding> {
    let qualifications = reading.file.iter().flat_map(|file| &file.qualifications);
    let mut twice: BTreeMap<&UnitCode, (&str, &UnitCode)> = BTreeMap::new();
    for one in qualifications {
        twice.extend(twice_in(one));
    }
    let units = reading.units.iter();
    let found = units.filter_map(|(place, code)| {
        let (name, other) = twice.get(code)?;
        Some(Finding::new(
            format!("units[{place}].short_name"),
            "same-short-name",
            say::same_short_name(name, code, other),
            hint::NAME_OF_ITS_OWN,
        ))
    });
    found.collect()
}

/// The units whose short name is another's too, each with that name and the other.
fn twice_in(of: &Qualification) -> Vec<(&UnitCode, (&str, &UnitCode))> {
    let Some(about) = of.about() else {
        return Vec::new();
    };
    let mut known: BTreeMap<String, &UnitCode> = BTreeMap::new();
    for unit in &of.units {
        known.entry(unit.title.to_lowercase()).or_insert(&unit.code);
    }
    let mut twice = Vec::new();
    for unit in of.units.iter().filter_map(|unit| about.unit(&unit.code)) {
        let Some(name) = &unit.short_name else {
            continue;
        };
        let first = *known.entry(name.to_lowercase()).or_insert(&unit.code);
        if *first != unit.code {
            twice.push((&unit.code, (name.as_str(), first)));
        }
    }
    twice
}
