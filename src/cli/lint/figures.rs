//! Rules that count what some of their units are not given. Such a unit adds nothing to the rule, and
//! a figure that was forgotten looks just the same.

use super::Finding;
use super::place::{Place, codes};
use crate::qualification::{Form, Measure, Qualification, Selection, Unit, UnitCode};
use crate::wording;

pub(super) fn findings(place: &Place<'_>) -> Vec<Finding> {
    let qualification = place.qualification;
    let rules = qualification.rules.iter().enumerate();
    rules
        .filter_map(|(index, rule)| {
            let (measure, selections) = match &rule.form {
                Form::Amount(amount) => (amount.measure, vec![&amount.of]),
                Form::Share { measure, of, out_of, .. } => (*measure, vec![of, out_of]),
                _ => return None,
            };
            // Points were always left out where there are none.
            let is_asked = matches!(measure, Measure::Credits | Measure::Hours);
            let units = qualification.units.iter().filter(|unit| {
                let mut selections = selections.iter();
                is_asked
                    && unit.given(measure).is_none()
                    && selections.any(|of| fits(qualification, of, unit))
            });
            let units: Vec<UnitCode> = units.map(|unit| unit.code.clone()).collect();
            let name = wording::measure_name(measure).to_lowercase();
            (!units.is_empty()).then(|| {
                Finding::new(
                    place.rule(index, "measure"),
                    "missing-figure",
                    format!(
                        "The rule counts {name}, and {} given none, so that it adds nothing: {}.",
                        if units.len() == 1 { "a unit is" } else { "units are" },
                        named(&units)
                    ),
                    format!("Give each unit its {name} as printed, 0 where 0 is printed, or correct the measure."),
                )
            })
        })
        .collect()
}

/// Units by their codes, of very many the first few.
pub(super) fn named(units: &[UnitCode]) -> String {
    const MOST: usize = 8;
    match units.len().checked_sub(MOST) {
        Some(more) if more > 1 => format!("{} and {more} others", list(units.iter().take(MOST))),
        _ => codes(units),
    }
}

fn list<'c>(units: impl Iterator<Item = &'c UnitCode>) -> String {
    let units: Vec<&str> = units.map(UnitCode::as_str).collect();
    units.join(", ")
}

/// True where a unit that may be chosen is one of those that a rule speaks of, however it is earned.
pub(super) fn fits(qualification: &Qualification, of: &Selection, unit: &Unit) -> bool {
    let mut offering = qualification
        .groups
        .iter()
        .filter(|group| group.units.contains(&unit.code));
    offering.any(|group| {
        let mut named = of.groups.iter();
        (of.groups.is_empty() || named.any(|outer| qualification.is_within(group, outer)))
            && (of.units.is_empty() || of.units.contains(&unit.code))
            && of
                .level_from
                .is_none_or(|from| unit.level.is_some_and(|level| level >= from))
            && of
                .level_to
                .is_none_or(|to| unit.level.is_some_and(|level| level <= to))
            && of.tag.as_ref().is_none_or(|tag| unit.tags.contains(tag))
            && (of.subject.is_none() || of.subject == unit.subject)
    })
}
