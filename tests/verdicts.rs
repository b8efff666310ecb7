//! What is said of plans under rules that the shipped documents do not have: pathways that are left
//! open, units in several groups, units that displace others, and searches that stop.
//!
//! Each case restates what people report of planners and audits, with made-up names and figures.

use std::sync::Arc;

use serde_json::{Value, json};

use qualification_planner::assess::{
    Aim, Assessment, Context, Limit, NODES, NotCounted, Repair, State, assess, assess_within,
    complete, count, effective, ladder, outlook, repair,
};
use qualification_planner::catalogue;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{
    Date, Earned, GroupId, Qualification, UnitCode, VariantId,
};
use qualification_planner::wording;

/// A made-up qualification and the day on which it is looked at.
struct Made {
    qualification: Arc<Qualification>,
    context: Context,
}

impl Made {
    /// Of these units (code, credits, subject), these groups (name, units) and these rules.
    fn new(units: &[(&str, u32, &str)], groups: &[(&str, &[&str])], rules: Value) -> Self {
        Self::with(units, groups, rules, &json!({}))
    }

    fn with(
        units: &[(&str, u32, &str)],
        groups: &[(&str, &[&str])],
        rules: Value,
        more: &Value,
    ) -> Self {
        let units = units.iter().map(|(code, credits, subject)| {
            let mut unit = json!({"code": code, "title": format!("Unit {code}"), "level": 4, "credits": credits, "guided_learning_hours": 3 * credits});
            if !subject.is_empty() {
                unit["subject"] = (*subject).into();
            }
            unit
        });
        Self::of_units(units.collect(), groups, rules, more)
    }

