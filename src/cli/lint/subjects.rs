//! Bounds for each subject: the subject for which they cannot be kept, and how much of it there can
//! be.

use super::figures::fits;
use super::place::Place;
use super::trial::Trial;
use super::who::Who;
use crate::assess;
use crate::qualification::{Amount, Form, Measure, Rule, Selection, Unit};
use crate::wording;
use crate::wording::command::{join, lint as say};

/// How much these learners can have of the subjects of which a rule asks for more.
pub(super) fn short(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    at: &Who,
    rule: usize,
) -> Option<String> {
    let amount = each(trial.tried(rule)?)?.clone();
    if amount.bounds.floor() == 0 {
        return None;
    }
    let subjects = subjects(place, &amount);
    let is_asked =
        |subject: &&str| !amount.if_used || units_of(place, &amount, subject).next().is_some();
    let short = subjects.into_iter().filter(is_asked).filter_map(|subject| {
        let most = most_of(place, trial, at, &amount, subject)?;
        let quantity = wording::quantity(most, amount.measure);
        (most < amount.bounds.floor()).then(|| say::of_subject(&quantity, subject))
    });
    let short: Vec<String> = short.collect();
    (!short.is_empty()).then(|| say::no_more_than(&join(&short)))
}

/// How many subjects there are, where a rule counts them.
pub(super) fn number(place: &Place<'_>, rule: usize) -> Option<String> {
    let Form::Amount(amount) = &place.qualification.rules.get(rule)?.form else {
        return None;
    };
    let mut subjects = subjects(place, amount);
    subjects.retain(|subject| units_of(place, amount, subject).next().is_some());
    let names: Vec<String> = subjects.iter().map(|name| format!("“{name}”")).collect();
    let number = u32::try_from(subjects.len()).ok()?;
    (amount.measure == Measure::Subjects).then(|| match names.as_slice() {
        [] => say::NO_SUBJECT.to_owned(),
        names => say::subjects(&wording::quantity(number, Measure::Subjects), &join(names)),
    })
}

/// The most that can count of one subject; nothing where that was not found.
fn most_of(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    at: &Who,
    amount: &Amount,
    subject: &str,
) -> Option<u32> {
    let of_subject = Form::Amount(Amount {
        of: Selection {
            subject: Some(subject.to_owned()),
            ..amount.of.clone()
        },
        each_subject: false,
        if_used: false,
        ..amount.clone()
    });
    let of = trial.with(|rule| place.is_silent(rule), [of_subject]);
    let added = of.rules.last()?.id.clone();
    let found = trial.judged(&of, at)?;
    let judged = found.judgements.iter().find(|one| one.rule == added)?;
    match &judged.finding {
        assess::Finding::Amount { reachable, .. } => *reachable,
        _ => None,
    }
}

/// What there is of each subject, where one of these rules has bounds for each.
pub(super) fn had(place: &Place<'_>, rules: &[usize]) -> Option<String> {
    let qualification = place.qualification;
    let mut rules = rules
        .iter()
        .filter_map(|rule| qualification.rules.get(*rule));
    let amount = rules.find_map(each)?;
    let had = subjects(place, amount).into_iter().filter_map(|subject| {
        let units = units_of(place, amount, subject);
        let figures: Vec<u32> = units.map(|unit| unit.amount(amount.measure)).collect();
        let all = figures.iter().copied().fold(0, u32::saturating_add);
        let all = wording::quantity(all, amount.measure);
        let least = figures.iter().min()?;
        Some(say::subject_had(&all, subject, *least))
    });
    let had: Vec<String> = had.collect();
    (!had.is_empty()).then(|| say::there_are(&had))
}

/// The amount of a rule that has bounds for each subject.
fn each(rule: &Rule) -> Option<&Amount> {
    match &rule.form {
        Form::Amount(amount) if amount.each_subject => Some(amount),
        _ => None,
    }
}

/// The subjects of the units that an amount speaks of, in the order of the units; the one that it names
/// also where no unit has it.
fn subjects<'a>(place: &Place<'a>, amount: &'a Amount) -> Vec<&'a str> {
    let mut subjects: Vec<&str> = amount.of.subject.as_deref().into_iter().collect();
    for unit in &place.qualification.units {
        let Some(subject) = unit.subject.as_deref() else {
            continue;
        };
        if !subjects.contains(&subject) && fits(place.qualification, &amount.of, unit) {
            subjects.push(subject);
        }
    }
    subjects
}

fn units_of<'a>(
    place: &Place<'a>,
    amount: &Amount,
    subject: &str,
) -> impl Iterator<Item = &'a Unit> {
    let qualification = place.qualification;
    let units = qualification.units.iter();
    units.filter(move |unit| {
        unit.subject.as_deref() == Some(subject) && fits(qualification, &amount.of, unit)
    })
}
