//! The sheet of a plan: what stands on paper.

use qualification_planner::assess::State;
use qualification_planner::editor::{PaperUnit, PaperView};
use qualification_planner::plan::Action;
use qualification_planner::qualification::DayOrMonth;

use crate::support::{Learner, code, date, learner};

fn paper(learner: &Learner) -> PaperView {
    learner.sees(|current| {
        let (of, plan, found) = (current.qualification, current.plan, current.assessment);
        PaperView::new(of, plan, found, date("2026-11-29"), |_| None)
    })
}

#[test]
fn a_sheet_has_who_the_units_the_rules_and_the_time_of_a_plan() {
    let mut learner = learner("8607-certificate");
    learner.pick(&["8607-400", "8607-501", "8607-550"]);
    learner.act(Action::Rename("Amira Khan".to_owned()));
    learner.register("2026-09-07");
    let month = DayOrMonth::month(2027, 10);
    learner.act(Action::Schedule(code("8607-400"), month));
    let paper = paper(&learner);
    assert_eq!(
        paper.title,
        "Level 5 Certificate in Leadership and Management"
    );
    assert!(
        paper
            .awarded_by
            .ends_with(". 8607, accreditation number 600/5854/7")
    );
    assert_eq!(paper.name, "Amira Khan");
    assert_eq!(
        (paper.state, paper.standing.as_str()),
        (State::Met, "Complete")
    );
    assert_eq!(paper.date, "29 November 2026");
    assert_eq!(paper.columns, ["Credits", "Hours"]);
    let by_code = |of: &str| paper.units.iter().find(|unit| unit.code == of).unwrap();
    assert_eq!(
        *by_code("8607-400"),
        PaperUnit {
            code: "8607-400".to_owned(),
            title: "Understanding the Management Role to Improve Management Performance".to_owned(),
            group: "2".to_owned(),
            figures: vec!["4".to_owned(), "15".to_owned()],
            achieved: String::new(),
            by: "Oct 2027".to_owned(),
            reason: String::new(),
        }
    );
    assert_eq!(by_code("8607-501").by, "");
    assert_eq!(paper.sums, ["13", "43"]);
    assert_eq!(paper.rules.len(), 3);
    assert!(
        paper
            .rules
            .iter()
            .all(|rule| rule.state == Some(State::Met))
    );
    assert_eq!(paper.bar.segments.len(), 3);
    let fact = |of: &str| {
        let found = paper.time.iter().find(|(term, _)| *term == of);
        found.map(|(_, fact)| fact.as_str())
    };
    assert_eq!(fact("Registered"), Some("7 September 2026"));
    assert_eq!(fact("Last unit by"), Some("October 2027"));
    assert_eq!(fact("Last day"), None);
}

#[test]
fn what_does_not_count_stands_apart_with_its_reason() {
    let mut learner = learner("8607-diploma");
    learner.register("2026-09-07");
    learner.pick(&["8607-501", "8607-530"]);
    let paper = paper(&learner);
    let codes = |units: &[PaperUnit]| -> Vec<String> {
        units.iter().map(|unit| unit.code.clone()).collect()
    };
    assert_eq!(codes(&paper.units), ["8607-501"]);
    assert_eq!(codes(&paper.uncounted), ["8607-530"]);
    assert!(paper.uncounted[0].reason.starts_with("Closed"));
    assert_eq!(paper.sums, ["3", "8"]);
}

#[test]
fn a_plan_without_units_has_an_empty_sheet_to_write_on() {
    let paper = paper(&learner("8617-award"));
    assert!(paper.units.is_empty() && paper.uncounted.is_empty());
    assert_eq!(paper.name, "");
}

#[test]
fn a_sheet_says_what_is_left_in_the_words_of_the_screen() {
    let mut learner = learner("8607-certificate");
    learner.pick(&["8607-506", "8607-533"]);
    let paper = paper(&learner);
    assert_eq!(paper.state, State::Open);
    assert_eq!(
        paper.standing.replace('\u{a0}', " "),
        "7 credits to go, at least 1 of them from Group 1"
    );
}
