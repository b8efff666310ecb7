//! Units and rules that never open on any day of registration.

use super::calendar::Days;
use super::finding::Finding;
use super::place::Place;
use super::trial::Trial;
use super::who::Who;
use crate::assess::NotCounted;
use crate::qualification::{Date, Form};
use crate::wording;
use crate::wording::command::lint_units::{self as say, hint};

pub(super) fn findings(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    days: &Days,
    who: &[Who],
) -> Vec<Finding> {
    let mut found = Vec::new();
    let first = days.first.first().copied();
    let first = first.unwrap_or(Date::EARLIEST);
    if !days.any {
        let key = match place.qualification.operational_start {
            Some(_) => "operational_start",
            None => "registration",
        };
        found.push(Finding::new(
            place.key(key),
            "no-registration-day",
            say::NOBODY_CAN_REGISTER,
            hint::COMPARE_DAYS,
        ));
        return found;
    }
    for (index, rule) in place.qualification.rules.iter().enumerate() {
        let late = rule.when.registered_from;
        let early = rule.when.registered_before;
        let late = late.is_some_and(|from| days.until.is_some_and(|until| from > until));
        let early = early.is_some_and(|before| before <= first);
        if late || early {
            let key = if late {
                "when.registered_from"
            } else {
                "when.registered_before"
            };
            found.push(Finding::new(
                place.rule(index, key),
                "never-applies",
                say::for_nobody(&open(first, days)),
                hint::DAY_OR_NO_RULE,
            ));
        }
        if let Some(key) = never_open(index, trial, who) {
            found.push(Finding::new(
                place.rule(index, key),
                "never-open",
                say::never_open(
                    &wording::rule(place.qualification, rule),
                    &open(first, days),
                ),
                hint::DAY_OR_CLOSED,
            ));
        }
    }
    found
}

/// “from 1 September 2021 to 31 August 2027”.
fn open(first: Date, days: &Days) -> String {
    let from = (first != Date::EARLIEST).then(|| wording::date(first));
    let until = days.until.map(wording::date);
    say::days(from.as_deref(), until.as_deref())
}

/// The key of the day with which a unit is closed to everybody, if the rules before this one leave
/// it open to somebody. A unit that may be claimed by whoever has achieved it is open to them.
fn never_open(rule: usize, trial: &mut Trial<'_>, who: &[Who]) -> Option<&'static str> {
    let Form::Registration { unit, .. } = &trial.rules().get(rule)?.form else {
        return None;
    };
    let unit = unit.clone();
    let one_of_each_day = Who::of_each_day(who);
    let mut closed = |keep: &dyn Fn(usize) -> bool| {
        let mut all = one_of_each_day.iter();
        all.all(|at| trial.closed(&unit, at, keep).is_some())
    };
    if !closed(&|other| other <= rule) || closed(&|other| other < rule) {
        return None;
    }
    let first = trial.closed(&unit, one_of_each_day.first()?, &|other| other == rule);
    Some(match first {
        Some(NotCounted::NotYet { .. }) => "open_from",
        _ => "closed_from",
    })
}