    fn of_units(units: Value, groups: &[(&str, &[&str])], mut rules: Value, more: &Value) -> Self {
        for (at, rule) in rules.as_array_mut().unwrap().iter_mut().enumerate() {
            rule["heading"] = "Rules".into();
            if rule.get("id").is_none() {
                rule["id"] = format!("rule-{at}").into();
            }
        }
        let mut file: Value = serde_json::from_str(include_str!("catalogues/small.json")).unwrap();
        let mut qualification = file["qualifications"][0].clone();
        file["units"] = units;
        let groups = groups
            .iter()
            .map(|(id, units)| json!({"id": id, "title": id.to_uppercase(), "units": units}));
        qualification["groups"] = groups.collect();
        qualification["rules"] = rules;
        for (key, value) in more.as_object().unwrap() {
            if value.is_null() {
                qualification.as_object_mut().unwrap().remove(key);
            } else {
                qualification[key] = value.clone();
            }
        }
        file["qualifications"] = json!([qualification]);
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

    /// Headline, detail and advice of the rule at this place.
    fn line(&self, found: &Assessment, place: usize) -> [String; 3] {
        let line = wording::judgement(&self.qualification, &found.judgements[place]);
        [line.headline, line.detail, line.advice.unwrap_or_default()]
    }
}

fn limit() -> Limit {
    Limit::nodes(NODES)
}

fn names(codes: &[UnitCode]) -> Vec<&str> {
    codes.iter().map(UnitCode::as_str).collect()
}

/// A half and a whole of the same content, of which one counts.
fn half_and_whole() -> Made {
    Made::new(
        &[("HALF", 3, ""), ("WHOLE", 6, "")],
        &[("all", &["HALF", "WHOLE"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_least": 6},
            {"kind": "barred", "units": ["HALF", "WHOLE"]},
        ]),
    )
}

#[test]
fn a_plan_is_open_where_a_unit_that_displaces_a_pick_completes_it() {
    let made = half_and_whole();
    let found = made.assess(&["HALF"]);
    assert_eq!((found.state, found.counted.units), (State::Open, 1));
    assert_eq!(
        made.line(&found, 0),
        [
            "3 more credits in all",
            "3 of at least 6 credits in all",
            ""
        ]
    );
    assert_eq!(made.assess(&["HALF", "WHOLE"]).state, State::Met);
}

#[test]
fn a_completion_that_displaces_a_pick_is_told_as_a_swap() {
    let made = half_and_whole();
    let (of, plan) = (&made.qualification, made.plan(&["HALF"]));
    let aim = Aim::FewestCredits;
    let found = complete(of, &plan, &made.context, aim, 3, &mut limit());
    assert!(found.fully_searched);
    let [one] = found.answer.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(
        (names(&one.added), names(&one.instead)),
        (vec!["WHOLE"], vec!["HALF"])
    );
    assert_eq!(
        wording::completion(of, one).label,
        "Choose WHOLE instead of HALF"
    );
    let number = count(of, &plan, &made.context, &mut limit());
    assert_eq!(
        (number.fully_searched, number.answer.to_string()),
        (true, "1".into())
    );
    let now = assess(of, &plan, &made.context);
    let whole = UnitCode::new("WHOLE").unwrap();
    let then = outlook(of, &plan, &made.context, &now, &whole, &mut limit()).unwrap();
    assert_eq!((then.state, then.required), (State::Met, true));
    assert!(
        repair(of, &plan, &made.context, 2, &mut limit())
            .repairs
            .is_empty()
    );
}

#[test]
fn completions_that_displace_nothing_come_first_and_alone() {
    let made = Made::new(
        &[("HALF", 3, ""), ("OTHER", 4, ""), ("WHOLE", 6, "")],
        &[("all", &["HALF", "OTHER", "WHOLE"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_least": 6},
            {"kind": "barred", "units": ["HALF", "WHOLE"]},
        ]),
    );
    let (of, plan) = (&made.qualification, made.plan(&["HALF"]));
    let found = complete(of, &plan, &made.context, Aim::FewestUnits, 3, &mut limit());
    let added: Vec<Vec<&str>> = found.answer.iter().map(|one| names(&one.added)).collect();
    assert_eq!(added, [["OTHER"]]);
    assert!(found.answer[0].instead.is_empty());
}

#[test]
fn a_rule_over_its_maximum_says_so_as_long_as_it_is_though_a_displacement_would_mend_it() {
    // Two units of the group are one too many; LARGE counts in the place of ONE and is of no group
    // that has a limit.
    let made = Made::new(
        &[("LARGE", 5, ""), ("ONE", 3, ""), ("TWO", 3, "")],
        &[("small", &["ONE", "TWO"]), ("large", &["LARGE"])],
        json!([
            {"kind": "amount", "group": "small", "measure": "units", "at_most": 1},
            {"kind": "barred", "units": ["LARGE", "ONE"]},
        ]),
    );
    let found = made.assess(&["ONE", "TWO"]);
    assert_eq!(found.state, State::Open);
    assert_eq!(made.line(&found, 0)[0], "1 unit too many from SMALL");
    // Nothing has to come in the place of ONE.
    let (of, plan) = (&made.qualification, made.plan(&["ONE", "TWO"]));
    let found = complete(of, &plan, &made.context, Aim::FewestUnits, 1, &mut limit());
    let one = &found.answer[0];
    assert_eq!(wording::completion(of, one).label, "Take out ONE");
    let then = assess(of, &plan.after(one.action()), &made.context);
    assert_eq!(then.state, State::Met);
}

#[test]
fn advice_is_of_the_pathway_that_an_open_plan_is_judged_by() {
    // One pathway is met by two units of few credits, the other by one of many.
    let made = Made::with(
        &[("B2", 2, ""), ("C3", 3, ""), ("D8", 8, "")],
        &[("all", &["B2", "C3", "D8"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_least": 5},
            {"kind": "mandatory", "units": ["B2", "C3"], "when": {"pathways": ["one"]}},
            {"kind": "mandatory", "units": ["D8"], "when": {"pathways": ["two"]}},
        ]),
        &json!({"pathways": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}]}),
    );
    let (of, plan) = (&made.qualification, made.plan(&[]));
    let found = assess(of, &plan, &made.context);
    assert_eq!(found.pathway.as_ref().map(VariantId::as_str), Some("two"));
    let first = complete(of, &plan, &made.context, Aim::FewestUnits, 1, &mut limit());
    assert_eq!(names(&first.answer[0].added), ["D8"]);
    let rungs = ladder([of.as_ref()], &plan, &made.context, NODES);
    assert_eq!(rungs[0].pathway, found.pathway);
    assert_eq!(names(&rungs[0].missing), ["D8"]);
}

#[test]
fn a_choice_of_group_that_stands_in_the_way_is_what_the_repair_is_about() {
    let made = Made::new(
        &[("A", 5, ""), ("B", 5, ""), ("C", 5, "")],
        &[("first", &["A", "B"]), ("second", &["B", "C"])],
        json!([
            {"kind": "amount", "group": "first", "measure": "units", "at_most": 1},
            {"kind": "amount", "group": "second", "measure": "units", "at_least": 1},
        ]),
    );
    let of = &made.qualification;
    let first = GroupId::new("first");
    let [a, b] = ["A", "B"].map(|code| UnitCode::new(code).unwrap());
    let plan = made.plan(&["A", "B"]);
    let plan = plan
        .after(Action::SetGroup(a, first.clone()))
        .after(Action::SetGroup(b, first));
    assert_eq!(assess(of, &plan, &made.context).state, State::Broken);
    let found = repair(of, &plan, &made.context, 3, &mut limit());
    let one = &found.choices[0];
    assert_eq!(
        wording::other_choice(of, one).label,
        "Let B count in any of its groups"
    );
    assert!(found.conflict.is_empty(), "they stand together: {found:?}");
    let then = assess(of, &plan.after(one.action()), &made.context);
    assert_eq!((then.state, one.leads_to), (State::Met, State::Met));
}

#[test]
fn a_pathway_that_was_chosen_and_stands_in_the_way_is_what_the_repair_is_about() {
    let made = Made::with(
        &[("A", 5, ""), ("B", 5, ""), ("C", 5, "")],
        &[("all", &["A", "B", "C"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_most": 10},
            {"kind": "mandatory", "units": ["A", "B"], "when": {"pathways": ["one"]}},
            {"kind": "mandatory", "units": ["C"], "when": {"pathways": ["two"]}},
        ]),
        &json!({"pathways": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}]}),
    );
    let of = &made.qualification;
    let plan = made
        .plan(&["A", "C"])
        .after(Action::SetPathway(VariantId::new("one")));
    assert_eq!(assess(of, &plan, &made.context).state, State::Broken);
    let found = repair(of, &plan, &made.context, 3, &mut limit());
    let [one] = found.choices.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(wording::other_choice(of, one).label, "Follow Two");
    let then = assess(of, &plan.after(one.action()), &made.context);
    assert_eq!((then.state, one.leads_to), (State::Met, State::Met));
}

/// Two pathways with four mandatory units each, and 20 credits.
fn two_pathways() -> Made {
    let units = ["A1", "A2", "A3", "A4", "A5", "C1", "C2", "C3", "C4", "C5"];
    let all: Vec<(&str, u32, &str)> = units.iter().map(|code| (*code, 5, "")).collect();
    Made::with(
        &all,
        &[("all", &units)],
        json!([
            {"kind": "mandatory", "units": ["A1", "A2", "A3", "A4"], "when": {"pathways": ["adults"]}},
            {"kind": "mandatory", "units": ["C1", "C2", "C3", "C4"], "when": {"pathways": ["children"]}},
            {"kind": "amount", "measure": "credits", "at_least": 20},
        ]),
        &json!({"pathways": [{"id": "adults", "title": "Adults"}, {"id": "children", "title": "Children"}]}),
    )
}

#[test]
fn an_open_plan_is_judged_by_the_pathway_that_is_nearest_and_names_it() {
    let made = two_pathways();
    let plan = made.plan(&["C1", "C2", "C3"]);
    let found = assess(&made.qualification, &plan, &made.context);
    assert_eq!(found.state, State::Open);
    assert_eq!(
        found.pathway.as_ref().map(VariantId::as_str),
        Some("children")
    );
    assert_eq!(
        made.line(&found, 0)[..2],
        [
            "1 mandatory unit for Children is missing",
            "Missing: C4 Unit C4 (5 credits)"
        ]
    );
    assert_eq!(made.line(&found, 1)[0], "5 more credits in all");
    let by = (found.pathway.as_ref(), found.nation.as_ref());
    assert_eq!(
        wording::assumed(&made.qualification, &plan, by).as_deref(),
        Some("No pathway is chosen: judged by Children.")
    );
    let chosen = plan.after(Action::SetPathway(found.pathway.clone()));
    assert_eq!(wording::assumed(&made.qualification, &chosen, by), None);
}

#[test]
fn surplus_of_one_group_is_not_missing_in_another() {
    let units = ["E1", "E2", "E3", "E4", "E5", "E6", "F1", "F2"];
    let all: Vec<(&str, u32, &str)> = units.iter().map(|code| (*code, 6, "")).collect();
    let made = Made::new(
        &all,
        &[("block", &units[..6]), ("free", &units)],
        json!([
            {"kind": "amount", "group": "block", "measure": "credits", "at_least": 30},
            {"kind": "amount", "group": "free", "measure": "credits", "at_least": 12},
        ]),
    );
    let found = made.assess(&units[..6]);
    let lines = [0, 1].map(|at| {
        let [headline, detail, _] = made.line(&found, at);
        (headline, detail)
    });
    assert_eq!(
        lines,
        [
            (
                "Enough credits from BLOCK".to_owned(),
                "30 of at least 30 credits from BLOCK".to_owned()
            ),
            (
                "6 more credits from FREE".to_owned(),
                "6 of at least 12 credits from FREE".to_owned()
            ),
        ]
    );
}

#[test]
fn a_class_of_which_two_count_is_not_said_to_hold_units_that_do_not_go_together() {
    let made = Made::new(
        &[("K", 5, ""), ("U", 5, ""), ("X", 5, "")],
        &[("all", &["K", "U", "X"])],
        json!([{"kind": "barred", "units": ["K", "U", "X"], "at_most": 2}]),
    );
    let found = made.assess(&["K", "U", "X"]);
    let not_counted = found.units[2].not_counted.as_ref().unwrap();
    assert!(
        matches!(not_counted, NotCounted::ClassFull { most: 2, .. }),
        "{not_counted:?}"
    );
    assert_eq!(
        wording::not_counted(&made.qualification, not_counted),
        "Only 2 of K, U and X count together, and K and U do."
    );
}

#[test]
fn a_bound_for_each_subject_names_the_subject_and_its_units() {
    let made = Made::new(
        &[
            ("B1", 5, "biology"),
            ("C1", 5, "chemistry"),
            ("C2", 5, "chemistry"),
            ("C3", 5, "chemistry"),
        ],
        &[("all", &["B1", "C1", "C2", "C3"])],
        json!([{"kind": "amount", "measure": "units", "each_subject": true, "at_most": 2}]),
    );
    let found = made.assess(&["B1", "C1", "C2", "C3"]);
    assert_eq!(
        made.line(&found, 0)[..2],
        [
            "1 unit too many in the subject “chemistry”",
            "“chemistry”: 3 of at most 2 units (C1, C2 and C3)",
        ]
    );
}

#[test]
fn of_units_of_which_one_is_enough_one_is_asked_for() {
    let made = Made::new(
        &[("S", 5, ""), ("T", 5, ""), ("X", 5, "")],
        &[("all", &["S", "T", "X"])],
        json!([{"kind": "needs", "unit": "X", "any_of": ["S", "T"]}]),
    );
    let found = made.assess(&["X"]);
    assert_eq!(
        made.line(&found, 0)[..2],
        [
            "X needs S or T",
            "Missing: S Unit S (5 credits) or T Unit T (5 credits)"
        ]
    );
}

#[test]
fn sets_that_are_too_many_are_not_called_missing() {
    let made = Made::new(
        &[("A", 5, ""), ("B", 5, ""), ("C", 5, "")],
        &[("all", &["A", "B", "C"])],
        json!([{"kind": "choice", "options": [["A"], ["B", "C"]], "at_least": 1, "at_most": 1}]),
    );
    let found = made.assess(&["A", "B", "C"]);
    assert_eq!(found.state, State::Broken);
    assert_eq!(
        made.line(&found, 0),
        [
            "2 sets are complete, and only one may be",
            "Complete, set by set: A Unit A (5 credits); B Unit B (5 credits) and C Unit C (5 credits)",
            "Adding units cannot put this rule right.",
        ]
    );
}

#[test]
fn the_ladder_says_by_which_nation_and_that_certification_has_ended() {
    let made = Made::with(
        &[("A", 5, ""), ("B", 5, "")],
        &[("all", &["A", "B"])],
        json!([
            {"kind": "mandatory", "units": ["A"]},
            {"kind": "mandatory", "units": ["B"], "when": {"nations": ["wales"]}},
        ]),
        &json!({
            "nations": [{"id": "england", "title": "England"}, {"id": "wales", "title": "Wales"}],
            "last_certification": "2025-08-31",
        }),
    );
    let plan = made.plan(&["A"]);
    let rungs = ladder([made.qualification.as_ref()], &plan, &made.context, NODES);
    assert_eq!(rungs[0].state, State::Met);
    assert_eq!(
        wording::rung_remarks(&made.qualification, &plan, &rungs[0]),
        [
            "No nation is chosen: judged by England.",
            "The last day of certification was 31 August 2025.",
        ]
    );
}

#[test]
fn what_is_missing_is_named_nowhere_where_it_is_not_known_by_which_pathway() {
    let made = two_pathways();
    let (of, plan) = (&made.qualification, made.plan(&["C1", "C2", "C3"]));
    let (mut open, mut not_known) = (0, 0);
    for nodes in 1..400 {
        let found = assess_within(of, &plan, &made.context, &mut Limit::nodes(nodes));
        let mut judgements = found.judgements.iter();
        if !judgements.any(|one| one.state == State::NotKnown) {
            continue;
        }
        open += u32::from(found.state == State::Open);
        not_known += u32::from(found.state == State::NotKnown);
        let mut said = vec![wording::state(&found), wording::total_line(of, &found)];
        said.extend((0..found.judgements.len()).flat_map(|at| made.line(&found, at)));
        said.extend(found.judgements.iter().map(|one| wording::finding(of, one)));
        let headline = wording::headline(of, &found);
        said.extend([headline.sentence, headline.more]);
        for sentence in &said {
            for word in [
                "0 rules",
                " more",
                "Missing:",
                "are missing",
                "missing: A",
                "is missing:",
            ] {
                assert!(!sentence.contains(word), "{nodes}: {sentence}");
            }
        }
    }
    assert!(open > 0 && not_known > 0, "{open} {not_known}");
}

#[test]
fn a_search_that_stops_says_that_it_is_not_known_and_never_cannot() {
    let made = two_pathways();
    let plan = made.plan(&["C1"]);
    let of = &made.qualification;
    let none = || Limit::nodes(1);
    let found = assess_within(of, &plan, &made.context, &mut none());
    assert_eq!(found.state, State::NotKnown);
    let mut said = vec![wording::state(&found)];
    said.extend((0..found.judgements.len()).flat_map(|at| made.line(&found, at)));
    for unit in of.units.iter().filter(|unit| unit.code.as_str() != "C1") {
        let one = outlook(of, &plan, &made.context, &found, &unit.code, &mut none()).unwrap();
        assert!(!one.required && one.breaks.is_empty() && one.against.is_empty());
        said.push(wording::outlook(of, found.state, &one, false));
    }
    for sentence in &said {
        for word in [
            "cannot",
            "No unit",
            "at most",
            "no longer",
            "broken",
            "more credits",
        ] {
            assert!(!sentence.contains(word), "{sentence}");
        }
    }
    let repairs = repair(of, &plan, &made.context, 2, &mut none());
    assert!(repairs.repairs.is_empty() && repairs.conflict.is_empty() && !repairs.fully_searched);
    assert_eq!(
        ladder([of.as_ref()], &plan, &made.context, 1)[0].state,
        State::NotKnown
    );
    let bounds = effective(of, &plan, &made.context, &mut none());
    assert!(
        bounds
            .iter()
            .all(|one| one.range.is_none() && !one.fully_searched)
    );
}

#[test]
fn what_counts_by_exemption_is_stated_apart_in_the_total() {
    let made = Made::new(
        &[("A", 5, ""), ("B", 4, "")],
        &[("all", &["A", "B"])],
        json!([{"kind": "amount", "measure": "credits", "at_least": 9}]),
    );
    let code = UnitCode::new("B").unwrap();
    let exempt = Action::Earn(code, Earned::Exemption);
    let plan = made.plan(&["A", "B"]).after(exempt);
    let found = assess(&made.qualification, &plan, &made.context);
    assert_eq!(
        wording::total_line(&made.qualification, &found),
        "9 of at least 9 credits; 4 of the 9 by exemption"
    );
    let found = made.assess(&["A", "B"]);
    let line = wording::total_line(&made.qualification, &found);
    assert_eq!(line, "9 of at least 9 credits");
}

#[test]
fn units_that_nothing_displaces_do_not_make_a_plan_unknown() {
    // W counts in the second group, where the first has no room, and there it is too much. None of the
    // other units changes that, however many there are.
    let free = ["F0", "F1", "F2", "F3", "F4", "F5", "F6", "F7"];
    let mut units = vec![("A", 5, ""), ("W", 4, "")];
    units.extend(free.iter().map(|code| (*code, 3, "")));
    let made = Made::new(
        &units,
        &[("one", &["A", "W"]), ("two", &["W"]), ("free", &free)],
        json!([
            {"kind": "amount", "measure": "credits", "group": "one", "at_most": 5, "surplus": "not-counted"},
            {"kind": "amount", "measure": "credits", "group": "two", "at_most": 3},
            {"kind": "mandatory", "units": ["A"]},
        ]),
    );
    let found = made.assess(&["A", "W"]);
    assert_eq!((found.state, found.fully_searched), (State::Broken, true));
}

#[test]
fn a_way_of_earning_that_stands_in_the_way_is_what_the_repair_is_about() {
    let made = Made::new(
        &[("A", 5, ""), ("B", 8, ""), ("C", 5, "")],
        &[("all", &["A", "B", "C"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_least": 13},
            {"kind": "amount", "measure": "credits", "of": {"earned": ["exemption", "transfer"]}, "at_most": 8},
        ]),
    );
    let of = &made.qualification;
    let [a, b] = ["A", "B"].map(|code| UnitCode::new(code).unwrap());
    let plan = made.plan(&["A", "B"]);
    let plan = plan.after(Action::Earn(a, Earned::Exemption));
    let plan = plan.after(Action::Earn(b, Earned::Transfer));
    let found = repair(of, &plan, &made.context, 3, &mut limit());
    let labels = found.choices.iter();
    let labels = labels.map(|one| wording::other_choice(of, one).label);
    let labels: Vec<String> = labels.collect();
    assert_eq!(labels, ["Earn A by study", "Earn B by study"]);
    assert!(found.conflict.is_empty(), "they stand together: {found:?}");
    let open = |one: &&Repair| one.leads_to == State::Open;
    assert_eq!(found.repairs.iter().find(open), None, "each may stay");
    for one in &found.choices {
        let then = assess(of, &plan.clone().after(one.action()), &made.context);
        assert_eq!((then.state, one.leads_to), (State::Met, State::Met));
    }
}

/// Qualifications without credits: what decides between equals is in their own measure.
fn in_hours_or_points(measure: &str, least: u32) -> Made {
    let rules = json!([
        {"kind": "amount", "measure": measure, "at_least": least},
        {"kind": "barred", "units": ["A", "B"]},
        {"kind": "mandatory", "units": ["D"], "when": {"pathways": ["two"]}},
    ]);
    let more = json!({
        "pathways": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}],
        "credit_value": Value::Null,
    });
    Made::of_units(
        json!([
            {"code": "A", "title": "Unit A", "guided_learning_hours": 60, "points": 6},
            {"code": "B", "title": "Unit B", "guided_learning_hours": 90, "points": 9},
            {"code": "C", "title": "Unit C", "guided_learning_hours": 50, "points": 5},
            {"code": "D", "title": "Unit D", "guided_learning_hours": 40, "points": 4},
        ]),
        &[("all", &["A", "B", "C", "D"])],
        rules,
        &more,
    )
}

