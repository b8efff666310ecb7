//! What is said of every form of rule, as a learner reads it, in every measure: in short catalogues that
//! are made up here, with sentences that were written down before.

use std::sync::Arc;

use serde_json::{Value, json};

use qualification_planner::assess::{self, Aim, Assessment, Context, Limit, NODES, State, assess};
use qualification_planner::catalogue;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification, UnitCode};
use qualification_planner::wording;

/// Six units: two of Art in the group “Studio”, two of Botany and two of Clay in “Garden”. Each has so
/// much of what is measured.
fn file(measure: &str, figures: [u32; 6], rules: Value, more: &Value) -> Value {
    let codes = ["A1", "A2", "B1", "B2", "C1", "C2"];
    let subjects = ["Art", "Art", "Botany", "Botany", "Clay", "Clay"];
    let units = codes.iter().zip(subjects).zip(figures);
    let units = units.map(|((code, subject), figure)| {
        let mut unit = json!({"code": code, "title": format!("Unit {code}"), "subject": subject});
        if measure != "units" {
            unit[measure] = figure.into();
        }
        unit
    });
    let mut rules = rules;
    for (place, rule) in rules.as_array_mut().unwrap().iter_mut().enumerate() {
        rule["id"] = format!("rule-{place}").into();
    }
    let mut qualification = json!({
        "id": "made-up", "title": "Award in Making", "size": "award",
        "groups": [
            {"id": "g1", "title": "Studio", "units": ["A1", "A2"]},
            {"id": "g2", "title": "Garden", "units": ["B1", "B2", "C1", "C2"]},
        ],
        "rules": rules,
    });
    for (key, value) in more.as_object().unwrap() {
        qualification[key] = value.clone();
    }
    json!({
        "format": 1, "id": "made-up", "title": "Made up", "awarding_body": "Nobody",
        "source": {"document": "Nothing", "checked": "2026-11-29"},
        "units": units.collect::<Vec<_>>(),
        "qualifications": [qualification],
    })
}

struct Made {
    qualification: Arc<Qualification>,
    context: Context,
}

impl Made {
    /// In points of which each unit has 4.
    fn new(rules: Value) -> Self {
        Self::with("points", [4; 6], rules, &json!({}))
    }

    fn with(measure: &str, figures: [u32; 6], rules: Value, more: &Value) -> Self {
        Self::of(&file(measure, figures, rules, more))
    }

    fn of(file: &Value) -> Self {
        let reading = catalogue::read(&file.to_string());
        assert_eq!(reading.problems, []);
        Self {
            qualification: Arc::clone(&reading.file.unwrap().qualifications[0]),
            context: Context::on(Date::parse("2026-11-29").unwrap()),
        }
    }

    fn plan(&self, picks: &[&str]) -> Plan {
        let picks = picks.iter().map(|code| UnitCode::new(code).unwrap());
        Plan::new(self.qualification.id.clone()).after(Action::PickAll(picks.collect()))
    }

    fn assess(&self, picks: &[&str]) -> Assessment {
        assess(&self.qualification, &self.plan(picks), &self.context)
    }

    /// Headline and detail of the rule at this place.
    fn line(&self, picks: &[&str], place: usize) -> [String; 2] {
        let found = self.assess(picks);
        let line = wording::judgement(&self.qualification, &found.judgements[place]);
        [line.headline, line.detail]
    }

    /// What is said of the rule where nothing stands beside it.
    fn finding(&self, picks: &[&str], place: usize) -> String {
        let found = self.assess(picks);
        wording::finding(&self.qualification, &found.judgements[place])
    }

    /// The rule itself.
    fn rule(&self, place: usize) -> String {
        wording::rule(&self.qualification, &self.qualification.rules[place])
    }
}

#[test]
fn every_subject_that_is_out_is_named_with_what_it_is_out_by() {
    let made = Made::new(json!([
        {"kind": "amount", "measure": "points", "at_least": 4, "at_most": 4, "each_subject": true},
    ]));
    assert_eq!(made.rule(0), "4 points in each subject.");
    assert_eq!(
        made.line(&[], 0),
        [
            "4 more points in each of the subjects “Art”, “Botany” and “Clay”",
            "“Art”: 0 of 4 points; “Botany”: 0 of 4 points; “Clay”: 0 of 4 points",
        ]
    );
    assert_eq!(
        made.line(&["A1", "B1"], 0),
        [
            "4 more points in the subject “Clay”",
            "“Clay”: 0 of 4 points"
        ]
    );
    assert_eq!(
        made.line(&["A1", "A2", "B1", "B2"], 0),
        [
            "4 points too many in each of the subjects “Art” and “Botany”; \
             4 points too few in the subject “Clay”",
            "“Art”: 8 of 4 points (A1 and A2); “Botany”: 8 of 4 points (B1 and B2); \
             “Clay”: 0 of 4 points",
        ]
    );
    assert_eq!(
        made.line(&["A1", "B1", "C1"], 0),
        [
            "Enough points in each subject",
            "4 points in each subject: 4 in “Art”, 4 in “Botany” and 4 in “Clay”",
        ]
    );
}

