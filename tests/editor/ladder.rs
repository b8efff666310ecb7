//! What units count for.

use std::sync::Arc;

use qualification_planner::assess::State;
use qualification_planner::catalogue::Catalogue;
use qualification_planner::editor::{HeldView, LadderView, RungView, held, ladder, where_else};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Qualification, QualificationId};

use crate::support::code;
use crate::tab::context;

fn plan(of: &str, units: &[&str]) -> Plan {
    let codes = units.iter().map(|unit| code(unit)).collect();
    Plan::new(QualificationId::new(of).unwrap()).after(Action::PickAll(codes))
}

fn of_plan(plan: &Plan) -> LadderView {
    let shipped = Catalogue::shipped();
    let all: Vec<&Arc<Qualification>> = shipped.by_suite();
    ladder(&all, plan, &context())
}

fn rung<'a>(view: &'a LadderView, id: &str) -> &'a RungView {
    let mut rungs = view.rungs.iter();
    rungs.find(|one| one.of.id.as_str() == id).unwrap()
}

fn lines(view: &LadderView) -> Vec<String> {
    let rungs = view.rungs.iter();
    rungs
        .map(|one| format!("{}: {}. {}", one.name, one.words, one.which))
        .collect()
}

#[test]
fn the_three_sizes_stand_by_size_each_with_what_counts_and_why_one_does_not() {
    let view = of_plan(&plan(
        "8607-certificate",
        &["8607-501", "8607-533", "8607-550", "8607-400"],
    ));
    assert_eq!(
        lines(&view),
        [
            "Level 5 Award: complete, 12 credits. 501, 533 and 550 count. 400 does not: Group 1 only",
            "Level 5 Certificate: complete, 16 credits. All four count",
            "Level 5 Diploma: 16 of 37, 21 to go. All four count",
        ]
    );
    assert_eq!(
        view.about,
        "One scale for all three, 0 to 40 credits. The line marks what is needed, the shaded part what is allowed."
    );
    assert_eq!(
        view.none,
        "None of them counts for the four other qualifications here."
    );
    let names: Vec<&str> = view.others().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Level 5 Award", "Level 5 Diploma"]);
}

#[test]
fn the_bars_stand_on_one_scale_with_what_is_needed_and_what_is_allowed() {
    let view = of_plan(&plan(
        "8607-certificate",
        &["8607-501", "8607-533", "8607-550", "8607-400"],
    ));
    let bar = &rung(&view, "8607-award").bar;
    assert_eq!((bar.line.as_str(), bar.needed.as_str()), ("15.00%", "6"));
    assert_eq!((bar.end.as_str(), bar.most.as_str()), ("30.00%", "12"));
    assert_eq!(bar.segments.len(), 3);
    let bar = &rung(&view, "8607-diploma").bar;
    assert_eq!((bar.line.as_str(), bar.end.as_str()), ("92.50%", ""));
    let widths: Vec<&str> = bar.segments.iter().map(|one| one.width.as_str()).collect();
    assert_eq!(
        widths,
        [
            "calc(7.50% - 2.00px)",
            "calc(7.50% - 2.00px)",
            "calc(15.00% - 6.00px)",
            "10.00%"
        ],
        "2 px between units, 6 px between groups"
    );
    let shares: Vec<&str> = view.rungs.iter().map(|one| one.share.as_str()).collect();
    assert_eq!(
        shares,
        ["100.00%", "100.00%", "43.24%"],
        "of what is needed"
    );
}

#[test]
fn more_units_than_a_size_takes_are_no_reason_against_it() {
    let units = ["8607-501", "8607-502", "8607-504", "8607-550"];
    let view = of_plan(&plan("8607-certificate", &units));
    let award = rung(&view, "8607-award");
    assert_eq!(award.state, State::Met);
    assert_eq!(award.plan.picks().len(), 3);
    assert!(award.which.contains("too much"), "{}", award.which);
}

#[test]
fn a_broken_plan_is_told_as_it_is_and_the_others_are_tried_without_what_is_too_much() {
    let view = of_plan(&plan(
        "8607-certificate",
        &["8607-400", "8607-401", "8607-501"],
    ));
    assert_eq!(
        lines(&view),
        [
            "Level 5 Award: 3 of 6, 3 to go. 501 counts. 400 and 401 do not: Group 1 only",
            "Level 5 Certificate: too many Group\u{a0}2 credits: 8, limit 6. All three count",
            "Level 5 Diploma: 11 of 37, 26 to go. All three count",
        ]
    );
}