#[test]
fn without_credits_equals_are_told_apart_by_what_the_totals_are_in() {
    for (measure, least, aim, short) in [
        ("guided_learning_hours", 130, Aim::FewestHours, 130),
        ("points", 13, Aim::FewestPoints, 13),
    ] {
        let made = in_hours_or_points(measure, least);
        let of = &made.qualification;
        assert_eq!(Aim::least(of.measure()), aim);
        let counts: Vec<String> = made
            .assess(&["A", "B"])
            .units
            .iter()
            .filter(|unit| unit.not_counted.is_none())
            .map(|unit| unit.code.to_string())
            .collect();
        assert_eq!(counts, ["B"], "more of what the totals are in");
        let plan = made.plan(&[]);
        let best = complete(of, &plan, &made.context, aim, 1, &mut limit());
        let one = &best.answer[0];
        assert_eq!(names(&one.added), ["B", "D"], "{measure}: 13, not 14");
        assert!(
            wording::completion(of, one)
                .detail
                .ends_with(" on the pathway One.")
        );
        let rungs = ladder([of.as_ref()], &plan, &made.context, NODES);
        let rung = &rungs[0];
        let added = rung.missing.iter().filter_map(|code| of.unit(code));
        let sum: u32 = added.map(|unit| unit.amount(of.measure())).sum();
        assert_eq!(sum, short, "{measure}");
    }
}

