//! What `qualification-check` says is to be done, and of plans for which nothing is.

#![cfg(feature = "cli")]

#[path = "cli_support/mod.rs"]
mod support;

use serde_json::json as made;
use support::{folder, json, run, text_of};

/// A catalogue file of three units of 5 credits, with these rules.
fn catalogue(name: &str, rules: &serde_json::Value, more: &serde_json::Value) -> String {
    let units = ["A", "B", "C"].map(|code| made!({"code": code, "title": code, "credits": 5}));
    let mut qualification = made!({
        "id": "made-up", "title": "Award in Making", "size": "award",
        "groups": [{"id": "all", "title": "All", "units": ["A", "B", "C"]}],
        "rules": rules,
    });
    for (key, value) in more.as_object().unwrap() {
        qualification[key] = value.clone();
    }
    let file = made!({
        "format": 1, "id": "made-up", "title": "Made up", "awarding_body": "Nobody",
        "source": {"document": "Nothing", "checked": "2026-11-29"},
        "units": units,
        "qualifications": [qualification],
    });
    let path = folder(name).join("catalogue.json");
    std::fs::write(&path, file.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

fn asked<'a>(command: &'a str, file: &'a str, units: &'a str) -> Vec<&'a str> {
    vec![
        command,
        "--catalogue",
        file,
        "--qualification",
        "made-up",
        "--units",
        units,
    ]
}

#[test]
fn a_plan_that_nothing_puts_right_is_not_said_to_need_no_repair() {
    let rules = made!([
        {"id": "all", "kind": "amount", "measure": "credits", "at_least": 10},
        {"id": "few", "kind": "amount", "measure": "units", "at_most": 1},
    ]);
    let file = catalogue("unrepairable", &rules, &made!({}));
    for units in ["A B", ""] {
        let said = text_of(&run(&asked("repair", &file, units)).stdout);
        assert!(
            said.starts_with("No choice of the units that are open to you meets the rules"),
            "{said}"
        );
        let (value, _) = json(&asked("repair", &file, units));
        assert_eq!(
            (&value["state"], &value["repairs"]),
            (&made!("cannot-be-met"), &made!([]))
        );
    }
    let rules = made!([{"id": "all", "kind": "amount", "measure": "credits", "at_least": 10}]);
    let file = catalogue("repaired", &rules, &made!({}));
    let said = text_of(&run(&asked("repair", &file, "A B")).stdout);
    assert_eq!(said.trim(), "Nothing to repair.");
}

#[test]
fn a_title_that_is_earned_stands_in_the_text_as_in_the_json() {
    let rules = made!([{"id": "all", "kind": "amount", "measure": "credits", "at_least": 10}]);
    let more = made!({"endorsements": [
        {"title": "Award in Making (Clay)", "amounts": [{"measure": "units", "of": {"units": ["C"]}, "at_least": 1}]},
    ]});
    let file = catalogue("titles", &rules, &more);
    let said = text_of(&run(&asked("assess", &file, "A C")).stdout);
    assert!(
        said.contains("Earns the title Award in Making (Clay)."),
        "{said}"
    );
    let said = text_of(&run(&asked("assess", &file, "A B")).stdout);
    assert!(!said.contains("Earns"), "{said}");
}