#[test]
fn a_plan_for_another_size_has_what_counts_with_all_that_is_said_of_it() {
    let mut own = plan("8607-certificate", &["8607-501", "8607-550", "8607-400"]);
    own = own.after(Action::Achieve(code("8607-501"), true));
    own = own.after(Action::NoteOf(code("8607-550"), "evidence".to_owned()));
    let view = of_plan(&own);
    let diploma = &rung(&view, "8607-diploma").plan;
    assert_eq!(diploma.qualification.as_str(), "8607-diploma");
    assert_eq!(diploma.picks(), own.picks());
    let award = &rung(&view, "8607-award").plan;
    assert_eq!(award.picks(), &own.picks()[1..], "400 stays behind");
}

#[test]
fn a_unit_with_the_title_of_one_of_these_is_pointed_out_and_not_counted() {
    let view = of_plan(&plan("8607-certificate", &["8607-401"]));
    assert_eq!(
        view.same,
        [
            "8604-401 of the Level 4 Award has the title of 8607-401: ask your centre whether it counts."
        ]
    );
    assert!(
        view.rungs
            .iter()
            .all(|one| one.of.id.as_str() != "8604-award")
    );
    let view = of_plan(&plan("8604-award", &["8604-401"]));
    assert_eq!(
        view.same,
        [
            "8607-401 of the Level 5 Certificate and the Level 5 Diploma has the title of 8604-401: ask your centre whether it counts."
        ]
    );
}

#[test]
fn an_empty_plan_counts_for_nothing() {
    let view = of_plan(&plan("8607-certificate", &[]));
    assert_eq!(view.rungs, []);
    assert_eq!(view.same, [""; 0]);
}

fn holds(text: &str) -> HeldView {
    let shipped = Catalogue::shipped();
    held(&shipped.by_suite(), text, &context())
}

fn answers(view: &HeldView) -> Vec<String> {
    let rungs = view.ladder.rungs.iter();
    rungs
        .map(|one| format!("{}: {}", one.name, one.to_go))
        .collect()
}

#[test]
fn who_holds_units_is_told_every_qualification_by_how_little_is_missing() {
    let view = holds("501, 550, 533");
    assert_eq!(
        answers(&view),
        [
            "Level 5 Award: complete",
            "Level 5 Certificate: 1 to go",
            "Level 5 Diploma: 25 to go"
        ]
    );
    assert_eq!(
        view.read,
        "Level 5 Award: complete. Level 5 Certificate: 1 to go. Level 5 Diploma: 25 to go."
    );
    assert_eq!(view.unclear, [""; 0]);
    let titles = holds("Managing Improvement\nManaging Mental Health in the Workplace; 550");
    assert_eq!(answers(&titles), answers(&view));
}

#[test]
fn a_code_of_several_suites_is_asked_for_whole_where_nothing_beside_it_tells() {
    assert_eq!(
        holds("400").unclear,
        ["400 may be 8607-400 or 8609-400: type the whole code."]
    );
    assert_eq!(holds("400").ladder.rungs, []);
    let beside = holds("400, 501");
    assert_eq!(beside.unclear, [""; 0]);
    assert_eq!(beside.units.len(), 2);
    assert_eq!(
        answers(&holds("8609-400 501")),
        [
            "Level 5 Award 8607: 3 to go",
            "Level 5 Award 8609: 6 to go",
            "Level 5 Certificate: 10 to go",
            "Level 5 Diploma: 34 to go"
        ]
    );
}

#[test]
fn what_is_being_typed_is_not_called_unknown_before_it_is_whole() {
    for begun in ["50", "501, 5", "Managing Impr", "8607-5", ""] {
        assert_eq!(holds(begun).unclear, [""; 0], "{begun}");
    }
    assert_eq!(holds("999, 501").unclear, ["Not known here: “999”."]);
    assert_eq!(holds("xyz").read, "Not known here: “xyz”.");
}

fn elsewhere(own: &Plan, unit: &str) -> Vec<String> {
    let shipped = Catalogue::shipped();
    let all = where_else(&shipped.by_suite(), own, &code(unit), &context());
    let line = |one: &qualification_planner::editor::WhereElse| {
        format!("{} | {} | {}", one.name, one.group, one.said)
    };
    all.iter().map(line).collect()
}

#[test]
fn a_unit_says_where_else_it_counts_and_with_what_effect() {
    let own = plan("8607-certificate", &["8607-501", "8607-550", "8607-400"]);
    assert_eq!(
        elsewhere(&own, "8607-550"),
        [
            "Level 5 Award | Group 1 | complete, together with 501",
            "Level 5 Certificate | Group 1 | this plan",
            "Level 5 Diploma | Group 1 | 13 of 37 with your units",
        ]
    );
    assert_eq!(
        elsewhere(&own, "8607-530"),
        [
            "Level 5 Award |  | replaced by 550",
            "Level 5 Certificate |  | this plan",
            "Level 5 Diploma |  | replaced by 550",
        ]
    );
}