#[test]
fn each_measure_has_its_own_words_for_one_and_for_several() {
    for (measure, one, several) in [
        ("credits", "credit", "credits"),
        ("points", "point", "points"),
        (
            "guided_learning_hours",
            "guided learning hour",
            "guided learning hours",
        ),
    ] {
        let made = Made::with(
            measure,
            [1, 3, 1, 3, 1, 3],
            json!([
                {"kind": "amount", "measure": measure, "at_least": 3, "at_most": 3, "each_subject": true},
                {"kind": "amount", "measure": measure, "at_least": 9},
            ]),
            &json!({}),
        );
        assert_eq!(
            made.line(&["A1", "A2", "B2"], 0)[0],
            format!(
                "1 {one} too many in the subject “Art”; 3 {several} too few in the subject “Clay”"
            )
        );
        assert_eq!(
            made.line(&["A2", "B2"], 1),
            [
                format!("3 more {several} in all"),
                format!("6 of at least 9 {several} in all"),
            ]
        );
    }
    let made = Made::with(
        "units",
        [0; 6],
        json!([{"kind": "amount", "measure": "units", "group": "g2", "at_most": 1, "each_subject": true}]),
        &json!({}),
    );
    assert_eq!(made.rule(0), "At most 1 unit from Garden in each subject.");
    assert_eq!(
        made.line(&["B1", "B2", "A1", "A2"], 0),
        [
            "1 unit too many from Garden in the subject “Botany”",
            "“Botany”: 2 of at most 1 unit (B1 and B2)",
        ]
    );
    assert_eq!(
        made.line(&["C1"], 0),
        [
            "Within the limit for Garden in each subject",
            "At most 1 unit from Garden in each subject: 1 in “Clay”",
        ]
    );
    assert_eq!(
        made.line(&[], 0)[1],
        "At most 1 unit from Garden in each subject"
    );
}

#[test]
fn a_subject_of_which_nothing_is_used_misses_nothing_where_only_used_ones_are_asked() {
    let made = Made::new(json!([
        {"kind": "amount", "measure": "units", "at_least": 2, "each_subject": true, "if_used": true},
    ]));
    assert_eq!(made.line(&[], 0)[0], "Enough units in each subject");
    assert_eq!(
        made.line(&["A1", "C2"], 0),
        [
            "1 more unit in each of the subjects “Art” and “Clay”",
            "“Art”: 1 of at least 2 units (A1); “Clay”: 1 of at least 2 units (C2)",
        ]
    );
}

#[test]
fn of_several_sets_it_is_said_how_many_are_complete_and_how_many_must_be() {
    let made = |bounds: Value| {
        let mut rule = json!({"kind": "choice", "options": [["A1"], ["B1", "B2"], ["C1", "C2"]]});
        for (key, value) in bounds.as_object().unwrap() {
            rule[key] = value.clone();
        }
        Made::new(json!([rule]))
    };
    let one = made(json!({"at_least": 1}));
    assert_eq!(
        one.rule(0),
        "At least one of these, each as a whole: A1; B1 and B2; C1 and C2."
    );
    assert_eq!(
        one.line(&["B1"], 0),
        [
            "No set is complete yet: at least one must be",
            "Missing, set by set: A1 Unit A1 (4 points); B2 Unit B2 (4 points); \
             C1 Unit C1 (4 points) and C2 Unit C2 (4 points)",
        ]
    );
    assert_eq!(
        one.finding(&["B1"], 0),
        "No set is complete yet: at least one must be. Missing, set by set: A1; B2; C1 and C2"
    );
    assert_eq!(
        one.line(&["A1"], 0),
        [
            "Enough sets are complete",
            "Complete, set by set: A1 Unit A1 (4 points)",
        ]
    );
    let two = made(json!({"at_least": 2, "at_most": 2}));
    assert_eq!(
        two.rule(0),
        "Exactly 2 of these, each as a whole: A1; B1 and B2; C1 and C2."
    );
    assert_eq!(
        two.line(&["A1"], 0)[0],
        "1 set is complete: exactly 2 must be"
    );
    assert_eq!(
        two.finding(&["A1", "B1", "B2", "C1", "C2"], 0),
        "3 sets are complete, and at most 2 may be. Adding units cannot put this rule right."
    );
    let none = made(json!({"at_most": 1}));
    assert_eq!(
        none.rule(0),
        "At most one of these, each as a whole: A1; B1 and B2; C1 and C2."
    );
    assert_eq!(
        none.line(&[], 0),
        ["No more sets are complete than may be", "None is complete"]
    );
}

