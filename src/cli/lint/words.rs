//! Words and selections that fit no unit, and floors that nobody reaches although the rest can be
//! met: of a unit that asks for others, of a group that is used, of an endorsement.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::levels;
use super::place::{Place, codes};
use super::subjects;
use super::trial::{Trial, one_of, studied_amount};
use super::who::Who;
use crate::catalogue::near;
use crate::qualification::{Form, Selection, Unit};
use crate::wording;
use crate::wording::command::lint::searching;
use crate::wording::command::lint_units::{self as say, hint};

/// `told` are rules for which something worse was reported already.
pub(super) fn findings(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    told: &BTreeSet<usize>,
) -> Vec<Finding> {
    trial.look_at(searching::SELECTIONS);
    let mut found = Vec::new();
    for (index, rule) in place.qualification.rules.iter().enumerate() {
        for (key, of) in rule.form.selections() {
            let path = place.rule(index, key);
            let words = unknown_words(place, &path, of);
            if words.is_empty() && !told.contains(&index) {
                let (levels, is_explained) = levels::findings(place, &path, of);
                found.extend(levels);
                if !is_explained {
                    found.extend(empty(trial, who, (path, of)));
                }
            }
            found.extend(words);
        }
    }
    for (index, endorsement) in place.qualification.endorsements.iter().enumerate() {
        for (amount_index, amount) in endorsement.amounts.iter().enumerate() {
            let path = place.key(&format!("endorsements[{index}].amounts[{amount_index}].of"));
            found.extend(unknown_words(place, &path, &amount.of));
            found.extend(levels::findings(place, &path, &amount.of).0);
        }
    }
    found
}

/// Floors beside those that have to be met.
pub(super) fn floors(place: &Place<'_>, trial: &mut Trial<'_>, who: &[Who]) -> Vec<Finding> {
    trial.look_at(searching::FLOORS);
    let mut found = Vec::new();
    for index in 0..place.qualification.rules.len() {
        found.extend(unmet_need(place, trial, who, index));
        found.extend(unreachable_if_used(place, trial, who, index));
    }
    for (index, endorsement) in place.qualification.endorsements.iter().enumerate() {
        let amounts = endorsement.amounts.iter().cloned();
        let forms: Vec<Form> = amounts
            .filter_map(studied_amount)
            .map(Form::Amount)
            .collect();
        let of = trial.with(|_| true, forms);
        if trial.possible_for_any(&of, who) == Some(false) {
            found.push(Finding::new(
                place.key(&format!("endorsements[{index}]")),
                "unreachable-endorsement",
                say::unreachable_endorsement(&endorsement.title),
                hint::COMPARE_AMOUNTS,
            ));
        }
    }
    found
}

/// A tag or a subject that no unit of the qualification has.
fn unknown_words(place: &Place<'_>, path: &str, of: &Selection) -> Vec<Finding> {
    let units = &place.qualification.units;
    let none = |has: &dyn Fn(&Unit) -> bool| !units.iter().any(has);
    let tag = of
        .tag
        .as_ref()
        .filter(|tag| none(&|unit| unit.tags.contains(tag)));
    let tag = tag.map(|tag| ("tag", "unknown-tag", tag));
    let subject = of.subject.as_ref();
    let subject = subject.filter(|wanted| none(&|unit| unit.subject.as_ref() == Some(wanted)));
    let subject = subject.map(|subject| ("subject", "unknown-subject", subject));
    let words = tag.into_iter().chain(subject);
    let there = |key: &str| -> Vec<&str> {
        let words = units.iter().flat_map(|unit| match key {
            "tag" => unit.tags.as_slice(),
            _ => unit.subject.as_slice(),
        });
        words.map(String::as_str).collect()
    };
    words
        .map(|(key, kind, word)| {
            let meant = wording::meant(&near(word, there(key)));
            Finding::new(
                format!("{path}.{key}"),
                kind,
                say::unknown_word(key, word, &meant),
                say::word_as_there(key),
            )
        })
        .collect()
}

/// A selection that no unit fits, though its groups have units.
fn empty(trial: &mut Trial<'_>, who: &[Who], (path, of): (String, &Selection)) -> Option<Finding> {
    if of.is_all() || of.group().is_some() {
        return None;
    }
    let form = one_of(of)?;
    let alone = trial.with(|_| false, [form]);
    let anybody = who.first()?;
    (!trial.possible(&alone, anybody)?)
        .then(|| Finding::new(path, "empty-selection", say::NO_UNIT_FITS, hint::LEAVE_OUT))
}

/// A unit that can be taken, but never with what it asks for.
fn unmet_need(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    index: usize,
) -> Option<Finding> {
    let rules = &place.qualification.rules;
    let Form::Needs { unit, needs, all } = &rules.get(index)?.form else {
        return None;
    };
    let taken = || Form::Mandatory {
        units: vec![unit.clone()],
    };
    let by_itself = trial.with(|rule| place.is_silent(rule), [taken()]);
    if trial.possible_for_any(&by_itself, who) != Some(true) {
        return None;
    }
    let with_needs = trial.with(|rule| rule == index || place.is_silent(rule), [taken()]);
    if trial.possible_for_any(&with_needs, who) != Some(false) {
        return None;
    }
    let key = if *all { "all_of" } else { "any_of" };
    Some(Finding::new(
        place.rule(index, key),
        "unmet-need",
        say::unmet_need(unit, *all, &codes(needs)),
        say::compare_needs(unit),
    ))
}

/// A floor that is asked for only where a unit is used, and that all units together do not reach.
fn unreachable_if_used(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    index: usize,
) -> Option<Finding> {
    let Form::Amount(amount) = &trial.tried(index)?.form else {
        return None;
    };
    if !amount.if_used {
        return None;
    }
    if amount.each_subject {
        return short_if_used(place, trial, who, index);
    }
    let mut always = amount.clone();
    always.if_used = false;
    let of = trial.with(|rule| place.is_silent(rule), [Form::Amount(always)]);
    (!trial.possible_for_any(&of, who)?).then(|| {
        Finding::new(
            place.rule(index, "at_least"),
            "unreachable-if-used",
            say::unreachable(&place.named(&[index])),
            hint::LOWER,
        )
    })
}

/// The same for each subject by itself.
fn short_if_used(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    who: &[Who],
    index: usize,
) -> Option<Finding> {
    let mut short = None;
    for at in who {
        short = Some(subjects::short(place, trial, at, index)?);
    }
    let short = short?;
    Some(Finding::new(
        place.rule(index, "at_least"),
        "unreachable-if-used",
        say::unreachable_of_subject(&place.named(&[index]), &short),
        hint::LOWER_BY_SUBJECT,
    ))
}
