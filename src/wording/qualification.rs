//! The facts of a qualification.

use super::quantity::{bounded, bounded_quantity, date, noun, quantity, sentence};
use super::selection::place;
use crate::qualification::{Bounds, Form, Level, Measure, Qualification, Source, UnitCode};

/// “Level 5”, “Entry 3”, “SCQF Level 7”.
#[must_use]
pub fn level(level: Level) -> String {
    let name = level.to_string();
    match name.strip_prefix("SCQF ") {
        Some(number) => format!("SCQF Level {number}"),
        None if level.number().is_some() => format!("Level {name}"),
        None => name,
    }
}

/// The published credit value, where there is one: “6 to 12 credits”, “at least 37 credits”.
#[must_use]
pub fn credit_value(qualification: &Qualification) -> Option<String> {
    let value = qualification.credit_value?;
    Some(bounded_quantity(value, Measure::Credits))
}

/// Hours of induction or tutorial support: “at least 2 hours”, “1 hour”.
#[must_use]
pub fn hours_asked(hours: Bounds) -> String {
    let last = hours.most().or(hours.least()).unwrap_or(0);
    let noun = if last == 1 { "hour" } else { "hours" };
    format!("{} {noun}", bounded(hours))
}

/// What there is to choose from: “62 units in 2 groups”, “2 mandatory units”.
#[must_use]
pub fn choice(qualification: &Qualification) -> String {
    let units: usize = qualification
        .groups
        .iter()
        .map(|group| group.units.len())
        .sum();
    let units = u32::try_from(units).unwrap_or(u32::MAX);
    match mandatory(qualification) {
        Some(mandatory) if mandatory.len() == units as usize => match units {
            1 => "1 mandatory unit".to_owned(),
            units => format!("{units} mandatory units"),
        },
        _ => match qualification.groups.len() {
            1 => format!("{} to choose from", quantity(units, Measure::Units)),
            groups => format!(
                "{} to choose from, in {groups} groups",
                quantity(units, Measure::Units)
            ),
        },
    }
}

/// Hours in all, as published or by the rule of ten hours a credit: “370 hours in all, as
/// published”.
#[must_use]
pub fn hours_in_all(qualification: &Qualification) -> Option<String> {
    if let Some(hours) = &qualification.published.total_qualification_time {
        return Some(format!("{hours} hours in all, as published"));
    }
    let hours = qualification.credit_value?.floor().saturating_mul(10);
    Some(format!("about {hours} hours in all, ten a credit"))
}

/// That the figures are ours, with the day on which they were compared with the documents.
#[must_use]
pub fn unofficial(read: &str) -> String {
    format!("Unofficial, from documents as read on {read}: confirm your choice with your centre.")
}

/// The words of the field, each explained.
#[must_use]
pub fn terms() -> Vec<(&'static str, String)> {
    [
        (
            "Unit",
            "A part of the qualification that is taught and assessed by itself.",
        ),
        (
            "Credit",
            "What a unit is worth: about ten hours of learning each.",
        ),
        (
            "Guided learning hours (GLH)",
            "Hours with a tutor or assessor. The rest you learn by yourself.",
        ),
        (
            "Total Qualification Time (TQT)",
            "All hours that a learner is expected to need, ten a credit.",
        ),
        (
            "Induction",
            "The start with your centre: what is asked, and how it works.",
        ),
        ("Tutorial support", "Time with a tutor about your own work."),
    ]
    .map(|(term, meaning)| (term, meaning.to_owned()))
    .to_vec()
}

/// The first set of mandatory units, if there is one.
#[must_use]
pub fn mandatory(qualification: &Qualification) -> Option<&[UnitCode]> {
    qualification
        .rules
        .iter()
        .find_map(|rule| match &rule.form {
            Form::Mandatory { units } => Some(units.as_slice()),
            _ => None,
        })
}

/// What matters most, each as a number and the words after it.
#[must_use]
pub fn key_facts(qualification: &Qualification) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for rule in &qualification.rules {
        if let Form::Amount(amount) = &rule.form {
            let last = amount.bounds.most().or(amount.bounds.least()).unwrap_or(0);
            facts.push((
                sentence(&bounded(amount.bounds)),
                format!(
                    "{} {}",
                    noun(last, amount.measure),
                    place(qualification, &amount.of)
                ),
            ));
        }
    }
    let published = qualification.published.total_qualification_time.clone();
    let published = published.map(|hours| (hours, "hours in all, as published".to_owned()));
    facts.extend(published.or_else(|| {
        let hours = qualification.credit_value?.floor().saturating_mul(10);
        Some((hours.to_string(), "hours in all, ten a credit".to_owned()))
    }));
    if let Some(years) = qualification.completion_years {
        let noun = if years == 1 { "year" } else { "years" };
        facts.push((format!("{years} {noun}"), "to complete it".to_owned()));
    }
    facts
}

/// The facts of a qualification as terms with their values.
#[must_use]
pub fn facts(qualification: &Qualification) -> Vec<(&'static str, String)> {
    let published = &qualification.published;
    let hours =
        |hours: &Option<String>| hours.as_ref().map(|hours| format!("{hours}, as published"));
    let rows = [
        ("Awarding body", Some(qualification.awarding_body.clone())),
        ("Product code", Some(qualification.suite.clone())),
        (
            "Qualification number",
            Some(qualification.accreditation_number.clone()),
        ),
        ("Level", qualification.level.map(|level| level.to_string())),
        ("Size", Some(qualification.size.name().to_owned())),
        (
            "Credit value",
            credit_value(qualification).map(|value| sentence(&value)),
        ),
        (
            "Starts",
            Some(format!(
                "{} (planned)",
                date(qualification.operational_start)
            )),
        ),
        (
            "Induction",
            Some(sentence(&hours_asked(qualification.induction))),
        ),
        (
            "Tutorial support",
            Some(sentence(&hours_asked(qualification.tutorial_support))),
        ),
        ("Guided learning hours", hours(&published.guided_learning)),
        (
            "Average guided learning hours",
            hours(&published.average_guided_learning),
        ),
        (
            "Total Qualification Time",
            hours(&published.total_qualification_time),
        ),
        (
            "Time to complete",
            qualification
                .completion_years
                .map(|years| format!("{years} years")),
        ),
        (
            "After your name",
            qualification
                .post_nominals
                .as_ref()
                .map(|letters| match &qualification.designation {
                    Some(designation) => format!("{letters} ({designation})"),
                    None => letters.clone(),
                }),
        ),
    ];
    rows.into_iter()
        .filter_map(|(term, fact)| Some((term, fact?)))
        .collect()
}

/// Where something stands: “ILM 8607 specification, “Rules of Combination”, checked 22 November
/// 2026”.
#[must_use]
pub fn source(source: &Source) -> String {
    format!(
        "{}, “{}”, checked {}",
        source.document,
        source.heading,
        date(source.checked)
    )
}

/// Hours without “guided learning”: “18 hours”.
#[must_use]
pub fn hours(number: u32) -> String {
    let noun = if number == 1 { "hour" } else { "hours" };
    format!("{number} {noun}")
}
