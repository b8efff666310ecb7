//! Qualifications in hours, points or units, and what is said of each in its own measure. The file is
//! `tests/catalogues/whole/other-measures.json`; what has to be said of it was written down from its
//! rules by hand.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use qualification_planner::assess::{self, Aim, Assessment, Context, Limit, NODES, assess};
use qualification_planner::catalogue;
use qualification_planner::editor::GroupPot;
use qualification_planner::exchange::sheet::Cell;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Measure, Qualification, UnitCode, VariantId};
use qualification_planner::saved_plans::{PlanSnapshot, differences};
use qualification_planner::wording;

const FILE: &str = "tests/catalogues/whole/other-measures.json";

fn text() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE)).unwrap()
}

fn read(text: &str, id: &str) -> Arc<Qualification> {
    let reading = catalogue::read(text);
    assert_eq!(reading.problems, []);
    let all = reading.file.unwrap().qualifications;
    let mut all = all.into_iter();
    all.find(|one| one.id.as_str() == id).unwrap()
}

fn qualification(id: &str) -> Arc<Qualification> {
    read(&text(), id)
}

fn plan(of: &Qualification, codes: &[&str]) -> Plan {
    let codes = codes.iter().map(|code| UnitCode::new(code).unwrap());
    Plan::new(of.id.clone()).after(Action::PickAll(codes.collect()))
}

const fn context(today: Date) -> Context {
    Context::on(today)
}

fn today() -> Context {
    context(Date::parse("2026-11-29").unwrap())
}

fn judged(of: &Qualification, codes: &[&str]) -> Assessment {
    assess(of, &plan(of, codes), &today())
}

/// How far each group has come, and what is asked of it.
fn pots(of: &Qualification, found: &Assessment) -> Vec<String> {
    let pots = of.groups.iter().map(|group| {
        let pot = GroupPot::new(of, found, group, true);
        let asked = [pot.words, pot.asked];
        let said: Vec<String> = asked.into_iter().filter(|one| !one.is_empty()).collect();
        said.join(", ")
    });
    pots.collect()
}

/// All that is said of a qualification as a whole, and of a plan of it.
fn said(of: &Qualification, codes: &[&str]) -> String {
    let found = judged(of, codes);
    let mut all = vec![wording::total_line(of, &found), wording::state(&found)];
    all.extend(wording::asked_in_all(of));
    all.extend(wording::hours_in_all(of));
    all.push(wording::rules_in_one_line(of));
    let headline = wording::headline(of, &found);
    all.extend([headline.sentence, headline.more]);
    for line in wording::rule_lines(of, &found) {
        all.extend([line.name, line.asks]);
    }
    let terms = wording::facts(of).into_iter().chain(wording::terms(of));
    let terms = terms.chain(wording::published_hours(of));
    let terms = terms.chain(wording::plan_hours(of, &found));
    all.extend(terms.map(|(term, text)| format!("{term}: {text}")));
    all.extend(pots(of, &found));
    let lines = found
        .judgements
        .iter()
        .map(|one| wording::judgement(of, one));
    all.extend(lines.flat_map(|line| [line.headline, line.detail]));
    let plan = plan(of, codes);
    let limit = &mut Limit::nodes(NODES);
    let completions = assess::complete(of, &plan, &today(), Aim::FewestUnits, 2, limit);
    let completions = completions
        .answer
        .iter()
        .map(|one| wording::completion(of, one));
    all.extend(completions.map(|one| one.detail));
    let bounds = assess::effective(of, &plan, &today(), limit);
    all.extend(
        bounds
            .iter()
            .filter_map(|one| wording::effective(of, &found, one)),
    );
    all.join("\n")
}

#[test]
fn the_measure_is_that_of_the_rules() {
    for (id, measure) in [
        ("pottery", Measure::Hours),
        ("wheel", Measure::Hours),
        ("stoneware", Measure::Points),
        ("raku", Measure::Units),
        ("caring", Measure::Credits),
    ] {
        assert_eq!(qualification(id).measure(), measure, "{id}");
    }
}

