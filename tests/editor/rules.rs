//! The rules where there is little room: one short line each beside a plan, and all in one line under a title.

use std::fs;

use qualification_planner::assess::State;
use qualification_planner::catalogue::{self, Catalogue};
use qualification_planner::plan::Action;
use qualification_planner::qualification::RuleId;
use qualification_planner::wording::{self, RuleLine};

use crate::support::{Learner, changed, learner, learner_of};

/// A rule in its short line, without its mark.
fn said(line: &RuleLine) -> String {
    let all = [&line.name, &line.asks, &line.figure];
    let all: Vec<&str> = all.into_iter().map(String::as_str).collect();
    all.join(" | ").replace('\u{a0}', " ")
}

fn lines(learner: &Learner) -> Vec<String> {
    let lines = learner.sees(|current| current.rule_lines());
    lines.iter().map(said).collect()
}

/// The one line of a qualification of these rules beside that on the whole.
fn in_one_line(learner: &Learner) -> String {
    wording::rules_in_one_line(&learner.qualification).replace('\u{a0}', " ")
}

/// A small qualification of eight units with more rules, and with `more` beside them.
fn with_rules(rules: &str, more: &str) -> Learner {
    changed("catalogues/small.json", "small-award", |text| {
        let unit = |number: u32| {
            format!(
                r#"{{"code": "A-{number}", "title": "Title {number}", "level": 4, "credits": 3, "guided_learning_hours": 9}}"#
            )
        };
        let units: Vec<String> = (4..=8).map(unit).collect();
        let codes = r#"["A-1", "A-2", "A-4", "A-5", "A-6", "A-7", "A-8"]"#;
        let units = format!(r#""units": [{}, {{"code": "A-1", "#, units.join(", "));
        text.replacen(
            r#""units": [
    {"code": "A-1", "#,
            &units,
            1,
        )
        .replacen(
            r#""units": ["A-1", "A-2"]"#,
            &format!(r#""units": {codes}"#),
            1,
        )
        .replacen(r#""rules": ["#, &format!(r#"{more}"rules": [{rules},"#), 1)
    })
}

#[test]
fn the_rules_of_what_is_shipped_stand_in_one_line() {
    let shipped = [
        ("8603-certificate", "All 3 units, at least 14 credits"),
        ("8604-award", "All 2 units, at least 6 credits"),
        ("8607-award", "6 to 12 credits, at least 2 units"),
        (
            "8607-certificate",
            "13 to 36 credits, at least 7 from Group 1, at most 6 from Group 2",
        ),
        (
            "8607-diploma",
            "At least 37 credits, at most 18 from Group 2",
        ),
        ("8609-award", "All 2 units, at least 10 credits"),
        ("8617-award", "1 mandatory unit, at least 10 credits"),
    ];
    for (id, line) in shipped {
        assert_eq!(in_one_line(&learner(id)), line);
    }
    assert_eq!(Catalogue::shipped().qualifications().count(), shipped.len());
}

#[test]
fn whatever_the_rules_they_stand_in_one_line_of_some_length_and_say_something() {
    let mut number = 0;
    for entry in fs::read_dir("tests/forms").unwrap() {
        let path = entry.unwrap().path();
        if !path.to_string_lossy().ends_with(".catalogue.json") {
            continue;
        }
        let reading = catalogue::read(&fs::read_to_string(&path).unwrap());
        for of in &reading.file.unwrap().qualifications {
            let line = wording::rules_in_one_line(of);
            let length = line.chars().count();
            assert!((8..=130).contains(&length), "{}: {line}", of.id);
            number += 1;
        }
    }
    assert!(number > 30);
}

#[test]
fn a_rule_of_every_form_that_a_plan_has_to_meet_is_in_the_line_and_others_are_counted() {
    let rules = [
        (
            r#"{"id": "m", "kind": "mandatory", "units": ["A-4", "A-5"], "heading": "Rules"}"#,
            "2 mandatory units, at least 6 credits",
        ),
        (
            r#"{"id": "c", "kind": "choice", "options": [["A-4"], ["A-5"]], "at_least": 1, "heading": "Rules"}"#,
            "At least 6 credits, at least 1 of 2 named units",
        ),
        (
            r#"{"id": "s", "kind": "choice", "options": [["A-4"], ["A-5", "A-6"]], "at_least": 1, "at_most": 1, "heading": "Rules"}"#,
            "At least 6 credits, 1 of 2 sets of units",
        ),
        (
            r#"{"id": "h", "kind": "share", "of": {"level_from": "4"}, "out_of": {}, "measure": "credits", "at_least": "1/2", "heading": "Rules"}"#,
            "At least 6 credits, at least half of the credits in all at Level 4 or above",
        ),
        (
            r#"{"id": "n", "kind": "needs", "unit": "A-4", "all_of": ["A-5", "A-6"], "heading": "Rules"}"#,
            "At least 6 credits, A-4 needs A-5 and A-6",
        ),
        (
            r#"{"id": "p", "kind": "condition", "text": "100 hours of practice", "heading": "Rules"}"#,
            "At least 6 credits, 100 hours of practice",
        ),
        (
            r#"{"id": "b", "kind": "barred", "units": ["A-4", "A-5"], "heading": "Rules"}"#,
            "At least 6 credits",
        ),
    ];
    for (rule, line) in rules {
        assert_eq!(in_one_line(&with_rules(rule, "")), line);
    }
    let all: Vec<&str> = rules.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(
        in_one_line(&with_rules(&all.join(","), "")),
        "2 mandatory units, at least 6 credits, at least 1 of 2 named units, 1 of 2 sets of units and 3 more rules"
    );
}

#[test]
fn that_a_pathway_asks_for_more_is_said_in_the_line() {
    let night = r#"{"id": "n", "kind": "mandatory", "units": ["A-4"], "heading": "Rules", "when": {"pathways": ["night"]}}"#;
    let more =
        r#""pathways": [{"id": "day", "title": "Day"}, {"id": "night", "title": "Night"}], "#;
    assert_eq!(
        in_one_line(&with_rules(night, more)),
        "At least 6 credits, more by pathway"
    );
}

#[test]
fn a_choice_says_how_many_of_what_and_how_many_there_are() {
    let sets = r#"{"id": "s", "kind": "choice", "options": [["A-4"], ["A-5", "A-6"]], "at_least": 1, "at_most": 1, "heading": "Rules"}"#;
    let mut learner = with_rules(sets, "");
    assert_eq!(lines(&learner)[0], "Choose one | A-4, or A-5 with A-6 | 0");
    learner.pick(&["A-5", "A-6"]);
    assert_eq!(lines(&learner)[0], "Choose one | A-4, or A-5 with A-6 | 1");
    learner.pick(&["A-4"]);
    let broken = learner.sees(|current| current.plan_head().sentence);
    assert_eq!(broken, "Too many sets of units: 2, limit 1");
    let units = r#"{"id": "u", "kind": "choice", "options": [["A-4"], ["A-5"], ["A-6"]], "at_least": 2, "heading": "Rules"}"#;
    assert_eq!(
        lines(&with_rules(units, ""))[0],
        "Choose at least 2 | A-4, A-5 or A-6 | 0"
    );
}

#[test]
fn several_rules_on_mandatory_units_are_told_apart() {
    let rules = r#"{"id": "one", "kind": "mandatory", "units": ["A-4"], "heading": "Rules"},
        {"id": "two", "kind": "mandatory", "units": ["A-5", "A-6"], "heading": "Rules"},
        {"id": "three", "kind": "mandatory", "units": ["A-7", "A-8"], "heading": "Rules"}"#;
    let mut learner = with_rules(rules, "");
    learner.pick(&["A-5"]);
    assert_eq!(
        lines(&learner)[..3],
        [
            "Mandatory unit | “Title 4” | 0",
            "Mandatory units of A-5 and A-6 | all 2 | 1",
            "Mandatory units of A-7 and A-8 | all 2 | 0",
        ]
    );
}

#[test]
fn what_is_asked_of_those_who_take_a_unit_has_no_state_until_they_do() {
    let rules = r#"{"id": "n", "kind": "needs", "unit": "A-4", "any_of": ["A-5", "A-6"], "heading": "Rules"},
        {"id": "p", "kind": "condition", "text": "30 hours of practice", "if_taken": ["A-4"], "heading": "Rules"}"#;
    let mut learner = with_rules(rules, "");
    let states = |learner: &Learner| {
        let lines = learner.sees(|current| current.rule_lines());
        [lines[0].state, lines[1].state]
    };
    assert_eq!(states(&learner), [None, None]);
    learner.pick(&["A-4"]);
    assert_eq!(states(&learner), [Some(State::Open), Some(State::Open)]);
    let said = [
        "A-4 needs A-5 or A-6 |  | ",
        "30 hours of practice | if A-4 is chosen | ",
    ];
    assert_eq!(lines(&learner)[..2], said);
    learner.pick(&["A-5"]);
    learner.act(Action::Tick(RuleId::new("p").unwrap(), true));
    assert_eq!(states(&learner), [Some(State::Met), Some(State::Met)]);
    assert_eq!(
        lines(&learner)[..2],
        said,
        "the words stay, and the mark follows"
    );
}

#[test]
fn a_share_says_of_what_it_is_and_how_much_there_is() {
    let half = r#"{"id": "h", "kind": "share", "of": {"level_from": "4"}, "out_of": {}, "measure": "credits", "at_least": "1/2", "heading": "Rules"}"#;
    let mut learner = with_rules(half, "");
    learner.pick(&["A-1", "A-4"]);
    assert_eq!(
        lines(&learner)[0],
        "At Level 4 or above | at least half of the credits in all | 3 of 5"
    );
}

#[test]
fn a_unit_that_needs_one_that_cannot_count_is_named_where_it_breaks_the_plan() {
    let rules = r#"{"id": "n", "kind": "needs", "unit": "A-4", "all_of": ["A-5"], "heading": "Rules"},
        {"id": "r", "kind": "registration", "unit": "A-5", "closed_from": "2020-01-01", "heading": "Rules"}"#;
    let mut learner = with_rules(rules, "");
    learner.pick(&["A-4"]);
    assert_eq!(
        learner.sees(|current| current.plan_head().sentence),
        "“Title 4” needs “Title 5”, which cannot count in this plan"
    );
}

#[test]
fn rules_of_what_is_shipped_stand_in_short_lines_with_the_own_figure() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-501", "8607-400"]);
    assert_eq!(
        lines(&certificate),
        [
            "Credits in all | 13 to 36 | 7",
            "From Group 1 | at least 7 | 3",
            "From Group 2 | at most 6 | 4",
        ]
    );
    assert_eq!(
        lines(&learner("8603-certificate")),
        [
            "Mandatory units | all 3 | 0",
            "Credits in all | at least 14 | 0"
        ]
    );
    let title = learner("8617-award").qualification.units[0].title.clone();
    assert_eq!(
        lines(&learner("8617-award"))[0],
        format!("Mandatory unit | “{title}” | 0")
    );
}

#[test]
fn rules_in_hours_and_units_are_told_in_their_measure() {
    let file = "catalogues/whole/other-measures.json";
    let pottery = learner_of(file, "pottery");
    for line in lines(&pottery) {
        assert!(!line.contains("redit"), "{line}");
    }
    assert!(
        in_one_line(&pottery).starts_with("3 units, 220 hours"),
        "{}",
        in_one_line(&pottery)
    );
    assert!(!in_one_line(&learner_of(file, "raku")).contains("redit"));
}

#[test]
fn a_rule_that_forbids_says_none_and_one_for_each_subject_says_so() {
    let none = r#"{"id": "none", "kind": "amount", "measure": "credits", "of": {"level_to": "3"}, "at_most": 0, "heading": "Rules"}"#;
    let mut learner = with_rules(none, "");
    assert_eq!(lines(&learner)[0], "At Level 3 or below | none | 0");
    learner.pick(&["A-1"]);
    assert!(learner.row("A-1").is_picked);
    assert_eq!(lines(&learner)[0], "At Level 3 or below | none | 2");
}
