//! A saved plan and a file of schema 3, kept as they were written: see tests/drafts/3. None is ever changed once
//! a version is released that writes them.

use std::fs;
use std::path::Path;

use qualification_planner::exchange::file;
use qualification_planner::plan::{Pick, Plan};
use qualification_planner::qualification::DayOrMonth;
use qualification_planner::saved_plans::{SavedPlan, decode};

fn kept(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts/3");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn saved_plan() -> SavedPlan {
    decode(&kept("every-key.json")).unwrap()
}

/// When a unit is begun and done, and what is noted of it.
fn said(pick: &Pick) -> [String; 3] {
    let day = |day: Option<DayOrMonth>| day.map(|day| day.to_string()).unwrap_or_default();
    [day(pick.start), day(pick.planned), pick.note.clone()]
}

fn assert_noted(plan: &Plan) {
    assert_eq!(plan.note, "Ask about A-5.\nRing on Monday.");
    let picks: Vec<_> = plan.picks().iter().map(said).collect();
    assert_eq!(
        picks,
        [
            ["", "", ""],
            ["2025-09", "2026-06-30", "With Rhiannon’s group"],
            ["2026-12-24", "2027-01", ""]
        ]
    );
}

#[test]
fn notes_starts_and_months_of_schema_3_are_there_and_undo_leads_back_from_them() {
    assert_noted(saved_plan().plan());
    let mut history = saved_plan().history;
    while history.can_undo() {
        history.undo();
    }
    assert_eq!(history.now().note, "");
    assert_eq!(
        said(&history.now().picks()[1]),
        ["2025-12", "2026-01-31", ""]
    );
    while history.can_redo() {
        history.redo();
    }
    assert_eq!(history.now().note, "after");
}

#[test]
fn a_file_of_schema_3_has_notes_starts_and_months() {
    let contents = file::read(&kept("file.json")).unwrap();
    assert!(!contents.altered && contents.problems.is_empty());
    assert_noted(&contents.items[0].snapshot.plan);
}

/// As long as a plan of schema 3 is written in it: then this goes, and the others stay.
#[test]
fn they_are_written_as_they_were() {
    super::assert_written_as_they_were(&kept("every-key.json"), &kept("file.json"));
}

#[test]
fn one_of_schema_3_that_is_cut_short_or_has_a_flipped_bit_is_never_half_read() {
    super::assert_never_taken_for_another(&kept("every-key.json"));
}
