//! States of units: what is said of them, and what is said of the plan because of that.

use qualification_planner::editor::{PaperView, PickedView};
use qualification_planner::exchange::sheet::Cell;
use qualification_planner::plan::{Action, Progress};
use qualification_planner::qualification::{DayOrMonth, Earned};
use qualification_planner::saved_plans::{PlanId, PlanSnapshot, SavedPlan, Writer};
use qualification_planner::wording;

use crate::support::{Learner, code, date, learner};

fn month(text: &str) -> Option<DayOrMonth> {
    DayOrMonth::parse(text)
}

/// A certificate of three units: 501 achieved in October 2026, 550 being worked on, 400 planned.
fn certificate() -> Learner {
    let mut learner = learner("8607-certificate");
    learner.pick(&["8607-501", "8607-550", "8607-400"]);
    let (done, begun) = (code("8607-501"), code("8607-550"));
    for action in [
        Action::Achieve(done.clone(), true),
        Action::AchieveOn(done.clone(), month("2026-10")),
        Action::Evidence(done.clone(), "Northfield College, 12/345".to_owned()),
        Action::Schedule(done, month("2027-01")),
        Action::SetProgress(begun.clone(), Progress::Working),
        Action::Schedule(begun, month("2027-07")),
    ] {
        learner.act(action);
    }
    learner
}

fn picked(learner: &Learner) -> Vec<PickedView> {
    learner.sees(|current| current.picked(|_| None))
}

#[test]
fn achieved_units_come_first_in_my_plan_and_say_so_in_place_of_when_they_were_planned() {
    let rows = picked(&certificate());
    let rows: Vec<_> = rows
        .iter()
        .map(|one| (one.short.as_str(), one.is_achieved, one.planned.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("501", true, ""),
            ("550", false, "in progress, by Jul 2027"),
            ("400", false, "")
        ]
    );
}

#[test]
fn my_plan_says_how_much_is_achieved_of_what_counts_and_nothing_where_nothing_is() {
    let mut learner = certificate();
    let line = |learner: &Learner| learner.sees(|current| current.achieved_line());
    assert_eq!(line(&learner), "3 of 13 credits achieved");
    learner.act(Action::Achieve(code("8607-501"), false));
    assert_eq!(line(&learner), "");
}

#[test]
fn the_sheet_of_a_unit_asks_how_it_is_earned_once_it_is_achieved() {
    let mut learner = certificate();
    let view = learner.details("8607-501");
    assert_eq!(view.progress, Progress::Achieved);
    assert_eq!(view.achieved_on, "2026-10-31");
    assert_eq!(view.evidence, "Northfield College, 12/345");
    assert!(view.asks_how_earned);
    assert_eq!(view.without_credit, None);
    assert!(!learner.details("8607-550").asks_how_earned);
    learner.act(Action::Earn(code("8607-501"), Earned::PriorLearning));
    assert_eq!(learner.details("8607-501").without_credit, Some(false));
}

#[test]
fn a_unit_without_its_credit_stands_in_my_plan_and_not_in_the_bar() {
    let mut learner = certificate();
    learner.act(Action::Earn(code("8607-501"), Earned::Exemption));
    learner.act(Action::WithoutCredit(code("8607-501"), true));
    assert_eq!(learner.sees(|current| current.number()), 10);
    let row = picked(&learner).remove(0);
    assert_eq!((row.short.as_str(), row.reason.as_str()), ("501", ""));
    assert_eq!(row.figures, ["no credit"]);
    let bar = learner.sees(|current| current.plan_bar());
    assert!(bar.segments.iter().all(|one| one.unit != code("8607-501")));
    // Nothing that counts for credit is achieved.
    assert_eq!(learner.sees(|current| current.achieved_line()), "");
}

#[test]
fn paper_has_the_month_in_which_a_unit_was_achieved() {
    let learner = certificate();
    let paper = learner.sees(|current| {
        PaperView::new(
            current.qualification,
            current.plan,
            current.assessment,
            date("2026-11-29"),
            |_| None,
        )
    });
    let units: Vec<_> = paper
        .units
        .iter()
        .map(|one| (one.code.as_str(), one.achieved.as_str(), one.by.as_str()))
        .collect();
    assert!(units.contains(&("8607-501", "Oct 2026", "")));
    assert!(units.contains(&("8607-550", "in progress", "Jul 2027")));
    assert!(units.contains(&("8607-400", "", "")));
    assert!(
        paper
            .time
            .contains(&("Achieved", "3 of 13 credits".to_owned()))
    );
}

#[test]
fn a_table_has_the_state_the_month_and_where_a_unit_comes_from() {
    let learner = certificate();
    let of = &learner.qualification;
    let snapshot = PlanSnapshot::new(learner.history.now().clone(), of);
    let table = learner.sees(|current| wording::plan_table(of, &snapshot, current.assessment));
    let texts = |row: &[Cell]| -> Vec<String> {
        let text = |cell: &Cell| match cell {
            Cell::Text(text) | Cell::Value(text) => text.clone(),
        };
        row.iter().rev().take(5).rev().map(text).collect()
    };
    let rows: Vec<Vec<String>> = table.iter().map(|row| texts(row)).collect();
    assert_eq!(
        rows[0],
        [
            "State",
            "Achieved on",
            "Where it comes from",
            "Brings credit",
            "Amount achieved"
        ]
    );
    let of_501 = [
        "Achieved",
        "2026-10",
        "Northfield College, 12/345",
        "yes",
        "3",
    ];
    assert!(rows.iter().any(|row| *row == of_501), "{rows:?}");
    assert!(
        rows.iter()
            .any(|row| *row == ["In progress", "", "", "yes", "3"])
    );
}

#[test]
fn a_calendar_leaves_out_what_is_achieved() {
    let learner = certificate();
    let of = &learner.qualification;
    let snapshot = PlanSnapshot::new(learner.history.now().clone(), of);
    let saved = SavedPlan::new(PlanId::of_number(1), Writer::of_number(2), snapshot);
    let events = wording::calendar(of, &saved);
    let titles: Vec<&str> = events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles.len(), 1, "{titles:?}");
    assert!(titles[0].starts_with("8607-550"));
}

#[test]
fn units_that_a_learner_has_are_marked_by_codes_or_titles_in_one_step() {
    let mut learner = certificate();
    let text = "501\nMaking a Financial Case\n8607-530 and 8607-999";
    let held = learner.sees(|current| current.held_units(text)).unwrap();
    // 530 is closed, and open to whoever has achieved it.
    assert_eq!(held.achieved, [code("8607-502"), code("8607-530")]);
    assert_eq!(held.there, [code("8607-501")]);
    assert_eq!(held.found.unknown, ["8607-999"]);
    let before = learner.history.now().clone();
    learner.act(held.action());
    assert!(
        learner
            .history
            .now()
            .pick(&code("8607-530"))
            .unwrap()
            .is_achieved()
    );
    learner.history.undo();
    assert_eq!(*learner.history.now(), before);
}

#[test]
fn a_planned_unit_that_a_learner_has_keeps_what_was_said_of_it() {
    let mut learner = certificate();
    let held = learner.sees(|current| current.held_units("550")).unwrap();
    learner.act(held.action());
    let pick = learner.history.now().pick(&code("8607-550")).unwrap();
    assert_eq!((pick.is_achieved(), pick.planned), (true, month("2027-07")));
}
