//! Large qualifications, made as a catalogue file and read as one.

use std::sync::Arc;

use qualification_planner::catalogue::read;
use qualification_planner::qualification::Qualification;
use qualification_planner::wording;
use serde_json::{Map, Value, json};

pub(crate) fn code(place: usize) -> String {
    format!("U-{place:04}")
}

/// So many units with the credits that are asked for.
pub(crate) fn units(number: usize, credits: impl Fn(usize) -> usize) -> Vec<Value> {
    (0..number)
        .map(|place| {
            json!({
                "code": code(place),
                "title": "A unit",
                "level": 1 + place % 8,
                "credits": credits(place),
                "guided_learning_hours": credits(place),
                "points": place % 5,
                "subject": format!("Subject {}", place % 3),
            })
        })
        .collect()
}

/// So many groups, `g0` and on, with the units dealt out among them.
pub(crate) fn groups(units: &[Value], number: usize) -> Vec<Value> {
    (0..number)
        .map(|group| {
            let dealt = units.iter().skip(group).step_by(number);
            let codes: Vec<&Value> = dealt.map(|unit| &unit["code"]).collect();
            json!({"id": format!("g{group}"), "title": "A group", "units": codes})
        })
        .collect()
}

/// A rule of a kind with all these keys.
pub(crate) fn rule(kind: &str, keys: &Value, more: &Value) -> Value {
    let mut rule = Map::new();
    rule.insert("kind".to_owned(), kind.into());
    for keys in [keys, more] {
        rule.extend(keys.as_object().unwrap().clone());
    }
    rule.into()
}

pub(crate) fn qualification(
    units: &[Value],
    groups: &[Value],
    rules: &[Value],
) -> Arc<Qualification> {
    with_more(units, groups, rules, &json!({}))
}

pub(crate) fn with_more(
    units: &[Value],
    groups: &[Value],
    rules: &[Value],
    more: &Value,
) -> Arc<Qualification> {
    let mut file: Value = serde_json::from_str(include_str!("../catalogues/small.json")).unwrap();
    let mut rules = rules.to_vec();
    for (place, rule) in rules.iter_mut().enumerate() {
        rule["id"] = format!("r{place}").into();
        rule["heading"] = "Rules".into();
    }
    let mut one = file["qualifications"][0].clone();
    one["groups"] = groups.into();
    one["rules"] = rules.into();
    one.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    file["units"] = units.into();
    file["qualifications"] = json!([one]);
    let reading = read(&file.to_string());
    let told: Vec<String> = reading.problems.iter().map(wording::problem).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    Arc::clone(&reading.file.unwrap().qualifications[0])
}
