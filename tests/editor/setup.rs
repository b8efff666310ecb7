//! The name, the day of registration, pathway and nation.

use qualification_planner::editor::{DayTyped, SetupView};
use qualification_planner::plan::Action;
use qualification_planner::qualification::VariantId;

use crate::support::{Learner, date, learner, learner_of};

fn setup(learner: &Learner) -> SetupView {
    learner.sees(|current| current.setup())
}

#[test]
fn a_plan_without_a_day_is_judged_as_of_today_and_says_so() {
    let award = learner("8607-award");
    assert_eq!(setup(&award).registered, "");
    assert_eq!(
        setup(&award).notices,
        "No date? We use today’s, 22 November 2026."
    );
}

#[test]
fn a_day_that_is_still_to_come_gets_a_note() {
    let mut award = learner("8607-award");
    award.register("2026-11-23");
    assert_eq!(setup(&award).notices, "Checked for 23 November 2026.");
}

#[test]
fn a_day_before_the_qualification_starts_gets_a_note_and_its_first_day_none() {
    let mut award = learner("8607-award");
    award.register("2012-08-31");
    assert!(
        setup(&award)
            .notices
            .contains("starts on 1 September 2012. Check the date")
    );
    award.register("2012-09-01");
    assert_eq!(setup(&award).notices, "");
}

#[test]
fn the_day_by_which_a_qualification_is_to_be_completed_is_told_once_there_is_a_day() {
    let mut certificate = learner("8603-certificate");
    assert_eq!(setup(&certificate).last_day, "");
    certificate.register("2026-01-15");
    assert!(
        setup(&certificate)
            .last_day
            .starts_with("To be completed by ")
    );
}

#[test]
fn a_year_that_is_none_is_refused_and_an_empty_field_is_no_day() {
    assert_eq!(DayTyped::read("0200-01-01"), DayTyped::Odd);
    assert_eq!(DayTyped::read("2020-02-30"), DayTyped::Odd);
    assert_eq!(DayTyped::read(""), DayTyped::Day(None));
    assert_eq!(
        DayTyped::read("2020-06-30"),
        DayTyped::Day(Some(date("2020-06-30")))
    );
}

#[test]
fn name_and_day_are_taken_back_one_by_one_and_the_name_is_one_step() {
    let mut diploma = learner("8607-diploma");
    for typed in ["S", "Si", "Siân"] {
        diploma.act(Action::Rename(typed.to_owned()));
    }
    diploma.register("2020-06-30");
    diploma.history.undo();
    let view = setup(&diploma);
    assert_eq!((view.name.as_str(), view.registered.as_str()), ("Siân", ""));
    diploma.history.undo();
    assert_eq!(setup(&diploma).name, "");
    diploma.history.redo();
    assert_eq!(setup(&diploma).name, "Siân");
}

#[test]
fn a_pathway_and_a_nation_are_shown_as_chosen_and_none_as_whichever_fits_best() {
    let mut learner = learner_of("catalogues/whole/pathways-and-nations.json", "care");
    assert_eq!(
        (setup(&learner).pathway, setup(&learner).nation),
        Default::default()
    );
    let (pathway, nation) = (
        learner.qualification.pathways[0].id.clone(),
        learner.qualification.nations[0].id.clone(),
    );
    learner.act(Action::SetPathway(Some(pathway.clone())));
    learner.act(Action::SetNation(Some(nation.clone())));
    assert_eq!(setup(&learner).pathway, pathway.to_string());
    assert_eq!(setup(&learner).nation, nation.to_string());
    learner.act(Action::SetPathway(VariantId::new("")));
    assert_eq!(setup(&learner).pathway, "");
}
