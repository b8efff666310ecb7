//! Drafts and files of schema 2, kept as they were written: see tests/drafts/2. None is ever changed once a
//! version is released that writes them.

use std::fs;
use std::path::Path;

use qualification_planner::draft::{Draft, Fault, UnitFacts, decode, encode};
use qualification_planner::exchange::file;
use qualification_planner::plan::History;
use qualification_planner::qualification::{Earned, Level};

fn kept(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts/2");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn texts<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn assert_parcel(plan: &qualification_planner::plan::Plan, facts: &[UnitFacts]) {
    assert_eq!(plan.qualification.as_str(), "centre-diploma");
    assert_eq!(plan.name, "Siân’s “plan”, née Gaëlle");
    assert_eq!(plan.registered.unwrap().to_string(), "2025-09-01");
    assert_eq!(plan.pathway.as_ref().unwrap().as_str(), "care");
    assert_eq!(plan.nation.as_ref().unwrap().as_str(), "wales");
    assert_eq!(texts(&plan.conditions), ["practice"]);
    assert_eq!(texts(&plan.wished), ["A-4"]);
    assert_eq!(texts(&plan.avoided), ["A-5"]);
    let [first, second, third] = plan.picks() else {
        panic!("{plan:?}");
    };
    assert_eq!((first.code.as_str(), first.achieved), ("A-1", false));
    assert_eq!((second.earned, second.achieved), (Earned::Transfer, true));
    assert_eq!(second.group.as_ref().unwrap().as_str(), "core");
    assert_eq!(second.planned.unwrap().to_string(), "2026-06-30");
    assert_eq!(third.earned, Earned::PriorLearning);
    let [known, bare] = facts else {
        panic!("{facts:?}");
    };
    assert_eq!(
        (known.title.as_str(), known.credits),
        ("Rheoli’r tîm", Some(3))
    );
    assert_eq!((known.level, known.hours), (Level::new(5), Some(8)));
    assert_eq!((bare.title.as_str(), bare.level), ("", None));
    assert_eq!((bare.credits, bare.hours), (Some(0), Some(u32::MAX)));
}

#[test]
fn a_draft_of_schema_2_opens_with_all_that_it_says() {
    let draft: Draft = decode(&kept("every-key.json")).unwrap();
    assert_eq!(draft.id.as_str(), "3k9x0q2m7a1bz");
    assert_eq!(draft.writer.as_str(), "1q2w3e4r5t6y7");
    assert_eq!(draft.sequence, 4_000_000_000);
    let seen = draft.seen.iter();
    let seen: Vec<(&str, u32)> = seen.map(|(who, last)| (who.as_str(), *last)).collect();
    assert_eq!(seen, [("0a1b2c3d4e5f6", 3), ("zzz", 3_999_999_999)]);
    assert_eq!((draft.changed, draft.deleted), (1_764_021_300, true));
    assert_eq!(draft.copy_of.as_ref().unwrap().as_str(), "2b3c4d5e6f7g8");
    assert_eq!(draft.noted, 3_000_000_000);
    assert_eq!(draft.edition.catalogue, "centre");
    assert_eq!(draft.edition.document, "Handbook, 2nd edition");
    assert_eq!(draft.edition.checked.unwrap().to_string(), "2026-11-22");
    assert_eq!(draft.edition.rules, u32::MAX);
    assert_parcel(draft.plan(), &draft.facts);
}

#[test]
fn the_steps_of_schema_2_lead_where_they_led() {
    let walk = |steps: &[fn(&mut History)]| {
        let mut history = decode(&kept("every-key.json")).unwrap().history;
        for step in steps {
            step(&mut history);
        }
        history
    };
    let back = walk(&[History::undo, History::undo]);
    assert!(!back.can_undo());
    let plan = back.now();
    assert_eq!((plan.name.as_str(), plan.registered), ("", None));
    assert_eq!(plan.pathway, None);
    assert_eq!(plan.nation.as_ref().unwrap().as_str(), "england");
    assert_eq!(
        (texts(&plan.conditions), texts(&plan.wished)),
        (vec![], vec![])
    );
    assert_eq!(texts(&plan.avoided), ["A-1"]);
    let picks: Vec<&str> = plan.picks().iter().map(|pick| pick.code.as_str()).collect();
    assert_eq!(picks, ["A-3", "A-9"]);
    assert_eq!(plan.picks()[1].planned.unwrap().to_string(), "2026-01-31");

    let forth = walk(&[History::redo, History::redo]);
    assert!(!forth.can_redo());
    assert_eq!(forth.now().picks().len(), 2);
    assert_eq!(forth.now().name, "after");
}

/// Until there is a schema 3: then this goes, and the others stay.
#[test]
fn a_draft_and_a_file_are_written_as_they_were() {
    let text = kept("every-key.json");
    assert_eq!(encode(&decode(&text).unwrap()), text);
    let text = kept("file.json");
    let contents = file::read(&text).unwrap();
    assert_eq!(file::write(&contents.items, "2026-11-25"), text);
}

#[test]
fn a_file_of_schema_2_opens_with_all_that_it_says() {
    let contents = file::read(&kept("file.json")).unwrap();
    assert!(!contents.altered && contents.unreadable == 0);
    let [whole, bare] = contents.items.as_slice() else {
        panic!("{contents:?}");
    };
    assert_eq!(whole.id.as_ref().unwrap().as_str(), "3k9x0q2m7a1bz");
    assert_eq!(whole.changed, 1_764_021_300);
    assert_eq!(whole.parcel.edition.catalogue, "centre");
    assert_parcel(&whole.parcel.plan, &whole.parcel.facts);
    assert_eq!((&bare.id, bare.changed), (&None, 0));
    assert_eq!(bare.parcel.plan.qualification.as_str(), "8607-award");
}

#[test]
fn one_of_schema_2_that_is_cut_short_or_has_a_flipped_bit_is_never_half_read() {
    let text = kept("every-key.json");
    let whole = decode(&text).unwrap();
    super::assert_never_half_read(&text, |read| match read {
        Ok(read) => read == whole,
        Err(fault) => matches!(fault, Fault::Corrupt(_)),
    });
}