#[test]
fn where_there_are_no_credits_none_are_spoken_of_and_nothing_is_called_total_qualification_time() {
    for (id, codes) in [
        ("pottery", &["P1", "P3"][..]),
        ("wheel", &["Z1"]),
        ("stoneware", &["S1"]),
        ("raku", &["U1"]),
    ] {
        for codes in [&[], codes] {
            let said = said(&qualification(id), codes);
            assert!(!said.contains("credit"), "{id}: {said}");
            assert!(!said.contains("Credit"), "{id}: {said}");
            assert!(!said.contains("Total Qualification Time"), "{id}: {said}");
            assert!(!said.contains("about 0 "), "{id}: {said}");
            assert!(!said.contains("reckoned"), "{id}: {said}");
        }
    }
}

#[test]
fn hours_are_told_as_the_rules_ask_for_them_with_the_units_beside() {
    let of = qualification("pottery");
    let found = judged(&of, &["P1", "P3"]);
    assert_eq!(
        wording::total_line(&of, &found),
        "160 of 220 guided learning hours, 60 more"
    );
    assert_eq!(
        pots(&of, &found),
        ["1 of 2, 2 units", "1 unit chosen, 1 unit"]
    );
    assert_eq!(
        wording::asked_in_all(&of).unwrap(),
        "220 guided learning hours"
    );
    assert_eq!(wording::hours_in_all(&of), None);
    let published = wording::published_hours(&of);
    assert!(published.contains(&("Guided learning hours", "220, as published".to_owned())));
    let plan = plan(&of, &["P1", "P3"]);
    let limit = &mut Limit::nodes(NODES);
    let found = assess::complete(&of, &plan, &today(), Aim::FewestCredits, 1, limit);
    assert_eq!(
        wording::completion(&of, &found.answer[0]).detail,
        "P2 Glaze (60 guided learning hours). Then 220 guided learning hours in all."
    );
}

#[test]
fn credits_that_were_filled_in_as_0_are_none() {
    let of = qualification("wheel");
    let found = judged(&of, &["Z1"]);
    assert_eq!(
        wording::total_line(&of, &found),
        "90 of at least 120 guided learning hours, 30 more"
    );
    assert_eq!(wording::figures(&of, &of.units[0]), [(Measure::Hours, 90)]);
    let facts = wording::facts(&of).into_iter();
    let facts: Vec<_> = facts.chain(wording::published_hours(&of)).collect();
    let terms: Vec<&str> = facts.iter().map(|(term, _)| *term).collect();
    assert!(
        !terms.contains(&"Credit value") && !terms.contains(&"Induction"),
        "{terms:?}"
    );
}

#[test]
fn points_and_units_are_told_as_what_they_are() {
    let of = qualification("stoneware");
    let found = judged(&of, &["S1"]);
    assert_eq!(
        wording::total_line(&of, &found),
        "16 of at least 24 points, 8 more"
    );
    assert_eq!(pots(&of, &found)[0], "1 unit chosen, 1 unit");
    let limit = &mut Limit::nodes(NODES);
    let completions = assess::complete(&of, &plan(&of, &[]), &today(), Aim::FewestUnits, 1, limit);
    assert_eq!(
        wording::completion(&of, &completions.answer[0]).detail,
        "S1 Stoneware (16 points) and S2 Slip (8 points). Then 24 points in all."
    );
    let bounds = assess::effective(&of, &plan(&of, &[]), &today(), limit);
    assert_eq!(bounds[1].range, Some((8, 16)));
    assert_eq!(
        wording::effective(&of, &found, &bounds[1]).unwrap(),
        "The other rules need at least 8 points from here."
    );
    let of = qualification("raku");
    assert_eq!(wording::total_line(&of, &judged(&of, &["U1"])), "1 unit");
}

