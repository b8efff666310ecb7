//! Mandatory units that are closed, barred by each other, or more than a limit leaves room for.

use super::finding::Finding;
use super::place::{Place, codes, units_of};
use super::trial::Trial;
use super::who::Who;
use crate::assess::NotCounted;
use crate::qualification::{Form, UnitCode};

/// What is told of rules of which some ask for mandatory units; `None` where that is not the
/// reason why they cannot be met.
pub(super) fn finding(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    at: &Who,
    rules: &[usize],
) -> Option<Finding> {
    let form = |rule: &usize| place.qualification.rules.get(*rule).map(|rule| &rule.form);
    let is_mandatory = |rule: &&usize| matches!(form(rule), Some(Form::Mandatory { .. }));
    let mandatory: Vec<usize> = rules.iter().filter(is_mandatory).copied().collect();
    if let Some(finding) = mandatory
        .iter()
        .find_map(|rule| closed(place, trial, at, *rule))
    {
        return Some(finding);
    }
    let units: Vec<&UnitCode> = mandatory
        .iter()
        .filter_map(form)
        .flat_map(units_of)
        .collect();
    if units.is_empty() {
        return None;
    }
    let barring = trial.in_the_way(place, at, rules, Form::decides_what_counts);
    if let Some(rule) = barring.filter(|rule| place.amount(*rule).is_none()) {
        let barred = form(&rule).map(units_of).unwrap_or_default();
        let both = units.iter().copied().filter(|unit| barred.contains(unit));
        return Some(Finding::new(
            place.rule(rule, ""),
            "mandatory-barred",
            format!(
                "{} are mandatory, but do not count together: {}.",
                codes(both),
                place.named(&[rule])
            ),
            "Take one of them out of the mandatory units or out of this rule.",
        ));
    }
    let limit = |rule: &usize| {
        place
            .amount(*rule)
            .is_some_and(|one| one.bounds.most().is_some())
    };
    let limit = barring.or_else(|| rules.iter().copied().find(limit))?;
    Some(Finding::new(
        place.rule(limit, "at_most"),
        "mandatory-excluded",
        format!(
            "The mandatory units {} do not fit under this limit: {}.",
            codes(units),
            place.named(rules)
        ),
        "Raise at_most to what the mandatory units bring, or make fewer of them mandatory.",
    ))
}

/// A mandatory unit that is closed to these learners.
fn closed(place: &Place<'_>, trial: &mut Trial<'_>, at: &Who, rule: usize) -> Option<Finding> {
    let Form::Mandatory { units } = &place.qualification.rules.get(rule)?.form else {
        return None;
    };
    let found = trial.judged(&trial.with(|_| true, []), at)?;
    units.iter().enumerate().find_map(|(index, unit)| {
        let status = found
            .unit_statuses
            .get(place.qualification.unit_index(unit)?)?;
        let (NotCounted::Registration {
            rule: closing,
            instead,
            ..
        }
        | NotCounted::NotYet {
            rule: closing,
            instead,
            ..
        }) = status.not_counted.as_ref()?
        else {
            return None;
        };
        let rules = &place.qualification.rules;
        let closing = rules.iter().position(|rule| rule.id == *closing)?;
        let hint = instead.as_ref().map_or_else(
            || "Make it mandatory only for those to whom it is open, under when.".to_owned(),
            |instead| {
                format!(
                    "Let a choice of {unit} or {instead} take the place of the mandatory unit, or \
                     say under when for whom each of them is mandatory."
                )
            },
        );
        Some(Finding::new(
            place.rule(rule, &format!("units[{index}]")),
            "mandatory-closed",
            format!(
                "Unit {unit} is mandatory, but closed: {}.",
                place.named(&[closing])
            ),
            hint,
        ))
    })
}
