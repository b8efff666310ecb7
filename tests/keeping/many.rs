//! Hundreds of saved plans at once: a browser goes through all its keys for each question which there are, so
//! that is not asked for every saved plan.

use std::cell::Cell;

use super::{ROOM, qualification, texts, writer};
use qualification_planner::plan::Plan;
use qualification_planner::saved_plans::{
    Failure, LibraryChange, Memory, NewPlan, Operation, PlanId, PlanSnapshot, SavedPlans, Store,
};

/// Few enough that it cannot be one for each saved plan.
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

fn new_plans(numbers: std::ops::Range<u64>) -> Vec<NewPlan> {
    let of = qualification();
    let one = |number| NewPlan {
        id: PlanId::of_number(number),
        changed: 1_000,
        snapshot: PlanSnapshot::new(Plan::new(of.id.clone()), &of),
    };
    numbers.map(one).collect()
}

fn here(plans: &SavedPlans<'_>) -> usize {
    let all = plans.all().unwrap().into_iter();
    all.filter(|found| found.heads.iter().any(|head| !head.deleted))
        .count()
}

#[test]
fn hundreds_are_added_replaced_and_taken_back_without_a_look_at_every_key_for_each() {
    let store = Counting {
        store: Memory::with_room(ROOM),
        asked: Cell::new(0),
    };
    let plans = SavedPlans::new(&store, "");
    let me = writer("a");
    let number = usize::try_from(NUMBER).unwrap();
    let change = LibraryChange::of(Operation::Import, Vec::new());
    plans.add(change, new_plans(0..NUMBER), &me).unwrap();
    assert!(store.asked() <= FEW);
    assert_eq!(
        (here(&plans), plans.names().unwrap().len()),
        (number, number)
    );

    store.asked();
    let change = LibraryChange {
        replaced: (0..NUMBER).map(PlanId::of_number).collect(),
        ..LibraryChange::of(Operation::Import, Vec::new())
    };
    plans
        .add(change, new_plans(NUMBER..2 * NUMBER), &me)
        .unwrap();
    assert!(store.asked() <= FEW);
    assert_eq!(
        (here(&plans), plans.names().unwrap().len()),
        (number, 2 * number)
    );

    store.asked();
    plans.undo(&me).unwrap();
    assert!(store.asked() <= FEW);
    assert_eq!(here(&plans), number);
    assert!(texts(&plans).is_empty());
}