#[test]
fn a_unit_counts_in_the_group_with_which_the_plan_stands_best_also_where_another_has_more_room() {
    // Of stone 16 credits count. Beside EITHER, which stands in both groups, and the two that are to
    // come, PAINT finds no room among them, and needs none: with it three sets would be whole.
    let made = Made::new(
        &[
            ("BASE", 4, ""),
            ("CLAY", 4, ""),
            ("WHEEL", 6, ""),
            ("PAINT", 6, ""),
            ("EITHER", 5, ""),
            ("FELT", 6, ""),
            ("LARGE", 12, ""),
            ("SHOP", 8, ""),
        ],
        &[
            ("base", &["BASE", "LARGE", "SHOP"]),
            ("stone", &["CLAY", "WHEEL", "PAINT", "EITHER"]),
            ("cloth", &["FELT", "EITHER"]),
        ],
        json!([
            {"kind": "share", "measure": "credits", "of": {"groups": ["stone"]}, "out_of": {"groups": ["stone", "cloth"]}, "more_than": "1/2"},
            {"kind": "amount", "measure": "credits", "group": "stone", "at_least": 12, "at_most": 16, "surplus": "not-counted"},
            {"kind": "choice", "options": [["LARGE"], ["PAINT", "FELT"], ["SHOP"]], "at_most": 2, "at_least": 1},
        ]),
    );
    let picks = ["BASE", "PAINT", "EITHER", "FELT", "LARGE", "SHOP"];
    let group = Some(GroupId::new("stone").unwrap());
    let pin = Action::SetGroup(UnitCode::new("EITHER").unwrap(), group);
    let named = made.plan(&picks).after(pin.clone());
    for plan in [made.plan(&picks), named] {
        let found = assess(&made.qualification, &plan, &made.context);
        assert_eq!(found.state, State::Open);
        let aim = Aim::FewestUnits;
        let found = complete(
            &made.qualification,
            &plan,
            &made.context,
            aim,
            1,
            &mut limit(),
        );
        let first = &found.answer[0];
        assert_eq!(names(&first.added), ["CLAY", "WHEEL"]);
        assert_eq!(names(&first.instead), ["PAINT"]);
    }
    let all = [
        "BASE", "PAINT", "EITHER", "FELT", "LARGE", "SHOP", "CLAY", "WHEEL",
    ];
    for plan in [made.plan(&all), made.plan(&all).after(pin)] {
        let found = assess(&made.qualification, &plan, &made.context);
        assert_eq!(found.state, State::Met);
        let out = found.units.iter().filter(|unit| unit.not_counted.is_some());
        assert_eq!(
            out.map(|unit| unit.code.as_str()).collect::<Vec<_>>(),
            ["PAINT"]
        );
        let mut units = found.units.iter();
        let either = units.find(|unit| unit.code.as_str() == "EITHER").unwrap();
        assert_eq!(either.group.as_ref().unwrap().as_str(), "stone");
    }
}

