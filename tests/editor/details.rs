//! What stands behind the “Details” of a unit.

use qualification_planner::editor::{DetailsView, groups_to_choose, may_ask_how_earned};
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
    assert!(may_ask_how_earned(&access.qualification));
    access.pick(&[&unit]);
    let view = access.details(&unit);
    assert_eq!((view.asks_how_earned, view.earned), (true, "study"));
    access.act(Action::Earn(code(&unit), Earned::PriorLearning));
    assert_eq!(access.details(&unit).earned, "prior-learning");
}

#[test]
fn how_a_unit_is_earned_is_not_asked_where_no_rule_does_unless_it_was_said() {
    let mut diploma = learner("8607-diploma");
    assert!(!may_ask_how_earned(&diploma.qualification));
    diploma.pick(&["8607-501"]);
    assert!(!diploma.details("8607-501").asks_how_earned);
    diploma.act(Action::Earn(code("8607-501"), Earned::Exemption));
    assert!(diploma.details("8607-501").asks_how_earned);
}
