//! Saved plans and files of schema 2, kept as they were written: see tests/saved plans/2. None is ever changed once a
//! version is released that writes them.

use std::fs;
use std::path::Path;

use qualification_planner::catalogue::read;
use qualification_planner::exchange::file;
use qualification_planner::plan::{Action, History};
use qualification_planner::qualification::{Earned, Level};
use qualification_planner::saved_plans::{
    Memory, Opened, PlanId, ReadError, SavedPlan, SavedPlans, Saving, Session, Store, UnitSnapshot,
    decode, encode, everything,
};

fn kept(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts/2");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn texts<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn assert_snapshot(plan: &qualification_planner::plan::Plan, facts: &[UnitSnapshot]) {
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
    assert_eq!((first.code.as_str(), first.is_achieved()), ("A-1", false));
    assert_eq!(
        (second.earned, second.is_achieved()),
        (Earned::Transfer, true)
    );
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
fn a_plan_of_schema_2_opens_with_all_that_it_says() {
    let saved_plan: SavedPlan = decode(&kept("every-key.json")).unwrap();
    assert_eq!(saved_plan.id.as_str(), "3k9x0q2m7a1bz");
    assert_eq!(saved_plan.writer.as_str(), "1q2w3e4r5t6y7");
    assert_eq!(saved_plan.sequence, 4_000_000_000);
    let seen = saved_plan.version_vector.iter();
    let seen: Vec<(&str, u32)> = seen.map(|(who, last)| (who.as_str(), *last)).collect();
    assert_eq!(seen, [("0a1b2c3d4e5f6", 3), ("zzz", 3_999_999_999)]);
    assert_eq!(
        (saved_plan.changed, saved_plan.deleted),
        (1_764_021_300, true)
    );
    assert_eq!(
        saved_plan.copy_of.as_ref().unwrap().as_str(),
        "2b3c4d5e6f7g8"
    );
    assert_eq!(saved_plan.acknowledged, 3_000_000_000);
    assert_eq!(saved_plan.catalogue_version.catalogue, "centre");
    assert_eq!(
        saved_plan.catalogue_version.document,
        "Handbook, 2nd edition"
    );
    assert_eq!(
        saved_plan.catalogue_version.checked.unwrap().to_string(),
        "2026-11-22"
    );
    assert_eq!(saved_plan.catalogue_version.rules, u32::MAX);
    assert_snapshot(saved_plan.plan(), &saved_plan.facts);
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

/// What needs no later schema is written in this one, so that older versions open it.
#[test]
fn a_plan_and_a_file_are_written_as_they_were() {
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
    assert_eq!(whole.snapshot.catalogue_version.catalogue, "centre");
    assert_snapshot(&whole.snapshot.plan, &whole.snapshot.facts);
    assert_eq!((&bare.id, bare.changed), (&None, 0));
    assert_eq!(bare.snapshot.plan.qualification.as_str(), "8607-award");
}

#[test]
fn one_of_schema_2_that_is_cut_short_or_has_a_flipped_bit_is_never_half_read() {
    let text = kept("every-key.json");
    let whole = decode(&text).unwrap();
    super::assert_never_half_read(&text, |read| match read {
        Ok(read) => read == whole,
        Err(fault) => matches!(fault, ReadError::Corrupt(_)),
    });
}

/// A browser’s storage as it was left: a diploma plan in three saves, one of two award plans deleted, a
/// catalogue file opened in place of another, and a plan of another instance.
fn storage() -> Memory {
    let store = Memory::with_room(super::ROOM);
    for line in kept("storage.txt").lines() {
        let (key, text) = line.split_once('\t').unwrap();
        store.write(key, text).unwrap();
    }
    store
}

/// The titles of the catalogue files that are kept and not put away.
fn catalogue_titles(plans: &SavedPlans<'_>) -> Vec<String> {
    let texts = super::texts(plans).into_iter();
    texts.map(|text| read(&text).file.unwrap().title).collect()
}

#[test]
fn a_storage_of_schema_2_shows_what_it_holds_and_looking_changes_nothing() {
    let store = storage();
    let before = everything(&store).unwrap();
    let plans = SavedPlans::new(&store, "");
    let all = plans.all().unwrap();
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|one| one.unreadable.is_empty()));
    let heads: Vec<&SavedPlan> = all.iter().flat_map(|found| &found.heads).collect();
    let said = |head: &&SavedPlan| (head.plan().name.clone(), head.sequence, head.deleted);
    assert_eq!(
        heads.iter().map(said).collect::<Vec<_>>(),
        [
            ("Siân’s “plan”, née Gaëlle".to_owned(), 14, false),
            ("First".to_owned(), 1, false),
            ("Second".to_owned(), 2, true)
        ]
    );
    let plan = heads[0].plan();
    assert_eq!(plan.registered.unwrap().to_string(), "2019-09-01");
    assert_eq!(plan.picks().len(), 6);
    assert_eq!(plan.picks()[0].group.as_ref().unwrap().as_str(), "group-1");
    assert_eq!(plan.picks()[1].earned, Earned::Transfer);
    assert_eq!(plan.picks()[2].earned, Earned::PriorLearning);
    assert_eq!(heads[0].facts.len(), 7, "one can come back by undo");
    assert_eq!(plans.copied(&heads[1].id), Ok(Some(1_764_107_900)));
    assert_eq!(catalogue_titles(&plans), ["Second"]);
    assert_eq!(SavedPlans::new(&store, "a/b%").all().unwrap().len(), 1);
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn a_plan_of_that_storage_goes_on_and_what_was_done_is_taken_back() {
    let store = storage();
    let plans = SavedPlans::new(&store, "");
    let id = plans.all().unwrap()[0].id.clone();
    let Ok(Opened::Session(mut session)) = Session::open(&plans, &id, &super::writer("a")) else {
        panic!();
    };
    let of = super::qualification();
    session.act(&plans, &of, 9, |history| {
        while history.can_undo() {
            history.undo();
        }
    });
    assert_eq!(session.history().now().picks().len(), 6);
    session.act(&plans, &of, 9, |history| {
        history.act(Action::Rename("now".to_owned()));
    });
    assert_eq!(session.saving(), Saving::Saved);
    assert_eq!(plans.find(&id).unwrap().heads[0].plan().name, "now");
    for _ in 0..2 {
        assert!(plans.undo(&super::writer("a")).unwrap().is_some());
    }
    assert_eq!(catalogue_titles(&plans), ["First"]);
    assert!(!plans.find(&PlanId::of_number(12)).unwrap().heads[0].deleted);
}
