use std::fs;
use std::path::Path;

use super::witness::{Witness, pick, qualification};
use qualification_planner::exchange::file;
use qualification_planner::exchange::link;
use qualification_planner::plan::{Action, History, Plan};
use qualification_planner::saved_plans::{
    CatalogueDifference, Memory, Operation, PlanId, PlanSnapshot, SavedPlans, Session, Store,
    Writer, delete_everything, everything,
};

/// A name, what the browser holds before, and what the learner does.
type Journey = (&'static str, fn(&Memory), fn(&mut Witness<'_>));

pub(crate) const JOURNEYS: [Journey; 20] = [
    ("a first draft", nothing, a_first_plan),
    ("many changes one after the other", nothing, many_changes),
    ("a draft opened again", a_saved_plan, opened_again),
    ("undo and redo", a_saved_plan, undo_and_redo),
    ("a draft renamed in the list", a_saved_plan, renamed),
    ("a draft duplicated", a_saved_plan, duplicated),
    ("a draft deleted", a_saved_plan, deleted),
    (
        "deleting taken back and done again",
        a_saved_plan,
        taken_back,
    ),
    ("a deleted draft brought back", a_saved_plan, brought_back),
    ("a draft removed for good", a_saved_plan, removed),
    ("drafts from a file", a_saved_plan, from_a_file),
    (
        "a draft from a file in place of another",
        a_saved_plan,
        replaced,
    ),
    ("a plan from a link", a_saved_plan, adopted),
    ("a second tab that follows", a_saved_plan, second_tab),
    (
        "two tabs that change a draft at once",
        a_saved_plan,
        two_at_once,
    ),
    (
        "three tabs that change a draft at once",
        a_saved_plan,
        three_at_once,
    ),
    ("a storage that was kept once", kept_once, kept_plan),
    ("a damaged save", a_damaged_plan, damaged),
    (
        "a catalogue that was changed",
        a_saved_plan,
        another_catalogue,
    ),
    (
        "everything taken out and deleted",
        a_saved_plan,
        everything_deleted,
    ),
];

fn id() -> PlanId {
    PlanId::of_number(1)
}

fn nothing(_: &Memory) {}

fn a_saved_plan(store: &Memory) {
    let of = qualification();
    let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), &of);
    let mut session = Session::new(id(), Writer::of_number(1), snapshot);
    for code in ["8607-501", "8607-503", "8607-504", "8607-505"] {
        session.act(&SavedPlans::new(store, ""), &of, 1, |history| {
            history.act(pick(code));
        });
    }
}

fn a_damaged_plan(store: &Memory) {
    a_saved_plan(store);
    let keys = store.keys("qualification-planner/2//draft/").unwrap();
    let last = keys.iter().find(|key| key.ends_with("-4")).unwrap();
    store.write(last, "damaged").unwrap();
}

fn kept_once(store: &Memory) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts/2/storage.txt");
    let text = fs::read_to_string(path).unwrap();
    // A witness would take what was deleted before it came for lost.
    for line in text.lines().filter(|line| !line.contains("/draft/c/")) {
        let (key, text) = line.split_once('\t').unwrap();
        store.write(key, text).unwrap();
    }
}

fn a_first_plan(witness: &mut Witness<'_>) {
    let mut session = witness.begin();
    for code in ["8607-501", "8607-503", "8607-504"] {
        witness.act(&mut session, pick(code));
    }
    witness.flush(&mut session);
}

fn many_changes(witness: &mut Witness<'_>) {
    let mut session = witness.begin();
    for number in 0..8 {
        witness.act(&mut session, Action::Rename(format!("name {number}")));
        witness.act(&mut session, pick(&format!("8607-50{number}")));
    }
}

fn opened_again(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    witness.act(&mut session, pick("8607-506"));
    let mut session = witness.open(&id());
    witness.act(&mut session, pick("8607-507"));
}

fn undo_and_redo(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    witness.change(&mut session, History::undo);
    witness.change(&mut session, History::undo);
    let mut session = witness.open(&id());
    witness.change(&mut session, History::redo);
    witness.act(&mut session, Action::Clear);
    witness.change(&mut session, History::undo);
}

fn renamed(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    let plans = witness.plans();
    session.rename(&plans, 5, "Siân");
    witness.hear(&session);
}

fn duplicated(witness: &mut Witness<'_>) {
    let session = witness.open(&id());
    let snapshot = session.saved_plan().snapshot();
    for made in witness.add(Operation::Duplicate, vec![snapshot], &[]) {
        let mut copy = witness.open(&made);
        witness.act(&mut copy, pick("8607-507"));
    }
}

fn deleted(witness: &mut Witness<'_>) {
    witness.apply(Operation::Delete, &id());
}

fn taken_back(witness: &mut Witness<'_>) {
    witness.apply(Operation::Delete, &id());
    witness.undo(&id(), false, false);
    witness.undo(&id(), true, true);
    witness.undo(&id(), false, false);
}

