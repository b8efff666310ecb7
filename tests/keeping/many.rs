//! Hundreds of drafts at once: a browser goes through all its keys for each question which there are, so
//! that is not asked for every draft.

use std::cell::Cell;

use super::{ROOM, qualification, texts, writer};
use qualification_planner::draft::{
    Coming, Deed, DraftId, Drafts, Failure, Memory, Parcel, Store, Turn,
};
use qualification_planner::plan::Plan;

/// Few enough that it cannot be one for each draft.
const FEW: usize = 12;

const NUMBER: u64 = 300;

/// A store that counts how often it was asked which keys there are.
struct Counting {
    store: Memory,
    asked: Cell<usize>,
}

impl Counting {
    /// How often, since this was asked last.
    fn asked(&self) -> usize {
        self.asked.take()
    }
}

impl Store for Counting {
    fn read(&self, key: &str) -> Result<Option<String>, Failure> {
        self.store.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Failure> {
        self.store.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        self.store.remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        self.asked.set(self.asked.get() + 1);
        self.store.keys(prefix)
    }
}

fn coming(numbers: std::ops::Range<u64>) -> Vec<Coming> {
    let of = qualification();
    let one = |number| Coming {
        id: DraftId::of_number(number),
        changed: 1_000,
        parcel: Parcel::new(Plan::new(of.id.clone()), &of),
    };
    numbers.map(one).collect()
}

fn here(drafts: &Drafts<'_>) -> usize {
    let all = drafts.all().unwrap().into_iter();
    all.filter(|found| found.heads.iter().any(|head| !head.deleted))
        .count()
}

#[test]
fn hundreds_are_added_replaced_and_taken_back_without_a_look_at_every_key_for_each() {
    let store = Counting {
        store: Memory::with_room(ROOM),
        asked: Cell::new(0),
    };
    let drafts = Drafts::new(&store, "");
    let me = writer("a");
    let number = usize::try_from(NUMBER).unwrap();
    let turn = Turn::of(Deed::Import, Vec::new());
    drafts.add(turn, coming(0..NUMBER), &me).unwrap();
    assert!(store.asked() <= FEW);
    assert_eq!(
        (here(&drafts), drafts.names().unwrap().len()),
        (number, number)
    );

    store.asked();
    let turn = Turn {
        replaced: (0..NUMBER).map(DraftId::of_number).collect(),
        ..Turn::of(Deed::Import, Vec::new())
    };
    drafts.add(turn, coming(NUMBER..2 * NUMBER), &me).unwrap();
    assert!(store.asked() <= FEW);
    assert_eq!(
        (here(&drafts), drafts.names().unwrap().len()),
        (number, 2 * number)
    );

    store.asked();
    drafts.turn_back(&me).unwrap();
    assert!(store.asked() <= FEW);
    assert_eq!(here(&drafts), number);
    assert!(texts(&drafts).is_empty());
}
