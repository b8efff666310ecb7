//! What stands behind the “Details” of a unit.

use qualification_planner::editor::{DetailsView, depends_on_registration, groups_to_choose};
use qualification_planner::plan::Action;
use qualification_planner::qualification::{Earned, GroupId};

use crate::support::{Learner, changed, code, date, learner, learner_of};

/// “Second” may count in two groups.
fn of_several_groups() -> Learner {
    changed("catalogues/small.json", "small-diploma", |text| {
        text.replace("\"units\": [\"A-3\"]", "\"units\": [\"A-2\", \"A-3\"]")
    })
}

fn earning() -> Learner {
    learner_of(
        "forms/18-caps-by-how-credit-is-earned.catalogue.json",
        "access-diploma",
    )
}

#[test]
fn nothing_is_asked_of_a_unit_that_is_not_picked() {
    assert_eq!(
        learner("8607-diploma").details("8607-501"),
        DetailsView::default()
    );
}

#[test]
fn a_closed_unit_says_why_and_which_unit_is_taken_instead() {
    let mut diploma = learner("8607-diploma");
    let view = diploma.details("8607-530");
    assert_eq!(view.note, "Replaced by 550 on 1 July 2020");
    assert_eq!(view.instead, Some(code("8607-550")));
    assert_eq!((view.is_picked, view.achieved), (false, Some(false)));
    diploma.act(Action::Achieve(code("8607-530"), true));
    let view = diploma.details("8607-530");
    assert_eq!((view.note.as_str(), view.achieved), ("", Some(true)));
}

#[test]
fn a_day_after_the_last_is_named_for_a_unit_once_there_is_a_last_day() {
    let mut certificate = learner("8603-certificate");
    let unit = certificate.qualification.units[0].code.clone();
    certificate.act(Action::Pick(unit.clone()));
    certificate.act(Action::Schedule(
        unit.clone(),
        Some(date("2031-06-01").into()),
    ));
    let late = |learner: &Learner| learner.details(unit.as_str()).late;
    assert_eq!(late(&certificate), "");
    certificate.register("2026-09-07");
    assert_eq!(
        late(&certificate),
        "20 months too late: the last day is 6 September 2029."
    );
}

#[test]
fn the_day_of_registration_is_asked_for_where_a_unit_depends_on_it() {
    let diploma = learner("8607-diploma");
    let asked = |unit| depends_on_registration(&diploma.qualification, &code(unit));
    assert!(asked("8607-530"));
    assert!(asked("8607-550"));
    assert!(!asked("8607-501"));
}

#[test]
fn the_day_planned_for_a_unit_is_shown_and_goes_with_the_unit() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    assert_eq!(diploma.details("8607-501").planned, "");
    let day = date("2027-03-01");
    diploma.act(Action::Schedule(code("8607-501"), Some(day.into())));
    assert_eq!(diploma.details("8607-501").planned, "2027-03-01");
    diploma.act(Action::Remove(code("8607-501")));
    diploma.pick(&["8607-501"]);
    assert_eq!(diploma.details("8607-501").planned, "");
}

#[test]
fn a_group_is_to_be_chosen_for_a_unit_of_several_only() {
    let diploma = of_several_groups();
    let titles = |unit| {
        let groups = groups_to_choose(&diploma.qualification, &code(unit)).into_iter();
        groups.map(|group| group.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles("A-2"), ["One", "Two"]);
    assert_eq!(titles("A-1"), [""; 0]);
}

#[test]
fn the_group_that_is_chosen_for_a_unit_is_shown_and_taken_back() {
    let mut diploma = of_several_groups();
    diploma.pick(&["A-2"]);
    assert_eq!(diploma.details("A-2").group, "");
    diploma.act(Action::SetGroup(code("A-2"), GroupId::new("two")));
    assert_eq!(diploma.details("A-2").group, "two");
    diploma.history.undo();
    assert_eq!(diploma.details("A-2").group, "");
}

#[test]
fn how_a_unit_is_earned_is_asked_where_a_rule_asks() {
    let mut access = earning();
    let unit = access.qualification.units[0].code.to_string();
    access.pick(&[&unit]);
    let view = access.details(&unit);
    assert_eq!((view.asks_how_earned, view.earned), (true, "study"));
    access.act(Action::Earn(code(&unit), Earned::PriorLearning));
    assert_eq!(access.details(&unit).earned, "prior-learning");
}

#[test]
fn how_a_unit_is_earned_is_not_asked_where_no_rule_does_unless_it_was_said() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-501"]);
    assert!(!diploma.details("8607-501").asks_how_earned);
    diploma.act(Action::Earn(code("8607-501"), Earned::Exemption));
    assert!(diploma.details("8607-501").asks_how_earned);
}