fn brought_back(witness: &mut Witness<'_>) {
    witness.apply(Operation::Delete, &id());
    witness.apply(Operation::Restore, &id());
    let mut session = witness.open(&id());
    witness.act(&mut session, pick("8607-507"));
}

fn removed(witness: &mut Witness<'_>) {
    let session = witness.open(&id());
    witness.add(
        Operation::Duplicate,
        vec![session.saved_plan().snapshot()],
        &[],
    );
    witness.apply(Operation::Delete, &id());
    let done = witness.plans().remove(&id());
    witness.forget_one(&id(), done);
}

/// The saved plans of a file that was written from what is there.
fn snapshots(witness: &mut Witness<'_>) -> Vec<PlanSnapshot> {
    let plans = witness.plans();
    let all = witness.told(plans.all()).unwrap_or_default();
    let items: Vec<file::Item> = all
        .iter()
        .flat_map(|found| &found.heads)
        .map(|head| file::Item::new(Some(head.id.clone()), head.changed, head.snapshot()))
        .collect();
    let read = file::read(&file::write(&items, "2026-11-24")).unwrap();
    assert!(!read.altered);
    read.items.into_iter().map(|item| item.snapshot).collect()
}

fn from_a_file(witness: &mut Witness<'_>) {
    let mut all = snapshots(witness);
    all.extend(all.clone());
    witness.add(Operation::Import, all, &[]);
}

fn replaced(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    let snapshot = session.saved_plan().snapshot();
    witness.act(&mut session, Action::Clear);
    witness.add(Operation::Import, vec![snapshot], &[id()]);
}

fn adopted(witness: &mut Witness<'_>) {
    let session = witness.open(&id());
    let text = link::encode(&session.saved_plan().snapshot(), true);
    let snapshot = link::decode(&text).unwrap();
    for made in witness.add(Operation::Adopt, vec![snapshot], &[]) {
        let mut session = witness.open(&made);
        witness.act(&mut session, pick("8607-508"));
    }
}

fn second_tab(witness: &mut Witness<'_>) {
    let (mut one, mut two) = (witness.open(&id()), witness.open(&id()));
    witness.act(&mut one, pick("8607-506"));
    witness.sync(&mut two);
    witness.act(&mut two, pick("8607-507"));
    witness.sync(&mut one);
    witness.flush(&mut one);
    witness.flush(&mut two);
}

fn two_at_once(witness: &mut Witness<'_>) {
    let (mut one, mut two) = (witness.open(&id()), witness.open(&id()));
    witness.act(&mut one, pick("8607-506"));
    witness.act(&mut two, pick("8607-507"));
    witness.sync(&mut one);
    witness.sync(&mut two);
    witness.act(&mut one, pick("8607-508"));
}

fn three_at_once(witness: &mut Witness<'_>) {
    let mut tabs = [
        witness.open(&id()),
        witness.open(&id()),
        witness.open(&id()),
    ];
    for (tab, code) in tabs.iter_mut().zip(["8607-506", "8607-507", "8607-508"]) {
        witness.act(tab, pick(code));
    }
    for tab in &mut tabs {
        witness.sync(tab);
    }
    witness.open(&id());
}

fn kept_plan(witness: &mut Witness<'_>) {
    let plans = witness.plans();
    let all = witness.told(plans.all()).unwrap_or_default();
    let of = qualification();
    let heads = all.iter().flat_map(|found| &found.heads);
    let ids: Vec<PlanId> = heads
        .filter(|head| head.plan().qualification == of.id)
        .map(|head| head.id.clone())
        .collect();
    for id in ids {
        let mut session = witness.open(&id);
        for number in 0..5 {
            witness.act(&mut session, Action::Rename(format!("name {number}")));
        }
    }
}

fn damaged(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    for number in 0..4 {
        witness.act(&mut session, Action::Rename(format!("name {number}")));
    }
    let gone = session.unreadable().to_vec();
    let plans = witness.plans();
    for unreadable in gone {
        session.forget(&plans, &unreadable);
        witness.hear(&session);
    }
}

fn another_catalogue(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    let plans = witness.plans();
    let kept = plans.keep_catalogue("centre", "{}");
    witness.told(kept);
    session.acknowledge(&plans, &[CatalogueDifference::Rules], true);
    witness.hear(&session);
    session.acknowledge(&plans, &[CatalogueDifference::Rules], false);
    witness.hear(&session);
    let kept = plans.log_copy(&id(), 7);
    witness.told(kept);
}

fn everything_deleted(witness: &mut Witness<'_>) {
    let store = witness.store();
    let all = everything(store);
    witness.told(all);
    witness.forgotten(delete_everything(store).map(|_| ()));
    let mut session = witness.begin();
    witness.act(&mut session, pick("8607-501"));
}
