//! A saved plan and a file of schema 4, kept as they were written: see tests/drafts/4. None is ever changed once
//! a version is released that writes them.

use std::fs;
use std::path::Path;

use qualification_planner::exchange::file;
use qualification_planner::plan::{Pick, Plan, Progress};
use qualification_planner::saved_plans::{SavedPlan, decode};

fn kept(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts/4");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn saved_plan() -> SavedPlan {
    decode(&kept("every-key.json")).unwrap()
}

/// How far the learner has come with a unit, when it was achieved, where it comes from, and whether it brings no credit.
fn said(pick: &Pick) -> (Progress, String, &str, bool) {
    let day = pick.achieved_on.map(|day| day.to_string());
    let day = day.unwrap_or_default();
    (pick.progress, day, &pick.evidence, pick.is_without_credit())
}

fn assert_states(plan: &Plan) {
    let picks: Vec<_> = plan.picks().iter().map(said).collect();
    assert_eq!(
        picks,
        [
            (Progress::Working, String::new(), "", false),
            (
                Progress::Achieved,
                "2026-06".to_owned(),
                "Coleg Gŵyr, 12/345",
                false
            ),
            (Progress::NotStarted, "2024-02-29".to_owned(), "", true),
        ]
    );
}

#[test]
fn states_of_schema_4_are_there_and_undo_leads_back_to_others() {
    assert_states(saved_plan().plan());
    let mut history = saved_plan().history;
    while history.can_undo() {
        history.undo();
    }
    let first = &history.now().picks()[1];
    assert_eq!(
        said(first),
        (Progress::Working, String::new(), "before", false)
    );
}

#[test]
fn a_file_of_schema_4_has_states() {
    let contents = file::read(&kept("file.json")).unwrap();
    assert!(!contents.altered && contents.problems.is_empty());
    assert_states(&contents.items[0].snapshot.plan);
}

/// Until there is a schema 5: then this goes, and the others stay.
#[test]
fn they_are_written_as_they_were() {
    super::assert_written_as_they_were(&kept("every-key.json"), &kept("file.json"));
}

#[test]
fn one_of_schema_4_that_is_cut_short_or_has_a_flipped_bit_is_never_half_read() {
    super::assert_never_taken_for_another(&kept("every-key.json"));
}