#[test]
fn sets_of_one_unit_are_spoken_of_as_units() {
    let made = |options: Value, least: u32, most: u32| {
        Made::new(
            json!([{"kind": "choice", "options": options, "at_least": least, "at_most": most}]),
        )
    };
    let one = made(json!([["A1"], ["B1"]]), 1, 1);
    assert_eq!(one.rule(0), "Exactly one of A1 and B1.");
    assert_eq!(
        one.line(&[], 0),
        [
            "Neither A1 nor B1 counts yet: exactly one must",
            "Missing: A1 Unit A1 (4 points) or B1 Unit B1 (4 points)",
        ]
    );
    assert_eq!(
        one.line(&["A1", "B1"], 0)[0],
        "Both A1 and B1 count, and only one may"
    );
    assert_eq!(
        one.line(&["B1"], 0),
        [
            "Enough of A1 and B1 count",
            "Counted: B1 Unit B1 (4 points)"
        ]
    );
    let two = made(json!([["A1"], ["B1"], ["C1"]]), 2, 3);
    assert_eq!(two.rule(0), "2 to 3 of A1, B1 and C1.");
    assert_eq!(
        two.finding(&[], 0),
        "None of A1, B1 and C1 counts yet: at least 2 must"
    );
    assert_eq!(
        two.line(&["C1"], 0),
        [
            "1 of A1, B1 and C1 counts: at least 2 must",
            "Missing: A1 Unit A1 (4 points) or B1 Unit B1 (4 points)",
        ]
    );
}

#[test]
fn of_several_rules_on_mandatory_units_each_says_which() {
    let only = Made::new(json!([{"kind": "mandatory", "units": ["A1", "B1"]}]));
    assert_eq!(only.finding(&["A1"], 0), "1 mandatory unit is missing: B1");
    assert_eq!(
        only.line(&["A1", "B1"], 0)[0],
        "Every mandatory unit is picked"
    );
    let made = Made::with(
        "points",
        [4; 6],
        json!([
            {"kind": "mandatory", "units": ["A1"]},
            {"kind": "mandatory", "units": ["B1", "B2"], "when": {"pathways": ["p"]}},
            {"kind": "mandatory", "units": ["C1"], "when": {"pathways": ["q"]}},
            {"kind": "mandatory", "units": ["C2"], "when": {"pathways": ["q"]}},
        ]),
        &json!({"pathways": [{"id": "p", "title": "Potter"}, {"id": "q", "title": "Quarrier"}]}),
    );
    assert_eq!(
        made.line(&["A1"], 0)[0],
        "Every mandatory unit from Studio is picked"
    );
    assert_eq!(
        made.line(&["A1", "B1"], 1),
        [
            "1 mandatory unit for Potter is missing",
            "Missing: B2 Unit B2 (4 points)",
        ]
    );
    let on_the_other = ["A1", "C1"];
    assert_eq!(
        made.line(&on_the_other, 1)[0],
        "Every mandatory unit of C1 is picked"
    );
    assert_eq!(
        made.line(&on_the_other, 2)[0],
        "1 mandatory unit of C2 is missing"
    );
}

#[test]
fn a_unit_that_does_not_count_is_not_said_to_have_what_it_needs() {
    let made = Made::new(json!([{"kind": "needs", "unit": "B1", "any_of": ["A1", "A2"]}]));
    assert_eq!(
        made.line(&["A1"], 0),
        [
            "B1 needs one of A1 and A2",
            "Not asked of this plan: B1 does not count",
        ]
    );
    assert_eq!(
        made.line(&["B1"], 0),
        [
            "B1 needs A1 or A2",
            "Missing: A1 Unit A1 (4 points) or A2 Unit A2 (4 points)",
        ]
    );
    assert_eq!(
        made.line(&["B1", "A2"], 0),
        ["B1 has what it needs", "B1 needs one of A1 and A2"]
    );
}

