//! What a host page and a screen reader are told.

use qualification_planner::assess::State;
use qualification_planner::editor::HostEvent;

use crate::support::{Learner, learner, learner_of};

fn detail(learner: &Learner) -> serde_json::Value {
    serde_json::from_str(&learner.sees(|current| current.detail())).unwrap()
}

fn announcement(learner: &Learner) -> String {
    learner.sees(|current| current.announcement())
}

#[test]
fn a_screen_reader_is_told_the_total_and_where_the_plan_stands() {
    let mut award = learner("8607-award");
    award.pick(&["8607-520", "8607-518"]);
    assert_eq!(announcement(&award), "8 of 6 to 12 credits. All rules met.");
}

#[test]
fn before_the_engine_has_come_a_screen_reader_is_told_the_total_alone() {
    let mut award = learner("8607-award").without_engine();
    award.pick(&["8607-520", "8607-518"]);
    assert_eq!(announcement(&award), "8 of 6 to 12 credits.");
}

#[test]
fn a_host_page_is_told_state_amount_and_units() {
    let mut award = learner("8607-award");
    award.pick(&["8607-520", "8607-518"]);
    assert_eq!(
        detail(&award),
        serde_json::json!({
            "qualification": "8607-award", "state": "met", "credits": 8, "measure": "credits", "amount": 8,
            "units": ["8607-518", "8607-520"], "pathway": null, "nation": null,
        })
    );
}

#[test]
fn a_host_page_is_told_of_units_that_do_not_count_too() {
    let mut diploma = learner("8607-diploma");
    diploma.pick(&["8607-530"]);
    let detail = detail(&diploma);
    assert_eq!(detail["units"], serde_json::json!(["8607-530"]));
    assert_eq!(
        (&detail["credits"], &detail["state"]),
        (&0.into(), &"open".into())
    );
}

#[test]
fn a_host_page_is_told_the_amount_in_the_measure_of_the_totals() {
    let mut hours = learner_of("catalogues/whole/other-measures.json", "wheel");
    let first = hours.qualification.units[0].code.to_string();
    hours.pick(&[&first]);
    let detail = detail(&hours);
    assert_eq!(detail["measure"], "guided-learning-hours");
    let bar = hours.number();
    assert_eq!(detail["amount"], bar);
}

#[test]
fn a_host_page_is_told_by_which_pathway_and_nation_the_plan_is_judged() {
    let learner = learner_of("catalogues/whole/pathways-and-nations.json", "care");
    let found = learner.assessment();
    let detail = detail(&learner);
    assert!(
        detail["pathway"].is_string() && detail["nation"].is_string(),
        "{detail}"
    );
    assert_eq!(detail["pathway"], found.pathway.unwrap().as_str());
}

#[test]
fn a_host_page_hears_of_every_change_and_once_that_the_plan_is_complete() {
    use HostEvent::{PlanChange, PlanComplete};
    for (was, is, told) in [
        (State::Open, State::Open, &[PlanChange][..]),
        (State::Open, State::Met, &[PlanChange, PlanComplete]),
        (State::Broken, State::Met, &[PlanChange, PlanComplete]),
        (State::NotKnown, State::Met, &[PlanChange, PlanComplete]),
        (State::Met, State::Met, &[PlanChange]),
        (State::Met, State::Open, &[PlanChange]),
    ] {
        assert_eq!(HostEvent::of_change(was, is), told, "{was:?} to {is:?}");
    }
    assert_eq!(
        (PlanChange.name(), PlanComplete.name()),
        ("plan-change", "plan-complete")
    );
}
