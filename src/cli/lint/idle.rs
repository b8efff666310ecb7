//! Units and groups that no valid combination uses.
//!
//! The engine looks for the valid combination with the most units that are not in any yet, again and
//! again, until it finds none: what is left then is in none at all.

use std::collections::BTreeSet;

use super::figures::fits;
use super::finding::Finding;
use super::place::Place;
use super::trial::Trial;
use super::who::Who;
use crate::assess::Aim;
use crate::plan::Action;
use crate::qualification::{Amount, Form, Group, Qualification, Surplus, UnitCode, When};
use crate::wording;
use crate::wording::command::lint::searching;
use crate::wording::command::lint_units::{self as say, hint};

/// Findings that say why a unit cannot be taken.
const EXPLAINING: [&str; 3] = ["never-open", "unmet-need", "unreachable-if-used"];

/// `told` is what was reported already: a unit that never opens is not reported a second time.
pub(super) fn findings(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    told: &[Finding],
) -> Vec<Finding> {
    trial.look_at(searching::USE);
    let mut found = empty_groups(place);
    let Some(unused) = unused(place.qualification, trial, who) else {
        return found;
    };
    let groups = unusable_groups(place, trial, who, &unused);
    let explained = explained(place, told);
    let in_groups = |code: &UnitCode| {
        let all = place.qualification.groups.iter().enumerate();
        let mut offering = all.filter(|(_, group)| group.units.contains(code));
        offering.all(|(index, _)| groups.contains(&index))
    };
    for index in &groups {
        let parent = place.qualification.groups.get(*index);
        let parent = parent.and_then(|group| group.parent.as_ref());
        let is_parent = |outer: &usize| {
            let outer = place.qualification.groups.get(*outer);
            outer.map(|outer| &outer.id) == parent
        };
        let all_explained = place.qualification.groups.get(*index).is_some_and(|group| {
            offered(place.qualification, group).all(|code| explained.contains(code))
        });
        if groups.iter().any(is_parent) || all_explained {
            continue;
        }
        found.push(Finding::new(
            place.group(*index),
            "unusable-group",
            say::NO_UNIT_OF_GROUP,
            hint::COMPARE_RULES,
        ));
    }
    for code in unused.iter().filter(|code| !explained.contains(code)) {
        if !in_groups(code) {
            found.push(Finding::new(
                place.unit(code),
                "unusable-unit",
                say::no_combination_has(code),
                too_large(place, code).unwrap_or_else(|| say::find_what_keeps_out(code)),
            ));
        }
    }
    found
}

/// The limit that a unit by itself is above.
fn too_large(place: &Place<'_>, code: &UnitCode) -> Option<String> {
    let qualification = place.qualification;
    let unit = qualification.unit(code)?;
    let (index, amount) = qualification
        .rules
        .iter()
        .enumerate()
        .find_map(|(index, rule)| {
            let Form::Amount(amount) = &rule.form else {
                return None;
            };
            let most = amount.bounds.most()?;
            let is_asked = !amount.each_subject || unit.subject.is_some();
            let is_above = unit.amount(amount.measure) > most
                && rule.when == When::default()
                && amount.of.earned.is_empty()
                && is_asked
                && fits(qualification, &amount.of, unit);
            is_above.then_some((index, amount))
        })?;
    let figure = wording::quantity(unit.amount(amount.measure), amount.measure);
    Some(say::too_large(code, &figure, &place.named(&[index])))
}

/// Groups that offer nothing and show nothing.
fn empty_groups(place: &Place<'_>) -> Vec<Finding> {
    let qualification = place.qualification;
    let groups = qualification.groups.iter().enumerate();
    let empty = groups.filter(|(_, group)| {
        let mut inside = qualification.groups.iter();
        let inside = inside.any(|other| other.parent.as_ref() == Some(&group.id));
        group.units.is_empty() && group.closed_units.is_empty() && !inside
    });
    empty
        .map(|(index, _)| {
            Finding::new(
                format!("{}.units", place.group(index)),
                "empty-group",
                say::EMPTY_GROUP,
                hint::LIST_UNITS,
            )
        })
        .collect()
}

/// The units of a group and of those within it.
fn offered<'a>(
    qualification: &'a Qualification,
    outer: &'a Group,
) -> impl Iterator<Item = &'a UnitCode> {
    let groups = qualification.groups.iter();
    let within = groups.filter(|group| qualification.is_within(group, &outer.id));
    within.flat_map(|group| &group.units)
}