#[test]
fn a_share_says_how_much_there_is_and_how_much_there_has_to_be() {
    let share = |bound: &str, value: &str| {
        Made::new(json!([
            {"kind": "share", "measure": "points", "of": {"groups": ["g1"]}, bound: value},
        ]))
    };
    let least = share("at_least", "1/2");
    assert_eq!(
        least.line(&["A1", "B1", "B2"], 0)[0],
        "At least half of the points in all have to be from Studio: 4 of 12 are, and at least 6 have to be"
    );
    assert_eq!(
        least.line(&["A1", "B1"], 0),
        [
            "At least half of the points in all have to be from Studio",
            "4 of 8 points; at least 4 have to be",
        ]
    );
    assert_eq!(least.line(&[], 0)[1], "0 of 0 points");
    assert_eq!(
        share("more_than", "1/2").line(&["A1", "B1"], 0)[0],
        "More than half of the points in all have to be from Studio: 4 of 8 are, and at least 5 have to be"
    );
    assert_eq!(
        share("at_most", "1/3").line(&["A1", "B1"], 0)[0],
        "At most a third of the points in all may be from Studio: 4 of 8 are, and at most 2 may be"
    );
    assert_eq!(
        share("less_than", "1/2").line(&["A1", "B1"], 0)[0],
        "Less than half of the points in all may be from Studio: 4 of 8 are, and at most 3 may be"
    );
    // What the whole says already is not said again of the part.
    let within = Made::new(json!([
        {"kind": "share", "measure": "units", "of": {"groups": ["g2"], "subject": "Clay"}, "out_of": {"groups": ["g2"]}, "at_least": "1/2"},
    ]));
    assert_eq!(
        within.finding(&["B1"], 0),
        "At least half of the units from Garden have to be in Clay: 0 of 1 are, and at least 1 has to be"
    );
}

#[test]
fn where_nothing_may_be_taken_or_nothing_counts_no_limit_of_0_is_named() {
    let made = Made::new(json!([
        {"kind": "amount", "measure": "units", "group": "g1", "at_most": 0},
        {"kind": "amount", "measure": "points", "group": "g2", "at_most": 0, "surplus": "not-counted"},
    ]));
    assert_eq!(made.rule(0), "No units from Studio.");
    assert_eq!(
        made.rule(1),
        "Points from Garden may be taken, and are not counted."
    );
    assert_eq!(
        made.line(&["A1"], 0),
        [
            "1 unit too many from Studio",
            "1 unit from Studio; none may be taken",
        ]
    );
    assert_eq!(
        made.line(&[], 0),
        [
            "Nothing from Studio, where nothing may be taken",
            "0 units from Studio"
        ]
    );
    assert_eq!(
        made.line(&["B1"], 1),
        [
            "Nothing from Garden counts",
            "Points from Garden may be taken, and are not counted",
        ]
    );
}

/// Why the units of a plan do not count.
fn reasons(made: &Made, picks: &[&str]) -> Vec<String> {
    let found = made.assess(picks);
    let reasons = found
        .units
        .iter()
        .filter_map(|unit| unit.not_counted.as_ref());
    reasons
        .map(|one| wording::not_counted(&made.qualification, one))
        .collect()
}

#[test]
fn what_is_more_than_counts_says_how_much_does() {
    let made = |rule: Value| {
        let mut rule = rule;
        rule["kind"] = "amount".into();
        rule["surplus"] = "not-counted".into();
        Made::new(json!([rule]))
    };
    let capped = made(json!({"measure": "points", "group": "g1", "at_most": 4}));
    assert_eq!(
        reasons(&capped, &["A1", "A2"]),
        ["Does not count: no more than 4 points from Studio count."]
    );
    let none = made(json!({"measure": "points", "group": "g1", "at_most": 0}));
    assert_eq!(
        reasons(&none, &["A1"]),
        ["Does not count: nothing from Studio counts."]
    );
    let each = made(json!({"measure": "units", "each_subject": true, "at_most": 1}));
    assert_eq!(
        reasons(&each, &["A1", "A2"]),
        ["Does not count: no more than 1 unit in each subject counts."]
    );
}

#[test]
fn a_day_outside_registration_is_told_on_which_side_it_lies() {
    let made = Made::with(
        "points",
        [4; 6],
        json!([{"kind": "amount", "measure": "points", "at_least": 4}]),
        &json!({"registration": {"from": "2020-09-01", "until": "2025-08-31"}}),
    );
    let said = |day| {
        let plan = made.plan(&["A1"]).after(Action::Register(Date::parse(day)));
        let found = assess(&made.qualification, &plan, &made.context);
        let notices = found.notices.into_iter().map(wording::notice);
        notices.collect::<Vec<String>>()
    };
    assert_eq!(
        said("2020-08-31"),
        [
            "Registration opens on 1 September 2020, after the day that the plan is judged for. \
             Check with your centre."
        ]
    );
    assert_eq!(said("2020-09-01"), [""; 0]);
    assert_eq!(
        said("2025-09-01"),
        [
            "Registration closed on 31 August 2025, before the day that the plan is judged for. \
             Check with your centre."
        ]
    );
}

