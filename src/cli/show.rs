//! What a qualification is, as JSON and in the text for people.

use serde_json::{Value, json};

use super::plain::{list, text};
use super::values::level;
use crate::names::Index;
use crate::qualification::{Level, Measure, Ours, Qualification, Subject, Unit, UnitCode};
use crate::wording;
use crate::wording::command::answer as say;

/// With the units that these words find, the best first, or with all.
pub(crate) fn answer(qualification: &Qualification, find: Option<&str>) -> Value {
    let fits =
        Index::new(&qualification.units, qualification.about()).find(find.unwrap_or_default());
    let fit = |code: &UnitCode| {
        let place = qualification.unit_index(code)?;
        fits.get(place).copied().flatten()
    };
    let groups: Vec<Value> = qualification
        .groups
        .iter()
        .map(|group| {
            let units = |codes: &[UnitCode]| -> Vec<Value> {
                let mut found: Vec<&UnitCode> =
                    codes.iter().filter(|code| fit(code).is_some()).collect();
                found.sort_by_key(|code| fit(code));
                let units = found
                    .into_iter()
                    .filter_map(|code| qualification.unit(code));
                units.map(|one| unit(qualification, one)).collect()
            };
            json!({
                "id": group.id.as_str(),
                "title": group.title,
                "within": group.parent.as_ref().map(ToString::to_string),
                "units": units(&group.units),
                "closed_units": units(&group.closed_units),
            })
        })
        .collect();
    let rules: Vec<Value> = qualification
        .rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id.as_str(),
                "kind": rule.form.kind(),
                "text": wording::rule(qualification, rule),
                "document": rule.source.document,
                "heading": rule.source.heading,
                "note": rule.note,
            })
        })
        .collect();
    let subjects = qualification.about().into_iter();
    let subjects = subjects.flat_map(|about| &about.subjects);
    json!({
        "qualification": {
            "id": qualification.id.as_str(),
            "title": qualification.title,
            "level": level(qualification.level),
            "size": qualification.size.key(),
            "size_name": qualification.size.name(),
            "accreditation_number": Some(&qualification.accreditation_number).filter(|number| !number.is_empty()),
            "measure": qualification.measure().word(),
            "in_all": wording::asked_in_all(qualification),
            "credits": wording::credit_value(qualification),
            "hours_in_all": wording::hours_in_all(qualification),
            "subjects": subjects.map(subject).collect::<Vec<_>>(),
        },
        "find": find,
        "groups": groups,
        "rules": rules,
    })
}

/// A subject of the units.
fn subject(subject: &Subject) -> Value {
    let Ours {
        subject: itself,
        label,
        units,
    } = subject.ours;
    let ours = [("subject", itself), ("label", label), ("units", units)];
    let ours = ours.into_iter().filter(|(_, is_ours)| *is_ours);
    json!({
        "id": subject.id,
        "label": subject.label,
        "title": subject.title,
        "heading": subject.heading,
        "ours": ours.map(|(what, _)| what).collect::<Vec<_>>(),
    })
}

/// The facts of a unit.
fn unit(qualification: &Qualification, unit: &Unit) -> Value {
    let figures = wording::figures(qualification, unit).into_iter();
    let figures = figures.map(|(measure, number)| wording::quantity(number, measure));
    let about = qualification
        .about()
        .and_then(|about| about.unit(&unit.code));
    let covers = about.and_then(|about| about.covers.as_ref());
    json!({
        "code": unit.code.as_str(),
        "title": unit.title,
        "level": level(unit.level),
        "subject": unit.subject,
        "credits": unit.given(Measure::Credits),
        "guided_learning_hours": unit.given(Measure::Hours),
        "points": unit.given(Measure::Points),
        "figures": figures.collect::<Vec<_>>(),
        "only": wording::only_sizes(unit),
        "short_name": about.and_then(|about| about.short_name.as_deref()),
        "subjects": about.map(|about| about.subjects.as_slice()).unwrap_or_default(),
        "search_words": about.map(|about| about.search_words.as_slice()).unwrap_or_default(),
        "covers": covers.map(|covers| json!({"lines": covers.lines, "heading": covers.heading})),
    })
}

pub(super) fn text_of(value: &Value) -> String {
    let one = &value["qualification"];
    let facts = [level_in_words(&one["level"]), Some(text(&one["size_name"]))];
    let facts = facts.into_iter().flatten();
    let facts = facts.chain(one["in_all"].as_str().map(str::to_owned));
    let mut lines = vec![say::qualification(
        &text(&one["title"]),
        &text(&one["id"]),
        &facts.collect::<Vec<_>>(),
    )];
    let find = value["find"].as_str();
    let is_empty = |group: &Value| {
        let keys = ["units", "closed_units"].into_iter();
        keys.map(|key| list(&group[key])).all(<[Value]>::is_empty)
    };
    let groups = list(&value["groups"]).iter();
    let groups: Vec<&Value> = groups
        .filter(|group| find.is_none() || !is_empty(group))
        .collect();
    if let Some(words) = find.filter(|_| groups.is_empty()) {
        lines.push(say::nothing_found(words));
    }
    for group in groups {
        lines.push(format!("\n{}", text(&group["title"])));
        lines.extend(list(&group["units"]).iter().map(line));
        let closed = list(&group["closed_units"]);
        if !closed.is_empty() {
            lines.push(say::NOT_TAKEN.to_owned());
            lines.extend(closed.iter().map(line));
        }
    }
    lines.push(say::rules());
    for rule in list(&value["rules"]) {
        lines.push(say::named(&text(&rule["id"]), &text(&rule["text"])));
    }
    lines.join("\n")
}

/// A unit with its facts: `A-1  Level 3, 2 credits  Title (subject Clay; Diploma only)`.
fn line(unit: &Value) -> String {
    let figures = list(&unit["figures"]).iter().map(text);
    let facts: Vec<String> = level_in_words(&unit["level"])
        .into_iter()
        .chain(figures)
        .collect();
    say::unit(
        &text(&unit["code"]),
        &facts,
        &text(&unit["title"]),
        unit["subject"].as_str(),
        unit["only"].as_str(),
    )
}

/// A level, if there is one.
fn level_in_words(value: &Value) -> Option<String> {
    let level = match value {
        Value::Number(number) => Level::parse(&number.to_string()),
        other => other.as_str().and_then(Level::parse),
    };
    level.map(wording::level)
}
