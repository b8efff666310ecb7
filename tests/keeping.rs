//! How saved plans are kept: what is saved is there, what is damaged is kept apart, and tabs that work side
//! by side never write over each other.

#[path = "keeping/apart.rs"]
mod apart;
#[path = "keeping/kept.rs"]
mod kept;
#[path = "keeping/many.rs"]
mod many;
#[path = "keeping/noted.rs"]
mod noted;
#[path = "keeping/now.rs"]
mod now;
#[path = "keeping/states.rs"]
mod states;
#[path = "keeping/tabs.rs"]
mod tabs;

use std::sync::Arc;

use qualification_planner::catalogue::Catalogue;
use qualification_planner::exchange::file;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Qualification, QualificationId, UnitCode};
use qualification_planner::saved_plans::{
    Memory, Opened, PlanId, PlanSnapshot, ReadError, SavedPlan, SavedPlans, Session, Store, Writer,
    decode, encode, everything,
};

/// Room enough for anything here.
const ROOM: usize = 5_000_000;

fn qualification() -> Arc<Qualification> {
    let id = QualificationId::new("8607-diploma").unwrap();
    Arc::clone(Catalogue::shipped().qualification(&id).unwrap())
}

fn id() -> PlanId {
    PlanId::of_number(1)
}

fn writer(name: &str) -> Writer {
    Writer::new(name).unwrap()
}

fn pick(code: &str) -> Action {
    Action::Pick(UnitCode::new(code).unwrap())
}

/// A new saved plan on a screen of its own.
fn fresh(me: &str) -> Session {
    let of = qualification();
    let snapshot = PlanSnapshot::new(Plan::new(of.id.clone()), &of);
    Session::new(id(), writer(me), snapshot)
}

fn act(session: &mut Session, store: &dyn Store, action: Action) {
    let plans = SavedPlans::new(store, "");
    session.act(&plans, &qualification(), 1_000, |history| {
        history.act(action);
    });
}

fn open(store: &dyn Store, me: &str) -> Session {
    match Session::open(&SavedPlans::new(store, ""), &id(), &writer(me)).unwrap() {
        Opened::Session(session) => *session,
        other => panic!("{other:?}"),
    }
}

fn sync(session: &mut Session, store: &dyn Store) {
    session.sync(&SavedPlans::new(store, ""));
}

fn codes(session: &Session) -> Vec<String> {
    let picks = session.history().now().picks().iter();
    picks.map(|pick| pick.code.to_string()).collect()
}

/// Cut short anywhere a saved plan is corrupt; with any flipped bit what comes of it `is_right`.
fn assert_never_half_read(text: &str, is_right: impl Fn(Result<SavedPlan, ReadError>) -> bool) {
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let read = decode(&text[..end]);
        assert!(matches!(read, Err(ReadError::Corrupt(_))), "{end}");
    }
    for index in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.to_owned().into_bytes();
            bytes[index] ^= 1 << bit;
            if let Ok(damaged) = String::from_utf8(bytes) {
                assert!(is_right(decode(&damaged)), "byte {index}, bit {bit}");
            }
        }
    }
}

/// The same of one that is no newer than this version: it is read as it is, or it is corrupt.
fn assert_never_taken_for_another(text: &str) {
    let whole = decode(text).unwrap();
    assert_never_half_read(text, |read| match read {
        Ok(read) => read == whole,
        Err(fault) => matches!(fault, ReadError::Corrupt(_)),
    });
}

/// A saved plan and a file of plans are written as they were when they were kept here.
fn assert_written_as_they_were(saved_plan: &str, plans: &str) {
    assert_eq!(encode(&decode(saved_plan).unwrap()), saved_plan);
    let contents = file::read(plans).unwrap();
    assert_eq!(file::write(&contents.items, "2026-11-25"), plans);
}

/// How many bytes the planner's keys and texts take.
fn used(store: &dyn Store) -> usize {
    let all = everything(store).unwrap();
    all.iter().map(|(key, text)| key.len() + text.len()).sum()
}

/// The texts of the catalogue files that are kept and not put away.
fn texts(plans: &SavedPlans<'_>) -> Vec<String> {
    let all = plans.catalogues().unwrap().into_iter();
    all.map(|one| one.text).collect()
}

/// The keys of saves, the newest last.
fn saves(store: &Memory) -> Vec<String> {
    let mut keys = store.keys("qualification-planner/2//draft/").unwrap();
    keys.sort_by_key(|key| key.rsplit_once('-').unwrap().1.parse::<u32>().unwrap());
    keys
}