#[test]
fn advice_names_each_unit_once() {
    let made = Made::new(json!([
        {"kind": "mandatory", "units": ["A1"]},
        {"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8},
    ]));
    let limit = &mut Limit::nodes(NODES);
    let (of, context) = (&made.qualification, &made.context);
    let found = assess::complete(of, &made.plan(&[]), context, Aim::FewestUnits, 1, limit);
    let said = wording::completion(of, &found.answer[0]);
    assert_eq!(
        said.sentence,
        "Add A1 Unit A1 (4 points) and A2 Unit A2 (4 points). Then 8 points in all."
    );
    assert_eq!(said.label, "Add A1 and A2");
    let whole = made.plan(&["A1", "B1"]);
    let found = assess::complete(of, &whole, context, Aim::FewestUnits, 1, limit);
    assert_eq!(
        wording::completion(of, &found.answer[0]).sentence,
        "Nothing has to be added: 8 points in all."
    );
    let found = assess::repair(of, &made.plan(&["B1", "C1"]), context, 1, limit);
    let said: Vec<String> = found
        .repairs
        .iter()
        .map(|one| wording::repair(of, one).sentence)
        .collect();
    assert_eq!(
        said,
        [
            "Take out B1 Unit B1 (4 points). Then all rules can be met.",
            "Take out B1 Unit B1 (4 points) and add A1 Unit A1 (4 points). Then all rules are met.",
        ]
    );
}

#[test]
fn where_units_have_no_credits_what_the_totals_are_in_decides_between_equals() {
    // Of A1 and A2 one counts: the one that brings more of what the totals are in, and of equals the
    // earlier in the file.
    for (measure, figures, counts) in [
        ("points", [1, 2, 4, 4, 4, 4], "A2"),
        ("points", [2, 2, 4, 4, 4, 4], "A1"),
        ("guided_learning_hours", [10, 20, 40, 40, 40, 40], "A2"),
        ("credits", [1, 2, 4, 4, 4, 4], "A2"),
        ("units", [0; 6], "A1"),
    ] {
        let made = Made::with(
            measure,
            figures,
            json!([
                {"kind": "amount", "measure": measure, "at_least": 1},
                {"kind": "barred", "units": ["A1", "A2"]},
            ]),
            &json!({}),
        );
        let found = made.assess(&["A1", "A2"]);
        let counted = found.units.iter().find(|unit| unit.not_counted.is_none());
        assert_eq!(counted.unwrap().code.as_str(), counts, "{measure}");
        assert_eq!(found.state, State::Met);
        // As many units complete a plan: those with the least.
        let limit = &mut Limit::nodes(NODES);
        let empty = made.plan(&[]);
        let (of, context) = (&made.qualification, &made.context);
        let best = assess::complete(of, &empty, context, Aim::FewestUnits, 1, limit);
        assert_eq!(best.answer[0].units[0].as_str(), "A1", "{measure}");
    }
}

#[test]
fn units_that_are_closed_are_not_offered_as_missing_unless_nothing_else_is_left() {
    let made = |rule: Value, closed: &[&str]| {
        let closed = closed
            .iter()
            .map(|code| json!({"kind": "registration", "unit": code, "closed_from": "2020-01-01"}));
        Made::new(std::iter::once(rule).chain(closed).collect())
    };
    let single = json!({"kind": "choice", "options": [["A1"], ["B1"]]});
    assert_eq!(
        made(single.clone(), &["A1"]).line(&["A1"], 0),
        [
            "Neither A1 nor B1 counts yet: at least one must",
            "Missing: B1 Unit B1 (4 points)",
        ]
    );
    assert_eq!(
        made(single, &["A1", "B1"]).finding(&["A1"], 0),
        "Neither A1 nor B1 counts yet: at least one must. A1 Unit A1 (4 points) and B1 Unit B1 (4 \
         points) cannot count in this plan."
    );
    let two = json!({"kind": "choice", "options": [["A1"], ["B1"], ["C1"]], "at_least": 2});
    assert_eq!(
        made(two.clone(), &["B1"]).line(&[], 0)[1],
        "Missing: 2 of A1 Unit A1 (4 points) and C1 Unit C1 (4 points)"
    );
    assert_eq!(
        made(two, &["B1", "C1"]).finding(&["A1"], 0),
        "1 of A1, B1 and C1 counts: at least 2 must. B1 Unit B1 (4 points) and C1 Unit C1 (4 points) \
         cannot count in this plan."
    );
    let sets = json!({"kind": "choice", "options": [["A1"], ["B1", "B2"], ["A1", "C1"]]});
    assert_eq!(
        made(sets.clone(), &["A1"]).finding(&["B1", "C1"], 0),
        "No set is complete yet: at least one must be. Missing, set by set: B2"
    );
    assert_eq!(
        made(sets, &["A1", "B2"]).finding(&["B1"], 0),
        "No set is complete yet: at least one must be. Missing, set by set: A1; B2; A1 and C1. \
         A1 Unit A1 (4 points) and B2 Unit B2 (4 points) cannot count in this plan."
    );
    let needs = json!({"kind": "needs", "unit": "C1", "any_of": ["A1", "B1"]});
    assert_eq!(
        made(needs.clone(), &["A1"]).finding(&["C1"], 0),
        "C1 needs B1"
    );
    assert_eq!(
        made(needs, &["A1", "B1"]).finding(&["C1"], 0),
        "C1 needs A1 or B1. A1 Unit A1 (4 points) and B1 Unit B1 (4 points) cannot count in this plan."
    );
}

#[test]
fn a_floor_only_where_a_group_is_used_asks_for_more_of_it_or_none() {
    let made = Made::new(json!([
        {"kind": "amount", "measure": "points", "group": "g2", "at_least": 12, "if_used": true},
        {"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8},
        {"kind": "barred", "units": ["A2", "B1"]},
    ]));
    assert_eq!(
        made.line(&["B1"], 0),
        [
            "4 points from Garden: too few where any is taken; take more, or none",
            "4 of at least 12 points from Garden",
        ]
    );
}

#[test]
fn a_ladder_never_compares_amounts_in_two_measures() {
    let file = include_str!("catalogues/whole/other-measures.json");
    let all = catalogue::read(file).file.unwrap().qualifications;
    let context = Context::on(Date::parse("2026-11-22").unwrap());
    for own in &all {
        let plan = Plan::new(own.id.clone());
        let rungs = assess::ladder(all.iter().map(AsRef::as_ref), &plan, &context, NODES);
        let open: Vec<_> = rungs
            .iter()
            .filter(|one| one.state == State::Open)
            .collect();
        assert!(open.len() > 3, "{}", own.id);
        assert_eq!(open[0].measure, own.measure());
        let changes = open
            .windows(2)
            .filter(|pair| pair[0].measure != pair[1].measure);
        let mut measures: Vec<&str> = open.iter().map(|one| one.measure.word()).collect();
        measures.sort_unstable();
        measures.dedup();
        assert_eq!(changes.count(), measures.len() - 1, "{}", own.id);
        for pair in open.windows(2) {
            assert!(
                pair[0].measure != pair[1].measure || pair[0].short <= pair[1].short,
                "{}",
                own.id
            );
        }
    }
}

#[cfg(feature = "cli")]
mod on_the_command_line {
    use std::fs;
    use std::process::Command;

    use serde_json::{Value, json};

    use super::file;

    /// Standard output and what was said on standard error.
    fn ask(name: &str, file: &Value, args: &[&str]) -> (String, String) {
        let path =
            std::env::temp_dir().join(format!("sentences-{}-{name}.json", std::process::id()));
        fs::write(&path, file.to_string()).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
            .args(args)
            .args(["--qualification", "made-up", "--today", "2026-11-29"])
            .args(["--registered", "2026-11-01", "--catalogue"])
            .arg(&path)
            .output()
            .unwrap();
        fs::remove_file(&path).unwrap();
        (
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }

    fn practice() -> Value {
        let rules = json!([
            {"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8},
            {"kind": "condition", "text": "40 hours in a studio"},
            {"kind": "condition", "text": "a kiln licence", "if_taken": ["C1", "C2"]},
        ]);
        file("points", [4; 6], rules, &json!({}))
    }

    #[test]
    fn groups_are_called_by_their_titles_and_what_is_exact_is_said_so() {
        let rules = json!([
            {"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8},
            {"kind": "amount", "measure": "points", "group": "g1", "at_least": 8},
        ]);
        let wide = json!([{"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8}]);
        let (text, _) = ask(
            "wide",
            &file("points", [4; 6], wide, &json!({})),
            &["assess", "--units", "A1"],
        );
        assert!(
            text.contains("\n  Studio: 4 points; all rules together allow at most 8\n"),
            "{text}"
        );
        let file = file("points", [4; 6], rules, &json!({}));
        let (text, _) = ask("groups", &file, &["assess", "--units", ""]);
        assert_eq!(
            text,
            "made-up: can be met. Nothing is picked yet.\n  \
             open      8 more points in all (0 of 8 points in all)\n  \
             open      8 more points from Studio (0 of at least 8 points from Studio)\n  \
             Studio: 0 points; all rules together ask for exactly 8\n  \
             Garden: 0 points; all rules together leave nothing for it\n  \
             - 8 more points in all\n  \
             - 8 more points from Studio\n  \
             Add A1 Unit A1 (4 points) and A2 Unit A2 (4 points). Then 8 points in all.\n"
        );
        let (text, _) = ask("groups-met", &file, &["assess", "--units", "A1 A2"]);
        assert!(
            text.starts_with("made-up: all rules met. 8 points count of 8 picked.\n"),
            "{text}"
        );
    }

    #[test]
    fn what_is_to_be_ticked_is_said_in_words_and_no_unit_is_made_of_it() {
        let (text, _) = ask("ticks", &practice(), &["assess", "--units", "A1 C1"]);
        assert!(
            text.contains("\n  open      40 hours in a studio (Not ticked yet)\n"),
            "{text}"
        );
        assert!(
            text.contains("\n  - Still to tick: 40 hours in a studio\n"),
            "{text}"
        );
        assert!(
            text.ends_with(
                "\n  Tick “40 hours in a studio” and “If C1 or C2 is taken: a kiln licence”. No unit is \
                 missing. Then all rules are met.\n"
            ),
            "{text}"
        );
        let (text, _) = ask("ticks-of-one", &practice(), &["assess", "--units", "A1"]);
        assert!(
            text.ends_with(
                "\n  Add A2 Unit A2 (4 points). Then 8 points in all. Still to tick: 40 hours in a studio.\n"
            ),
            "{text}"
        );
        let (text, _) = ask(
            "complete",
            &practice(),
            &["complete", "--best", "1", "--units", "A1 A2"],
        );
        assert_eq!(
            text,
            "Nothing has to be added: 8 points in all. Still to tick: 40 hours in a studio.\n"
        );
        let (text, _) = ask("ladder", &practice(), &["ladder", "--units", "A1 A2"]);
        assert_eq!(
            text,
            "made-up                  can be met: no unit is missing. Still to tick: 40 hours in a studio.\n"
        );
        let (text, _) = ask("ladder-of-one", &practice(), &["ladder", "--units", "C1"]);
        assert_eq!(
            text,
            "made-up                  can be met: 4 points more, by A1. Still to tick: 40 hours in a \
             studio; If C1 or C2 is taken: a kiln licence.\n"
        );
    }

    #[test]
    fn one_combination_is_one() {
        let rules = json!([{"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8}]);
        let file = file("points", [1, 2, 3, 4, 8, 16], rules, &json!({}));
        let (text, _) = ask("count-one", &file, &["count", "--units", "C1"]);
        assert_eq!(text, "1 valid combination\n");
        let (text, _) = ask("count-some", &file, &["count", "--units", "A1"]);
        assert_eq!(text, "1 valid combination\n");
        let (text, _) = ask("count-two", &file, &["count", "--units", ""]);
        assert_eq!(text, "2 valid combinations\n");
    }

    #[test]
    fn of_a_group_whose_units_have_no_points_it_is_not_said_that_nothing_is_left_for_it() {
        let asked = |name: &str, figures: [u32; 6]| {
            let rules = json!([
                {"kind": "mandatory", "units": ["A1"]},
                {"kind": "amount", "measure": "points", "at_least": 8, "at_most": 8},
            ]);
            let file = file("points", figures, rules, &json!({}));
            ask(name, &file, &["assess", "--units", "A1"]).0
        };
        let text = asked("no-figures", [0, 0, 4, 4, 4, 4]);
        assert!(text.contains("\n  Studio: 0 points\n"), "{text}");
        let text = asked("some-figures", [0, 16, 4, 4, 4, 4]);
        assert!(
            text.contains("\n  Studio: 0 points; all rules together allow at most 0\n"),
            "{text}"
        );
        let text = asked("no-room", [8, 8, 4, 4, 4, 4]);
        assert!(
            text.contains("\n  Garden: 0 points; all rules together leave nothing for it\n"),
            "{text}"
        );
    }

    #[test]
    fn a_repair_is_said_in_words_and_rules_that_collide_by_their_texts() {
        let rules = json!([
            {"kind": "amount", "measure": "points", "at_most": 8},
            {"kind": "amount", "measure": "units", "at_least": 3},
        ]);
        let file = file("points", [2, 2, 2, 8, 2, 2], rules, &json!({}));
        let (text, _) = ask("repair", &file, &["repair", "--best", "1", "--units", "B2"]);
        assert_eq!(
            text,
            "Take out B2 Unit B2 (8 points). Then all rules can be met.\n\
             Take out B2 Unit B2 (8 points) and add A1 Unit A1 (2 points), A2 Unit A2 (2 points) and \
             B1 Unit B1 (2 points). Then all rules are met.\n\
             No valid combination has B2.\n"
        );
        let (text, _) = ask("collide", &file, &["assess", "--units", "B2"]);
        assert!(
            text.contains(
                "\n  - Each of these rules could be met, but not all together: At most 8 points in all. \
                 At least 3 units in all.\n"
            ),
            "{text}"
        );
        assert!(
            text.contains("\n  Beside that: 1 of at least 3 units\n"),
            "{text}"
        );
        let (text, _) = ask("ladder-broken", &file, &["ladder", "--units", "B2"]);
        assert_eq!(
            text,
            "made-up                  cannot be met with all that is picked.\n"
        );
    }

    #[test]
    fn what_was_not_searched_is_said_of_each_rule_in_a_few_words() {
        let rules = json!([
            {"kind": "amount", "measure": "points", "at_least": 9, "at_most": 9},
            {"kind": "amount", "measure": "units", "group": "g2", "at_least": 1},
        ]);
        let more = json!({"groups": [
            {"id": "g1", "title": "Studio", "units": ["A1", "A2", "B1"]},
            {"id": "g2", "title": "Garden", "units": ["A1", "B1", "B2", "C1", "C2"]},
        ]});
        let file = file("points", [2, 3, 5, 7, 3, 2], rules, &more);
        let args = ["assess", "--limit", "1", "--units", "A1"];
        let (text, _) = ask("limit", &file, &args);
        assert!(
            text.starts_with("made-up: not known whether it can be met."),
            "{text}"
        );
        assert!(
            text.contains("\n  - 2 points in all so far; what is missing is not known\n"),
            "{text}"
        );
    }
}

#[test]
fn what_is_asked_only_if_used_is_given_up_also_where_a_unit_is_left_that_has_nothing_of_it() {
    let made = Made::with(
        "points",
        [0, 1, 4, 4, 4, 4],
        json!([
            {"kind": "amount", "measure": "points", "group": "g1", "at_least": 7, "if_used": true},
            {"kind": "bars", "unit": "A2", "units": ["B1"]},
            {"kind": "mandatory", "units": ["B1"]},
        ]),
        &json!({}),
    );
    let found = made.assess(&["A1", "A2"]);
    assert_eq!(found.state, State::Open);
    let [headline, _] = made.line(&["A1", "A2"], 0);
    assert_eq!(
        headline,
        "1 point from Studio: too few where any is taken; take more, or none"
    );
}

#[test]
fn what_is_asked_only_if_used_is_given_up_also_where_a_unit_that_comes_has_to_count_elsewhere() {
    let also_in_garden = json!({"groups": [
        {"id": "g1", "title": "Studio", "units": ["A1", "A2"]},
        {"id": "g2", "title": "Garden", "units": ["A2", "B1", "B2", "C1", "C2"]},
    ]});
    let asked = |least: u32, more: Value| {
        let rules = [
            json!({"kind": "amount", "measure": "units", "at_least": least, "if_used": true, "of": {"groups": ["g1"], "subject": "Art"}}),
            json!({"kind": "amount", "measure": "points", "at_least": 3, "at_most": 4, "surplus": "not-counted", "of": {"subject": "Art"}, "each_subject": true}),
        ];
        let rules = rules.into_iter().chain(more.as_array().unwrap().clone());
        let rules = rules.collect();
        Made::with("points", [2, 3, 1, 1, 1, 1], rules, &also_in_garden)
    };
    // A2 leaves A1 no room, and by itself is too little of the studio: it counts in the garden.
    let made = asked(4, json!([]));
    assert_eq!(made.assess(&["A1"]).state, State::Open);
    let [headline, _] = made.line(&["A1"], 0);
    assert_eq!(
        headline,
        "1 unit in Art from Studio: too few where any is taken; take more, or none"
    );
    // The same where there are units enough, and another rule asks for A2 in the garden.
    let garden = json!([{"kind": "amount", "measure": "units", "at_least": 1, "of": {"groups": ["g2"], "subject": "Art"}}]);
    let [headline, _] = asked(2, garden).line(&["A1"], 0);
    assert_eq!(
        headline,
        "1 unit in Art from Studio: too few where any is taken; take more, or none"
    );
}

#[test]
fn of_subjects_asked_only_if_used_none_is_missing_where_what_comes_has_no_subject() {
    let rules = json!([
        {"kind": "amount", "measure": "subjects", "group": "g1", "at_least": 2, "if_used": true},
        {"kind": "bars", "unit": "A1", "units": ["A2"]},
        {"kind": "mandatory", "units": ["A2"]},
    ]);
    let mut file = file("points", [4; 6], rules, &json!({}));
    let subject = |file: &mut Value, subject: Option<&str>| {
        let unit = file["units"][1].as_object_mut().unwrap();
        match subject {
            Some(subject) => unit.insert("subject".to_owned(), subject.into()),
            None => unit.remove("subject"),
        };
    };
    subject(&mut file, None);
    let made = Made::of(&file);
    assert_eq!(made.assess(&["A1"]).state, State::Open);
    let [headline, _] = made.line(&["A1"], 0);
    assert_eq!(
        headline,
        "1 subject from Studio: too few where any is taken; take more, or none"
    );
}