#[test]
fn hours_of_study_are_reckoned_by_the_rule_that_the_catalogue_states_and_else_not_at_all() {
    let of = qualification("caring");
    assert_eq!(
        wording::hours_in_all(&of).unwrap(),
        "about 156 hours of study"
    );
    let found = judged(&of, &["C1"]);
    let study = ("With your own study", "about 72 hours of study".to_owned());
    assert!(wording::plan_hours(&of, &found).contains(&study));
    // Said once for the file, it is for all that do not say otherwise; not said, nothing is reckoned.
    let without = text().replace(" \"study_hours_per_credit\": 12,", "");
    assert_eq!(wording::hours_in_all(&read(&without, "caring")), None);
    let once = without.replacen(
        "  \"units\": [",
        "  \"study_hours_per_credit\": 10,\n  \"units\": [",
        1,
    );
    assert_eq!(
        wording::hours_in_all(&read(&once, "caring")).unwrap(),
        "about 130 hours of study"
    );
    let both = text().replacen(
        "  \"units\": [",
        "  \"study_hours_per_credit\": 10,\n  \"units\": [",
        1,
    );
    assert_eq!(read(&both, "caring").study_hours_per_credit, Some(12));
}

#[test]
fn where_there_are_no_hours_none_are_spoken_of_but_the_support_around_the_units() {
    let text = [20, 25, 30, 40].iter().fold(text(), |text, hours| {
        text.replace(&format!(", \"guided_learning_hours\": {hours}"), "")
    });
    let of = read(&text, "caring");
    let said = said(&of, &["C1"]);
    assert!(!said.contains("uided learning"), "{said}");
    let terms = wording::plan_hours(&of, &judged(&of, &["C1"]));
    let terms: Vec<&str> = terms.iter().map(|(term, _)| *term).collect();
    assert_eq!(
        terms,
        ["Induction", "Tutorial support", "With your own study"]
    );
}

#[test]
fn the_head_has_only_what_is_asked_of_everybody() {
    let of = qualification("caring");
    assert_eq!(
        wording::rules_in_one_line(&of),
        "At least 13 credits, at most 12 credits in each subject, at least 5 from Home if any are chosen, \
         more by pathway"
    );
    assert_eq!(wording::choice(&of), "4 units to choose from, in 2 groups");
    // What is left out stands in the list of rules, with its condition.
    let rules: Vec<String> = of
        .rules
        .iter()
        .map(|rule| wording::rule(&of, rule))
        .collect();
    assert_eq!(rules[1], "General: 2 to 4 credits from Mind.");
    assert_eq!(rules[3], "At most 12 credits in each subject.");
}

#[test]
fn what_a_group_is_held_to_is_what_its_pathway_asks() {
    let of = qualification("caring");
    let on = |pathway| {
        let plan = plan(&of, &["C1", "C3"]);
        let found = assess(
            &of,
            &plan.after(Action::SetPathway(VariantId::new(pathway))),
            &today(),
        );
        pots(&of, &found).remove(1)
    };
    assert_eq!(on("general"), "3 credits chosen, 2 to 4 credits");
    assert_eq!(on("memory"), "3 credits chosen, 3 to 7 credits");
}

#[test]
fn a_total_that_is_asked_of_some_is_held_to_them() {
    let of = qualification("caring");
    let plan = plan(&of, &["C1", "C3"]);
    let registered = |day| {
        let plan = plan.clone().after(Action::Register(Date::parse(day)));
        wording::total_line(&of, &assess(&of, &plan, &today()))
    };
    assert_eq!(registered("2019-05-01"), "9 of 13 to 16 credits, 4 more");
    assert_eq!(registered("2021-05-01"), "9 of at least 13 credits, 4 more");
}

#[test]
fn what_a_unit_is_not_given_is_nothing_in_plans_and_tables() {
    let of = qualification("stoneware");
    let snapshot = PlanSnapshot::new(plan(&of, &["S1"]), &of);
    let facts = &snapshot.facts[0];
    assert_eq!(
        (facts.credits, facts.hours, facts.points),
        (None, None, Some(16))
    );
    assert_eq!(wording::unit_figures(Some(&of), facts), ["16 points"]);
    assert_eq!(differences(&snapshot, &of), []);
    let table = wording::plan_table(&of, &snapshot, &judged(&of, &["S1"]));
    let cell = |name: &str| {
        let place = table[0]
            .iter()
            .position(|cell| *cell == Cell::Text(name.to_owned()));
        table[1][place.unwrap()].clone()
    };
    let value = |text: &str| Cell::Value(text.to_owned());
    assert_eq!(cell("Credits"), value(""));
    assert_eq!(cell("Guided learning hours"), value(""));
    assert_eq!(cell("Credits that count"), value(""));
    assert_eq!(cell("Points"), value("16"));
    assert_eq!(cell("Measured in"), Cell::Text("Points".to_owned()));
    assert_eq!(cell("Amount that counts"), value("16"));
}

