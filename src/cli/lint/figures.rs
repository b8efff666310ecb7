//! Rules that count a figure which some of their units do not have. Such a unit adds nothing to the
//! rule, and a figure that was forgotten looks the same.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::place::{Place, codes};
use crate::qualification::{Form, Measure, Qualification, Selection, Unit, UnitCode};
use crate::wording;
use crate::wording::command::lint_units as say;

/// `alone` are rules that nobody can meet by themselves; their error already says why.
pub(super) fn findings(place: &Place<'_>, alone: &BTreeSet<usize>) -> Vec<Finding> {
    let rules = 0..place.qualification.rules.len();
    let others = rules.filter(|rule| !alone.contains(rule));
    others.filter_map(|rule| of_rule(place, rule)).collect()
}

/// The figure that a rule counts and that some of its units do not have.
pub(super) fn of_rule(place: &Place<'_>, index: usize) -> Option<Finding> {
    let qualification = place.qualification;
    let (measure, selections) = match &qualification.rules.get(index)?.form {
        Form::Amount(amount) => (amount.measure, vec![&amount.of]),
        Form::Share {
            measure,
            of,
            out_of,
            ..
        } => (*measure, vec![of, out_of]),
        _ => return None,
    };
    // Points were always left out where there are none.
    if !matches!(measure, Measure::Credits | Measure::Hours) {
        return None;
    }
    let fitting = qualification.units.iter().filter(|unit| {
        let mut selections = selections.iter();
        selections.any(|of| fits(qualification, of, unit))
    });
    let (with, without): (Vec<&Unit>, Vec<&Unit>) =
        fitting.partition(|unit| unit.given(measure).is_some());
    if without.is_empty() {
        return None;
    }
    // Where none has a figure, another is likely to be meant.
    let other = [Measure::Credits, Measure::Hours, Measure::Points]
        .into_iter()
        .filter(|_| with.is_empty())
        .find(|other| without.iter().all(|unit| unit.given(*other).is_some()));
    let place_of = |other: Measure| Measure::ALL.iter().position(|one| *one == other);
    let other = other.and_then(|other| Measure::NAMES.get(place_of(other)?));
    let meant = wording::meant(other.as_slice());
    let units: Vec<UnitCode> = without.iter().map(|unit| unit.code.clone()).collect();
    let name = wording::measure_name(measure).to_lowercase();
    Some(Finding::new(
        place.rule(index, "measure"),
        "missing-figure",
        say::missing_figure(&name, &named(&units), units.len() == 1, &meant),
        say::give_figure(&name),
    ))
}

/// Units by their codes; of very many only the first few.
pub(super) fn named(units: &[UnitCode]) -> String {
    const MOST: usize = 8;
    match units.len().checked_sub(MOST) {
        Some(more) if more > 1 => {
            let first: Vec<&str> = units.iter().take(MOST).map(UnitCode::as_str).collect();
            say::and_others(&first, more)
        }
        _ => codes(units),
    }
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
