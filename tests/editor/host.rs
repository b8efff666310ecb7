//! What a host page and a screen reader are told.

use qualification_planner::assess::State;
use qualification_planner::editor::{Announcer, HostEvent};

use crate::support::{Learner, code, learner, learner_of};

fn detail(learner: &Learner) -> serde_json::Value {
    serde_json::from_str(&learner.sees(|current| current.detail())).unwrap()
}

fn announcement(learner: &Learner) -> String {
    learner.sees(|current| Announcer::default().tell(&current))
}

#[test]
fn a_screen_reader_is_told_the_total_and_where_the_plan_stands() {
    let mut award = learner("8607-award");
    award.pick(&["8607-520", "8607-518"]);
    assert_eq!(announcement(&award), "8 credits. Complete.");
}

#[test]
fn a_screen_reader_is_told_what_is_left_or_what_is_broken() {
    let mut certificate = learner("8607-certificate");
    certificate.pick(&["8607-400"]);
    assert_eq!(
        announcement(&certificate),
        "4 of 13 credits. 9 credits to go, at least 7 of them from Group\u{a0}1."
    );
    certificate.pick(&["8607-401"]);
    assert_eq!(
        announcement(&certificate),
        "8 of 13 credits. Too many Group\u{a0}2 credits: 8, limit 6."
    );
}

#[test]
fn a_screen_reader_is_told_once_that_a_picked_unit_does_not_count_and_why() {
    let mut diploma = learner("8607-diploma");
    let mut announcer = diploma.sees(|current| Announcer::new(&current));
    let mut tell = |learner: &Learner| learner.sees(|current| announcer.tell(&current));
    diploma.pick(&["8607-530"]);
    let title = diploma.qualification.unit(&code("8607-530")).unwrap();
    let why = format!(
        "“{}”: Replaced by 550 on 1 July 2020. Not counted. ",
        title.title
    );
    let told = tell(&diploma);
    assert_eq!(
        told.strip_prefix(&why).unwrap(),
        "0 of 37 credits. 37 credits to go."
    );
    diploma.pick(&["8607-501"]);
    assert_eq!(tell(&diploma), "3 of 37 credits. 34 credits to go.");
    // It counts, and then no more.
    diploma.register("2019-09-01");
    assert_eq!(tell(&diploma), "8 of 37 credits. 29 credits to go.");
    diploma.pick(&["8607-550"]);
    let told = tell(&diploma);
    assert!(
        told.contains("Not counted: you also chose 550, which replaced it. "),
        "{told}"
    );
}

#[test]
fn of_a_plan_that_is_opened_no_unit_that_does_not_count_is_told_and_of_many_the_first() {
    let mut award = learner("8607-award");
    award.pick(&["8607-521"]);
    let mut announcer = award.sees(|current| Announcer::new(&current));
    award.pick(&["8607-520"]);
    let told = award.sees(|current| announcer.tell(&current));
    assert_eq!(told, "6 credits. At least 1 unit to go.");
    award.pick(&["8607-522", "8607-524", "8607-530", "8607-531", "8607-999"]);
    let told = award.sees(|current| announcer.tell(&current));
    assert_eq!(told.matches('“').count(), 2, "{told}");
    assert!(told.contains(" more units are not counted. "), "{told}");
}

#[test]
fn before_the_engine_has_come_a_screen_reader_is_told_the_total_alone() {
    let mut award = learner("8607-award").without_engine();
    award.pick(&["8607-520", "8607-518"]);
    assert_eq!(announcement(&award), "8 credits.");
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
