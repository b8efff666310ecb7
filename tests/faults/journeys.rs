use std::fs;
use std::path::Path;

use super::witness::{Witness, pick, qualification};
use qualification_planner::draft::{
    Deed, Difference, DraftId, Drafts, Memory, Parcel, Session, Store, Writer, delete_everything,
    everything,
};
use qualification_planner::exchange::file;
use qualification_planner::exchange::link;
use qualification_planner::plan::{Action, History, Plan};

/// A name, what the browser holds before, and what the learner does.
type Journey = (&'static str, fn(&Memory), fn(&mut Witness<'_>));

pub(crate) const JOURNEYS: [Journey; 20] = [
    ("a first draft", nothing, a_first_draft),
    ("many changes one after the other", nothing, many_changes),
    ("a draft opened again", a_draft, opened_again),
    ("undo and redo", a_draft, undo_and_redo),
    ("a draft renamed in the list", a_draft, renamed),
    ("a draft duplicated", a_draft, duplicated),
    ("a draft deleted", a_draft, deleted),
    ("deleting taken back and done again", a_draft, taken_back),
    ("a deleted draft brought back", a_draft, brought_back),
    ("a draft removed for good", a_draft, removed),
    ("drafts from a file", a_draft, from_a_file),
    ("a draft from a file in place of another", a_draft, replaced),
    ("a plan from a link", a_draft, adopted),
    ("a second tab that follows", a_draft, second_tab),
    ("two tabs that change a draft at once", a_draft, two_at_once),
    (
        "three tabs that change a draft at once",
        a_draft,
        three_at_once,
    ),
    ("a storage that was kept once", kept_once, kept_draft),
    ("a damaged save", a_damaged_draft, damaged),
    ("a catalogue that was changed", a_draft, another_catalogue),
    (
        "everything taken out and deleted",
        a_draft,
        everything_deleted,
    ),
];

fn id() -> DraftId {
    DraftId::of_number(1)
}

fn nothing(_: &Memory) {}

fn a_draft(store: &Memory) {
    let of = qualification();
    let parcel = Parcel::new(Plan::new(of.id.clone()), &of);
    let mut session = Session::new(id(), Writer::of_number(1), parcel);
    for code in ["8607-501", "8607-503", "8607-504", "8607-505"] {
        session.act(&Drafts::new(store, ""), &of, 1, |history| {
            history.act(pick(code));
        });
    }
}

fn a_damaged_draft(store: &Memory) {
    a_draft(store);
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

fn a_first_draft(witness: &mut Witness<'_>) {
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
    let drafts = witness.drafts();
    session.rename(&drafts, 5, "Siân");
    witness.hear(&session);
}

fn duplicated(witness: &mut Witness<'_>) {
    let session = witness.open(&id());
    let parcel = session.draft().parcel();
    for made in witness.add(Deed::Duplicate, vec![parcel], &[]) {
        let mut copy = witness.open(&made);
        witness.act(&mut copy, pick("8607-507"));
    }
}

fn deleted(witness: &mut Witness<'_>) {
    witness.turn(Deed::Delete, &id());
}

fn taken_back(witness: &mut Witness<'_>) {
    witness.turn(Deed::Delete, &id());
    witness.turn_back(&id(), false, false);
    witness.turn_back(&id(), true, true);
    witness.turn_back(&id(), false, false);
}

fn brought_back(witness: &mut Witness<'_>) {
    witness.turn(Deed::Delete, &id());
    witness.turn(Deed::Restore, &id());
    let mut session = witness.open(&id());
    witness.act(&mut session, pick("8607-507"));
}

fn removed(witness: &mut Witness<'_>) {
    let session = witness.open(&id());
    witness.add(Deed::Duplicate, vec![session.draft().parcel()], &[]);
    witness.turn(Deed::Delete, &id());
    let done = witness.drafts().remove(&id());
    witness.forget_one(&id(), done);
}

/// The drafts of a file that was written from what is there.
fn parcels(witness: &mut Witness<'_>) -> Vec<Parcel> {
    let drafts = witness.drafts();
    let all = witness.told(drafts.all()).unwrap_or_default();
    let items: Vec<file::Item> = all
        .iter()
        .flat_map(|found| &found.heads)
        .map(|head| file::Item::new(Some(head.id.clone()), head.changed, head.parcel()))
        .collect();
    let read = file::read(&file::write(&items, "2026-11-24")).unwrap();
    assert!(!read.altered);
    read.items.into_iter().map(|item| item.parcel).collect()
}

fn from_a_file(witness: &mut Witness<'_>) {
    let mut all = parcels(witness);
    all.extend(all.clone());
    witness.add(Deed::Import, all, &[]);
}

fn replaced(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    let parcel = session.draft().parcel();
    witness.act(&mut session, Action::Clear);
    witness.add(Deed::Import, vec![parcel], &[id()]);
}

fn adopted(witness: &mut Witness<'_>) {
    let session = witness.open(&id());
    let text = link::encode(&session.draft().parcel(), true);
    let parcel = link::decode(&text).unwrap();
    for made in witness.add(Deed::Adopt, vec![parcel], &[]) {
        let mut session = witness.open(&made);
        witness.act(&mut session, pick("8607-508"));
    }
}

fn second_tab(witness: &mut Witness<'_>) {
    let (mut one, mut two) = (witness.open(&id()), witness.open(&id()));
    witness.act(&mut one, pick("8607-506"));
    witness.follow(&mut two);
    witness.act(&mut two, pick("8607-507"));
    witness.follow(&mut one);
    witness.flush(&mut one);
    witness.flush(&mut two);
}

fn two_at_once(witness: &mut Witness<'_>) {
    let (mut one, mut two) = (witness.open(&id()), witness.open(&id()));
    witness.act(&mut one, pick("8607-506"));
    witness.act(&mut two, pick("8607-507"));
    witness.follow(&mut one);
    witness.follow(&mut two);
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
        witness.follow(tab);
    }
    witness.open(&id());
}

fn kept_draft(witness: &mut Witness<'_>) {
    let drafts = witness.drafts();
    let all = witness.told(drafts.all()).unwrap_or_default();
    let of = qualification();
    let heads = all.iter().flat_map(|found| &found.heads);
    let ids: Vec<DraftId> = heads
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
    let drafts = witness.drafts();
    for unreadable in gone {
        session.forget(&drafts, &unreadable);
        witness.hear(&session);
    }
}

fn another_catalogue(witness: &mut Witness<'_>) {
    let mut session = witness.open(&id());
    let drafts = witness.drafts();
    let kept = drafts.keep_catalogue("centre", "{}");
    witness.told(kept);
    session.note(&drafts, &[Difference::Rules], true);
    witness.hear(&session);
    session.note(&drafts, &[Difference::Rules], false);
    witness.hear(&session);
    let kept = drafts.note_copied(&id(), 7);
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
