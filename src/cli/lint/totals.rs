//! The published credit value against what the rules together allow.
//!
//! `credit_value` is only shown; it is no rule. Where the rules force or allow something else, one of
//! the two is mistyped. Units come whole, so that the fewest credits may lie above the least by less
//! than the largest unit, and the most below in the same way.

use super::finding::Finding;
use super::place::Place;
use super::trial::Trial;
use super::who::{Who, told};
use crate::assess::Aim;
use crate::qualification::{
    Amount, Bounds, Form, Measure, Qualification, RuleId, Selection, Surplus,
};
use crate::wording::command::lint::{self as say, hint, searching};

/// `who` are those who can complete the qualification, some of `everybody`.
pub(super) fn findings(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    everybody: &[Who],
) -> Vec<Finding> {
    trial.look_at(searching::CREDIT_VALUE);
    let Some(value) = place.qualification.credit_value else {
        return Vec::new();
    };
    let Some(form) = credits(Some(value)) else {
        return Vec::new();
    };
    let mut outside: Vec<(Vec<usize>, &Who)> = Vec::new();
    for at in who {
        let of = trial.with(|_| true, [form.clone()]);
        if trial.possible(&of, at) == Some(false) {
            outside.push((against(place, trial, (&of, &form), at), at));
        }
    }
    if !outside.is_empty() {
        let told = by_whom(place.qualification, outside, everybody);
        let told = told.map(|(named, whom)| {
            Finding::new(
                place.key("credit_value"),
                "contradictory-totals",
                whom + &say::outside_credit_value(&place.named(&named)),
                hint::COMPARE_CREDIT_VALUE,
            )
        });
        return told.collect();
    }
    let told = differences(place.qualification, value, trial, who).unwrap_or_default();
    let told = by_whom(place.qualification, told, everybody);
    let path = place.key("credit_value");
    told.map(|(message, whom)| {
        Finding::new(
            path.clone(),
            "credit-value-differs",
            whom + &message,
            hint::RANGE_AS_PRINTED,
        )
    })
    .collect()
}

/// Each finding once, with all the learners for whom it holds.
fn by_whom<T: PartialEq>(
    qualification: &Qualification,
    all: Vec<(T, &Who)>,
    everybody: &[Who],
) -> impl Iterator<Item = (T, String)> {
    let mut parts: Vec<(T, Vec<&Who>)> = Vec::new();
    for (one, at) in all {
        match parts.iter_mut().find(|(known, _)| *known == one) {
            Some((_, whose)) => whose.push(at),
            None => parts.push((one, vec![at])),
        }
    }
    let parts = parts.into_iter();
    parts.map(move |(one, whose)| (one, told(qualification, &whose, everybody)))
}

/// A rule on all credits.
fn credits(bounds: Option<Bounds>) -> Option<Form> {
    Some(Form::Amount(Amount {
        of: Selection::default(),
        measure: Measure::Credits,
        bounds: bounds?,
        surplus: Surplus::Breaks,
        if_used: false,
        each_subject: false,
    }))
}

/// The rules that keep an added one from being met.
fn against(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    (of, added): (&Qualification, &Form),
    at: &Who,
) -> Vec<usize> {
    let found = trial.judged(of, at);
    let ids: Vec<RuleId> = found.map(|found| found.collision).unwrap_or_default();
    let rules = place.qualification.rules.iter().enumerate();
    let named = rules.filter(|(index, rule)| place.asks(*index) && ids.contains(&rule.id));
    let asking: Vec<usize> = named.map(|(index, _)| index).collect();
    let silent = (0..place.qualification.rules.len())
        .filter(|rule| place.is_silent(*rule) && !asking.contains(rule));
    let needed = trial.needed(at, &asking, Some(added), silent.collect());
    let mut all: Vec<usize> = asking.into_iter().chain(needed).collect();
    all.sort_unstable();
    all
}

/// Where the rules allow some learners less or more than is published, or force all to more or less.
/// `None` where the search stopped.
fn differences<'w>(
    qualification: &Qualification,
    value: Bounds,
    trial: &mut Trial<'_>,
    who: &'w [Who],
) -> Option<Vec<(String, &'w Who)>> {
    let least = value.floor();
    let units = &qualification.units;
    let largest = units.iter().map(|unit| unit.amount(Measure::Credits)).max();
    let step = largest.unwrap_or(0).max(1) - 1;
    let of = trial.with(|_| true, []);
    let mut all_fewest = u32::MAX;
    let mut told = Vec::new();
    for at in who {
        let best = trial.completed(&of, at, &at.plan(&of), Aim::FewestCredits)?;
        let fewest = best.map_or(u32::MAX, |best| best.credits.number());
        all_fewest = all_fewest.min(fewest);
        if fewest < least {
            told.push((say::allowed_fewer(fewest, least), at));
        }
    }
    if all_fewest > least.saturating_add(step) {
        let message = say::asked_more(all_fewest, least);
        told.extend(who.iter().map(|at| (message.clone(), at)));
    }
    let Some(limit) = value.most() else {
        return Some(told);
    };
    let mut is_above = false;
    for at in who {
        let alone = std::slice::from_ref(at);
        if could_have(trial, alone, limit.saturating_add(1))? {
            is_above = true;
            let most = most(qualification, trial, alone, limit)?;
            told.push((say::allowed_more(most, limit), at));
        }
    }
    let floor = limit.saturating_sub(step);
    if !is_above && !could_have(trial, who, floor)? {
        let most = most(qualification, trial, who, all_fewest)?;
        let message = say::allowed_at_most(most, limit);
        told.extend(who.iter().map(|at| (message.clone(), at)));
    }
    Some(told)
}

/// Whether some valid combination has so many credits or more.
fn could_have(trial: &mut Trial<'_>, who: &[Who], least: u32) -> Option<bool> {
    let form = credits(Bounds::new(Some(least), None))?;
    let of = trial.with(|_| true, [form]);
    trial.possible_for_any(&of, who)
}

/// The most credits of any valid combination, where it is known that some has so many.
fn most(
    qualification: &Qualification,
    trial: &mut Trial<'_>,
    who: &[Who],
    known: u32,
) -> Option<u32> {
    let units = qualification.units.iter();
    let all = units.map(|unit| unit.amount(Measure::Credits));
    let (mut most, mut above) = (known, all.fold(1, u32::saturating_add));
    while above > most && above - most > 1 {
        let middle = most.midpoint(above);
        if could_have(trial, who, middle)? {
            most = middle;
        } else {
            above = middle;
        }
    }
    Some(most)
}