#[cfg(feature = "cli")]
mod answers {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use serde_json::{Value, json};

    use super::FILE;

    fn ask(args: &[&str]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
            .args(args)
            .args(["--catalogue", FILE, "--today", "2026-11-29"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    fn ask_with(args: &[&str], input: &str) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_qualification-check"))
            .args(args)
            .args(["--catalogue", FILE, "--today", "2026-11-29"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).unwrap();
        drop(stdin);
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    }

    #[test]
    fn a_cohort_has_two_columns_more_where_not_all_is_counted_in_credits() {
        let head = "learner,qualification,registered,units\n";
        let answer = |rows: &str| -> Vec<String> {
            let text = ask_with(&["batch", "-"], &format!("{head}{rows}"));
            text.lines().map(str::to_owned).collect()
        };
        let lines = answer("Ann,pottery,2020-01-01,P1 P3\nBob,caring,2021-01-01,C1\n");
        assert!(lines[0].ends_with("findings,measure,amount"), "{lines:?}");
        assert!(
            lines[1].starts_with("Ann,pottery,can-be-met,,160,"),
            "{lines:?}"
        );
        assert!(
            lines[1].ends_with(",guided-learning-hours,160"),
            "{lines:?}"
        );
        assert!(lines[2].ends_with(",credits,6"), "{lines:?}");
        let lines = answer("Bob,caring,2021-01-01,C1\n");
        assert!(lines[0].ends_with(",findings"), "{lines:?}");
        assert!(!lines[1].contains(",credits,"), "{lines:?}");
    }

    fn json_of(args: &[&str]) -> Value {
        serde_json::from_str(&ask(&[args, &["--json"]].concat())).unwrap()
    }

    #[test]
    fn an_answer_is_in_the_measure_of_the_totals_and_what_is_not_given_is_null() {
        let plan = ["--qualification", "pottery", "--units", "P1,P3"];
        let value = json_of(&[&["assess"], &plan[..]].concat());
        assert_eq!(value["measure"], "guided-learning-hours");
        assert_eq!(
            value["amount"],
            json!({"picked": 160, "counted": 160, "exempt": 0, "achieved": 0})
        );
        assert_eq!(value["beside"][0]["measure"], "units");
        assert_eq!(value["beside"][0]["counted"], 2);
        assert_eq!(value["credits"], Value::Null);
        assert_eq!(value["study_hours"], Value::Null);
        assert_eq!(value["groups"][1]["amount"], 60);
        assert_eq!(value["groups"][1]["effective_minimum"], 60);
        let text = ask(&[&["assess"], &plan[..]].concat());
        assert!(
            text.contains("160 guided learning hours count of 160 picked."),
            "{text}"
        );
        assert!(!text.contains("credit"), "{text}");
        let value = json_of(&[&["complete"], &plan[..]].concat());
        assert_eq!(value["plans"][0]["added"], json!(["P2"]));
        assert_eq!(value["plans"][0]["amount"], 220);
        let value = json_of(&["show", "--qualification", "pottery"]);
        assert_eq!(
            value["qualification"]["in_all"],
            "220 guided learning hours"
        );
        assert_eq!(value["groups"][0]["units"][0]["credits"], Value::Null);
        let text = ask(&["show", "--qualification", "stoneware"]);
        assert!(
            text.contains("16 points") && !text.contains("credit"),
            "{text}"
        );
    }

    #[test]
    fn other_qualifications_are_short_of_what_their_own_totals_are_in() {
        let value = json_of(&["ladder", "--qualification", "stoneware", "--units", "S1"]);
        let rungs = value.as_array().unwrap();
        let rung = |id: &str| rungs.iter().find(|one| one["qualification"] == id).unwrap();
        assert_eq!(rung("stoneware")["measure"], "points");
        assert_eq!(rung("stoneware")["short"], 8);
        assert_eq!(rung("stoneware")["credits_short"], Value::Null);
        assert_eq!(rung("pottery")["short"], 220);
        assert_eq!(rung("caring")["measure"], "credits");
    }
}
