//! The facts of a qualification.

use super::measure::{credit_value, hours_in_all};
use super::quantity::{date, hours_asked, quantity, sentence};
use crate::qualification::{Bounds, Form, Measure, Qualification, Source, UnitCode};

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

/// The words of the field that a qualification needs, each explained.
#[must_use]
pub fn terms(qualification: &Qualification) -> Vec<(&'static str, String)> {
    let credit = match qualification.study_hours_per_credit {
        Some(hours) => format!(
            "What a unit is worth: about {} of study each.",
            super::hours(hours)
        ),
        None => "What a unit is worth.".to_owned(),
    };
    let published = &qualification.published;
    let hours = qualification.gives(Measure::Hours) || published.guided_learning.is_some();
    let total = published.total_qualification_time.is_some();
    let support = |hours: Bounds| hours.most() != Some(0);
    let text = |text: &str| Some(text.to_owned());
    let all = [
        (
            "Unit",
            text("A part of the qualification that is taught and assessed by itself."),
        ),
        (
            "Credit",
            qualification.gives(Measure::Credits).then_some(credit),
        ),
        (
            "Guided learning hours (GLH)",
            text("Hours with a tutor or assessor. The rest you learn by yourself.").filter(|_| hours),
        ),
        (
            "Points",
            text("What a unit is worth, as its awarding body counts it.")
                .filter(|_| qualification.gives(Measure::Points)),
        ),
        (
            "Total Qualification Time (TQT)",
            text("All hours that a learner is expected to need, as the awarding body publishes them.")
                .filter(|_| total),
        ),
        (
            "Induction",
            text("The start with your centre: what is asked, and how it works.")
                .filter(|_| support(qualification.induction)),
        ),
        (
            "Tutorial support",
            text("Time with a tutor about your own work.")
                .filter(|_| support(qualification.tutorial_support)),
        ),
    ];
    let needed = all
        .into_iter()
        .filter_map(|(term, text)| Some((term, text?)));
    needed.collect()
}

/// The first set of units that are mandatory for everybody, if there is one.
#[must_use]
pub fn mandatory(qualification: &Qualification) -> Option<&[UnitCode]> {
    qualification
        .rules_for_all()
        .find_map(|rule| match &rule.form {
            Form::Mandatory { units } => Some(units.as_slice()),
            _ => None,
        })
}

/// Product code and qualification number, above a title: “8607 · 600/5856/0”; the awarding body where
/// there is neither.
#[must_use]
pub fn eyebrow(qualification: &Qualification) -> String {
    let codes = [&qualification.suite, &qualification.accreditation_number];
    let codes: Vec<&str> = codes
        .into_iter()
        .map(String::as_str)
        .filter(|code| !code.is_empty())
        .collect();
    if codes.is_empty() {
        qualification.awarding_body.clone()
    } else {
        codes.join(" · ")
    }
}

/// The facts of a qualification, but for its hours, as terms with their values.
#[must_use]
pub fn facts(qualification: &Qualification) -> Vec<(&'static str, String)> {
    let said = |text: &String| (!text.is_empty()).then(|| text.clone());
    let rows = [
        ("Awarding body", Some(qualification.awarding_body.clone())),
        ("Product code", said(&qualification.suite)),
        (
            "Qualification number",
            said(&qualification.accreditation_number),
        ),
        ("Level", qualification.level.map(|level| level.to_string())),
        ("Size", Some(qualification.size.name().to_owned())),
        (
            "Credit value",
            credit_value(qualification).map(|value| sentence(&value)),
        ),
        (
            "Starts",
            qualification
                .operational_start
                .map(|start| format!("{} (planned)", date(start))),
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

/// The hours of a qualification as terms with their values: those that its document publishes, and the study
/// that is reckoned where it publishes none.
#[must_use]
pub fn published_hours(qualification: &Qualification) -> Vec<(&'static str, String)> {
    let published = &qualification.published;
    let support = |hours: Bounds| (hours.most() != Some(0)).then(|| sentence(&hours_asked(hours)));
    let reckoned = match published.total_qualification_time {
        None => hours_in_all(qualification).map(|hours| sentence(&hours)),
        Some(_) => None,
    };
    let hours =
        |hours: &Option<String>| hours.as_ref().map(|hours| format!("{hours}, as published"));
    let rows = [
        ("Guided learning hours", hours(&published.guided_learning)),
        (
            "Average guided learning hours",
            hours(&published.average_guided_learning),
        ),
        ("Induction", support(qualification.induction)),
        ("Tutorial support", support(qualification.tutorial_support)),
        (
            "Total Qualification Time",
            hours(&published.total_qualification_time),
        ),
        ("With your own study", reckoned),
    ];
    let known = rows
        .into_iter()
        .filter_map(|(term, hours)| Some((term, hours?)));
    known.collect()
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