#[test]
fn a_completion_is_told_with_what_counts_when_it_is_done_and_by_whose_rules() {
    // In the north SPARE bars BASE and has to count. In the south it does not count at all, and BASE
    // has room beside LAST.
    let made = Made::with(
        &[("BASE", 7, ""), ("SPARE", 4, ""), ("LAST", 6, "")],
        &[("all", &["BASE", "SPARE", "LAST"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_least": 10},
            {"kind": "barred", "units": ["BASE", "SPARE"], "when": {"nations": ["north"]}},
            {"kind": "mandatory", "units": ["SPARE"], "when": {"nations": ["north"]}},
            {"kind": "amount", "measure": "units", "of": {"units": ["SPARE"]}, "at_most": 0, "surplus": "not-counted", "when": {"nations": ["south"]}},
            {"kind": "mandatory", "units": ["LAST"]},
        ]),
        &json!({"nations": [{"id": "north", "title": "the North"}, {"id": "south", "title": "the South"}]}),
    );
    let of = &made.qualification;
    let plan = made.plan(&["BASE", "SPARE"]);
    for aim in [Aim::FewestUnits, Aim::FewestCredits] {
        let found = complete(of, &plan, &made.context, aim, 2, &mut limit());
        let one = &found.answer[0];
        let then = assess(of, &plan.clone().after(one.action()), &made.context);
        assert_eq!(
            (one.credits, one.nation.as_ref()),
            (then.counted.credits, then.nation.as_ref())
        );
        assert_eq!(names(&one.units), ["BASE", "LAST"]);
        let said = wording::completion(of, one).sentence;
        assert_eq!(
            said,
            "Add LAST Unit LAST (6 credits). Then 13 credits and 39 guided learning hours in all, \
             judged by the South."
        );
    }
}

#[test]
fn no_more_is_taken_out_than_has_to_be_and_what_then_has_room_is_counted() {
    // Of the class one counts. Without HIGH, which is too much, LOW has room, and the plan is met.
    let made = Made::new(
        &[
            ("HIGH", 6, ""),
            ("LOW", 4, ""),
            ("BASE", 5, ""),
            ("OTHER", 4, ""),
        ],
        &[("high", &["HIGH"]), ("all", &["LOW", "BASE", "OTHER"])],
        json!([
            {"kind": "amount", "measure": "credits", "at_least": 9},
            {"kind": "barred", "units": ["HIGH", "LOW", "OTHER"]},
            {"kind": "amount", "measure": "units", "group": "high", "at_most": 0},
        ]),
    );
    let of = &made.qualification;
    // LOW displaces HIGH by itself: nothing has to go.
    assert_eq!(made.assess(&["HIGH", "LOW", "BASE"]).state, State::Met);
    let plan = made.plan(&["HIGH", "BASE"]);
    let found = complete(of, &plan, &made.context, Aim::FewestUnits, 3, &mut limit());
    let told = found
        .answer
        .iter()
        .map(|one| wording::completion(of, one).label);
    assert_eq!(
        told.collect::<Vec<_>>(),
        ["Choose LOW instead of HIGH", "Choose OTHER instead of HIGH"]
    );
    for one in &found.answer {
        let then = assess(of, &plan.clone().after(one.action()), &made.context);
        assert_eq!(
            (then.state, then.counted.credits),
            (State::Met, one.credits)
        );
    }
}

#[test]
fn picks_that_stand_against_each_other_only_as_they_are_earned_are_said_to() {
    // By study A and B go together. By transfer either is too much, and C is in the way in any case.
    let made = Made::new(
        &[("A", 5, ""), ("B", 5, ""), ("C", 5, "")],
        &[("all", &["A", "B", "C"])],
        json!([
            {"kind": "amount", "measure": "credits", "of": {"earned": ["transfer"]}, "at_most": 4},
            {"kind": "amount", "measure": "units", "of": {"units": ["C"]}, "at_most": 0},
        ]),
    );
    let of = &made.qualification;
    let a = UnitCode::new("A").unwrap();
    let plan = made
        .plan(&["A", "B", "C"])
        .after(Action::Earn(a, Earned::Transfer));
    let found = repair(of, &plan, &made.context, 3, &mut limit());
    assert_eq!(found.state, State::Broken);
    assert_eq!(
        (names(&found.conflict), found.conflict_as_earned),
        (vec!["A"], true)
    );
    let plan = made.plan(&["A", "B", "C"]);
    let found = repair(of, &plan, &made.context, 3, &mut limit());
    assert_eq!(
        (names(&found.conflict), found.conflict_as_earned),
        (vec!["C"], false)
    );
}

#[test]
fn a_unit_that_is_asked_for_and_picked_without_counting_is_not_only_called_missing() {
    let made = Made::new(
        &[("A", 5, ""), ("B", 9, ""), ("C", 4, ""), ("D", 6, "")],
        &[("all", &["A", "B", "C", "D"])],
        json!([
            {"kind": "barred", "units": ["A", "B"], "counts": "B"},
            {"kind": "needs", "unit": "C", "any_of": ["A", "D"]},
            {"kind": "mandatory", "units": ["A"]},
            {"kind": "choice", "options": [["A", "C"], ["A", "D"]]},
        ]),
    );
    let found = made.assess(&["A", "B", "C"]);
    let details: Vec<String> = (0..3).map(|at| made.line(&found, at)[1].clone()).collect();
    for detail in details {
        assert!(
            detail.ends_with("; A is picked and does not count"),
            "{detail}"
        );
    }
}