/// Units that nobody can take for a known reason.
fn explained(place: &Place<'_>, told: &[Finding]) -> BTreeSet<UnitCode> {
    let qualification = place.qualification;
    let mut units = BTreeSet::new();
    for (index, rule) in qualification.rules.iter().enumerate() {
        let here = format!("{}.", place.rule(index, ""));
        let told: Vec<&Finding> = told
            .iter()
            .filter(|one| one.path.starts_with(&here) && EXPLAINING.contains(&one.kind))
            .collect();
        let is_told = !told.is_empty();
        match &rule.form {
            Form::Registration { unit, .. } | Form::Needs { unit, .. } if is_told => {
                units.insert(unit.clone());
            }
            Form::Amount(amount) if is_told && amount.each_subject => {
                let is_named = |subject: &String| {
                    let subject = format!("“{subject}”");
                    told.iter().any(|one| one.message.contains(&subject))
                };
                let short = qualification.units.iter().filter(|unit| {
                    unit.subject.as_ref().is_some_and(is_named)
                        && fits(qualification, &amount.of, unit)
                });
                units.extend(short.map(|unit| unit.code.clone()));
            }
            // Extra units may be taken and are never to count.
            Form::Amount(amount) if is_told || never_counts(amount) => {
                let group = amount.of.group().and_then(|id| qualification.group(id));
                let group = group.into_iter();
                units.extend(
                    group
                        .flat_map(|group| offered(qualification, group))
                        .cloned(),
                );
            }
            _ => {}
        }
    }
    units
}

fn never_counts(amount: &Amount) -> bool {
    amount.surplus == Surplus::NotCounted && amount.bounds.most() == Some(0)
}

/// The offered units that are in no valid combination; `None` where the search stopped.
fn unused(
    qualification: &Qualification,
    trial: &mut Trial<'_>,
    who: &[Who],
) -> Option<BTreeSet<UnitCode>> {
    let offered = qualification.groups.iter().flat_map(|group| &group.units);
    let mut left: BTreeSet<UnitCode> = offered.cloned().collect();
    let of = trial.with(|_| true, []);
    for at in who {
        let mut plan = at.plan(&of);
        loop {
            plan.wished = left.iter().cloned().collect();
            let Some(best) = trial.completed(&of, at, &plan, Aim::Preferred)? else {
                break;
            };
            let before = left.len();
            left.retain(|code| !best.units.contains(code));
            if left.is_empty() {
                return Some(left);
            }
            if left.len() == before {
                break;
            }
        }
    }
    Some(left)
}

/// The places of groups in which no unit can count.
fn unusable_groups(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    unused: &BTreeSet<UnitCode>,
) -> Vec<usize> {
    let qualification = place.qualification;
    let groups = qualification.groups.iter().enumerate();
    let usable = |group: &Group, trial: &mut Trial<'_>| {
        let units: Vec<&UnitCode> = offered(qualification, group).collect();
        let used = units.iter().filter(|code| !unused.contains(**code));
        units.is_empty()
            || used
                .into_iter()
                .any(|code| counts_in(qualification, trial, who, (code, group)))
    };
    groups
        .filter(|(_, group)| !usable(group, trial))
        .map(|(index, _)| index)
        .collect()
}

/// Whether a unit that is in some valid combination may count in this group, or in one within it.
fn counts_in(
    qualification: &Qualification,
    trial: &mut Trial<'_>,
    who: &[Who],
    (code, outer): (&UnitCode, &Group),
) -> bool {
    let groups = qualification.groups.iter();
    let (inside, outside): (Vec<&Group>, Vec<&Group>) = groups
        .filter(|group| group.units.contains(code))
        .partition(|group| qualification.is_within(group, &outer.id));
    if outside.is_empty() {
        return true;
    }
    let of = trial.with(|_| true, []);
    inside.into_iter().any(|group| {
        who.iter().any(|at| {
            let pin = Action::SetGroup(code.clone(), Some(group.id.clone()));
            let plan = at.plan(&of).after(Action::Pick(code.clone())).after(pin);
            // Where it is not known, nothing is reported.
            let best = trial.completed(&of, at, &plan, Aim::FewestUnits);
            best.is_none_or(|best| best.is_some_and(|best| best.units.contains(code)))
        })
    })
}
