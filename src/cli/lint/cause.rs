//! Why some rules cannot be met, by their forms.

use super::finding::Finding;
use super::place::Place;
use super::set::Set;
use super::trial::Trial;
use super::who::Who;
use super::{figures, levels, mandatory, subjects};
use crate::assess;
use crate::qualification::{Amount, Form, Group, Measure, Qualification, Selection, UnitCode};
use crate::wording;
use crate::wording::command::lint::{self as say, hint};

/// The finding for rules that no choice meets.
pub(super) fn of(place: &Place<'_>, trial: &mut Trial<'_>, at: &Who, set: &Set) -> Finding {
    let found = of_any(place, trial, at, set);
    match subjects::had(place, &set.all()).filter(|_| found.kind != "unreachable") {
        Some(had) => Finding {
            message: format!("{} {had}", found.message),
            ..found
        },
        None => found,
    }
}

fn of_any(place: &Place<'_>, trial: &mut Trial<'_>, at: &Who, set: &Set) -> Finding {
    let all = set.all();
    upside_down(place, &all)
        .or_else(|| mandatory::finding(place, trial, at, set))
        .or_else(|| alone(place, trial, at, set))
        .or_else(|| one_group(place, &all))
        .or_else(|| totals(place, &all))
        .unwrap_or_else(|| {
            let last = set.asking.last().copied().unwrap_or_default();
            Finding::new(
                place.rule(last, ""),
                "contradiction",
                say::none_meets_together(&place.named(&all)),
                hint::COMPARE_BOUNDS,
            )
        })
}

/// A floor above the limit of another rule on the same units.
fn upside_down(place: &Place<'_>, rules: &[usize]) -> Option<Finding> {
    let [one, two] = *rules else {
        return None;
    };
    let (first, second) = (place.amount(one)?, place.amount(two)?);
    let same = first.of == second.of
        && first.measure == second.measure
        && first.each_subject == second.each_subject;
    let above = |floor: &Amount, limit: &Amount| {
        limit
            .bounds
            .most()
            .is_some_and(|most| floor.bounds.floor() > most)
    };
    let (floor, limit) = if above(first, second) {
        (one, two)
    } else {
        (two, one)
    };
    (same && (above(first, second) || above(second, first))).then(|| {
        Finding::new(
            place.rule(floor, "at_least"),
            "minimum-above-maximum",
            say::more_than_another(&place.named(&[floor, limit])),
            hint::CORRECT_ONE,
        )
    })
}

/// A rule that asks for more than there is.
fn alone(place: &Place<'_>, trial: &mut Trial<'_>, at: &Who, set: &Set) -> Option<Finding> {
    let [rule] = *set.asking else {
        return None;
    };
    let written = place.qualification.rules.get(rule)?;
    let key = match &written.form {
        Form::Choice { bounds, .. } if (bounds.least(), bounds.most()) == (Some(1), None) => {
            "options"
        }
        _ => "at_least",
    };
    let judged = trial.judged(&trial.with(|_| true, []), at)?;
    let finding = judged.judgements.iter().find(|one| one.rule == written.id);
    let most = match finding.map(|one| &one.finding) {
        Some(assess::Finding::Amount {
            measure,
            reachable: Some(most),
            ..
        }) => say::no_more_than(&wording::quantity(*most, *measure)),
        _ => String::new(),
    };
    let most = subjects::short(place, trial, at, rule)
        .or_else(|| subjects::number(place, rule))
        .unwrap_or(most);
    let is_closing = |rule: &usize| {
        let rule = place.qualification.rules.get(*rule);
        rule.is_some_and(|rule| matches!(rule.form, Form::Registration { .. }))
    };
    let silent = place.named(&set.silent);
    let hint = if !set.silent.is_empty() {
        let are_closing = set.silent.iter().all(is_closing);
        say::kept_from(&silent, set.silent.len() == 1, are_closing)
    } else if let Some(why) = levels::why(place, &written.form) {
        why
    } else if let Some(figures) = figures::of_rule(place, rule) {
        format!("{} {}", figures.message, figures.hint)
    } else if key == "options" {
        hint::WHOLE_SET.to_owned()
    } else {
        say::lower(key)
    };
    Some(Finding::new(
        place.rule(rule, key),
        "unreachable",
        say::none_meets(&place.named(&[rule]), &most),
        hint,
    ))
}

/// Rules that all speak of one group.
fn one_group(place: &Place<'_>, rules: &[usize]) -> Option<Finding> {
    let qualification = place.qualification;
    let groups = qualification.groups.iter().enumerate();
    // The innermost comes last.
    let (index, group) = groups.rev().find(|(_, group)| {
        let forms = rules
            .iter()
            .filter_map(|rule| qualification.rules.get(*rule));
        forms
            .map(|rule| &rule.form)
            .all(|form| speaks_of(qualification, form, group))
    })?;
    Some(Finding::new(
        place.group(index),
        "unsatisfiable-group",
        say::none_of_group(&group.title, &place.named(rules)),
        hint::COMPARE_GROUP,
    ))
}

/// Whether a rule speaks of one group and those within it, and of nothing else.
fn speaks_of(qualification: &Qualification, form: &Form, outer: &Group) -> bool {
    let inside = |unit: &UnitCode| {
        let mut offering = qualification
            .groups
            .iter()
            .filter(|one| one.units.contains(unit));
        offering.all(|one| qualification.is_within(one, &outer.id))
    };
    let selects = |of: &Selection| {
        let mut groups = of.groups.iter().filter_map(|id| qualification.group(id));
        let by_group =
            !of.groups.is_empty() && groups.all(|one| qualification.is_within(one, &outer.id));
        by_group || !of.units.is_empty() && of.units.iter().all(inside)
    };
    match form {
        Form::Amount(amount) => selects(&amount.of),
        Form::Share { of, out_of, .. } => selects(of) && selects(out_of),
        other => {
            let units = other.units();
            !units.is_empty() && units.into_iter().all(inside)
        }
    }
}

/// Amounts of several parts that do not add up to what is asked for in all.
fn totals(place: &Place<'_>, rules: &[usize]) -> Option<Finding> {
    let amounts: Option<Vec<&Amount>> = rules.iter().map(|rule| place.amount(*rule)).collect();
    let amounts = amounts?;
    let first = amounts.first()?;
    let adds_up = !matches!(first.measure, Measure::Groups | Measure::Subjects);
    if !adds_up || amounts.iter().any(|one| one.measure != first.measure) {
        return None;
    }
    let overall = amounts.iter().position(|one| one.of.is_all()).unwrap_or(0);
    let (rule, whole) = (*rules.get(overall)?, amounts.get(overall)?);
    let parts_ask = |one: &&Amount| !one.of.is_all() && one.bounds.least().is_some();
    let over = whole.bounds.most().is_some()
        && (whole.bounds.least().is_none() || amounts.iter().copied().any(|one| parts_ask(&one)));
    let key = if over { "at_most" } else { "at_least" };
    let others: Vec<usize> = rules.iter().copied().filter(|one| *one != rule).collect();
    Some(Finding::new(
        place.rule(rule, key),
        "contradictory-totals",
        say::parts_against(&place.named(&[rule]), over, &place.named(&others)),
        hint::ADD_UP,
    ))
}
