use super::{
    ROOM, act, codes, fresh, id, open, pick, qualification, saves, sync, texts, used, writer,
};
use qualification_planner::plan::{Action, History, Plan};
use qualification_planner::qualification::{Qualification, Unit, UnitCode};
use qualification_planner::saved_plans::{
    CatalogueDifference, Failure, LibraryChange, Memory, NewPlan, Opened, Operation, PlanId,
    PlanSnapshot, SavedPlans, Saving, Session, Store, delete_everything, differences, encode,
    everything,
};

/// A store with a saved plan of five saves.
fn saved() -> Memory {
    let store = Memory::with_room(ROOM);
    let mut session = fresh("a");
    for code in ["8607-501", "8607-503", "8607-504", "8607-505", "8607-506"] {
        act(&mut session, &store, pick(code));
        assert_eq!(session.saving(), Saving::Saved);
    }
    store
}

#[test]
fn the_last_save_is_the_one_that_opens_and_three_are_kept() {
    let store = saved();
    assert_eq!(codes(&open(&store, "b")).len(), 5);
    assert_eq!(saves(&store).len(), 3);
}

#[test]
fn looking_saves_nothing() {
    let store = saved();
    let before = everything(&store).unwrap();
    let mut session = open(&store, "b");
    super::sync(&mut session, &store);
    session.flush(&SavedPlans::new(&store, ""));
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn undo_and_redo_go_on_after_opening_again() {
    let store = saved();
    let plans = SavedPlans::new(&store, "");
    let mut session = open(&store, "b");
    session.act(&plans, &qualification(), 2_000, History::undo);
    let mut session = open(&store, "c");
    assert_eq!(codes(&session).len(), 4);
    assert!(session.history().can_redo());
    session.act(&plans, &qualification(), 2_000, History::redo);
    assert_eq!(codes(&open(&store, "d")).len(), 5);
    for _ in 0..9 {
        session.act(&plans, &qualification(), 2_000, History::undo);
    }
    assert_eq!(codes(&open(&store, "e")), [""; 0]);
}

#[test]
fn a_save_that_was_begun_and_not_finished_leaves_the_one_before() {
    let store = saved();
    // What a crash can leave: nothing under the new key.
    let last = saves(&store).pop().unwrap();
    store.remove(&last).unwrap();
    assert_eq!(codes(&open(&store, "b")).len(), 4);
}

#[test]
fn a_full_store_keeps_what_was_saved_and_says_that_it_is_full() {
    let store = saved();
    let mut session = open(&store, "b");
    store.set_room(Some(10));
    act(&mut session, &store, pick("8607-507"));
    assert_eq!(session.saving(), Saving::Failed(Failure::Full));
    assert_eq!(codes(&session).len(), 6, "the work goes on");
    store.set_room(Some(ROOM));
    assert_eq!(codes(&open(&store, "c")).len(), 5);
    session.flush(&SavedPlans::new(&store, ""));
    assert_eq!(session.saving(), Saving::Saved);
    assert_eq!(codes(&open(&store, "c")).len(), 6);
}

#[test]
fn where_room_is_short_older_saves_make_way_before_a_change_is_lost() {
    let store = saved();
    let used = used(&store);
    store.set_room(Some(used + 300));
    let mut session = open(&store, "b");
    for code in ["8607-507", "8607-508", "8607-509"] {
        act(&mut session, &store, pick(code));
        assert_eq!(session.saving(), Saving::Saved, "{code}");
    }
    assert_eq!(codes(&open(&store, "c")).len(), 8);
    assert_eq!(saves(&store).len(), 2);
}

/// The qualification with so many more units, whose titles are as long as they may be.
fn with_long_titles(number: u32) -> Qualification {
    let mut of = qualification().as_ref().clone();
    let unit = of.units[0].clone();
    of.units = (0..number)
        .map(|number| Unit {
            code: UnitCode::new(&format!("unit-{}", 10_000 + number)).unwrap(),
            title: "Rheoli".repeat(50),
            ..unit.clone()
        })
        .collect();
    of
}

#[test]
fn a_plan_that_could_not_be_read_again_is_never_called_saved() {
    let store = Memory::with_room(ROOM * 10);
    let plans = SavedPlans::new(&store, "");
    let of = with_long_titles(4_000);
    let codes = |number| {
        let units = of.units.iter().take(number);
        units.map(|unit| unit.code.clone()).collect()
    };
    let mut session = fresh("a");
    session.act(&plans, &of, 1_000, |history| {
        history.act(Action::PickAll(codes(2_000)));
    });
    assert_eq!(session.saving(), Saving::Saved);
    let kept = everything(&store).unwrap();
    session.act(&plans, &of, 1_000, |history| {
        history.act(Action::PickAll(codes(4_000)));
    });
    assert_eq!(session.saving(), Saving::Failed(Failure::TooLong));
    assert_eq!(
        session.history().now().picks().len(),
        4_000,
        "the work goes on"
    );
    assert_eq!(everything(&store).unwrap(), kept, "nothing was written");
    assert_eq!(open(&store, "b").history().now().picks().len(), 2_000);
    session.act(&plans, &of, 1_000, History::undo);
    assert_eq!(session.saving(), Saving::Saved);
}

#[test]
fn a_blocked_store_is_said_to_be_blocked() {
    let store = Memory::default();
    let mut session = fresh("a");
    act(&mut session, &store, pick("8607-501"));
    assert_eq!(session.saving(), Saving::Failed(Failure::Blocked));
    let opened = Session::open(&SavedPlans::new(&store, ""), &id(), &writer("a"));
    assert!(matches!(opened, Err(Failure::Blocked)));
}

#[test]
fn a_damaged_save_is_kept_and_the_one_before_it_opens() {
    let store = saved();
    let damaged = saves(&store).pop().unwrap();
    store.write(&damaged, "{\"schema\":2,").unwrap();
    let mut session = open(&store, "b");
    assert_eq!(codes(&session).len(), 4);
    assert_eq!(session.unreadable()[0].text, "{\"schema\":2,");
    for code in ["8607-507", "8607-508", "8607-509", "8607-510", "8607-511"] {
        act(&mut session, &store, pick(code));
    }
    let mut session = open(&store, "c");
    assert_eq!(codes(&session).len(), 9);
    assert_eq!(session.unreadable().len(), 1, "still there");
    let gone = session.unreadable()[0].clone();
    session.forget(&SavedPlans::new(&store, ""), &gone);
    assert_eq!(open(&store, "d").unreadable(), []);
}

#[test]
fn a_save_that_is_damaged_while_its_writer_goes_on_is_kept_too() {
    let store = Memory::with_room(ROOM);
    let mut session = fresh("a");
    act(&mut session, &store, pick("8607-501"));
    store.write(&saves(&store)[0], "damaged").unwrap();
    for code in ["8607-503", "8607-504", "8607-505", "8607-506"] {
        act(&mut session, &store, pick(code));
    }
    assert_eq!(saves(&store).len(), 4);
    assert_eq!(open(&store, "b").unreadable()[0].text, "damaged");
}

#[test]
fn a_save_under_the_name_of_another_is_damage() {
    let store = saved();
    let names = saves(&store);
    let text = store.read(&names[0]).unwrap().unwrap();
    store.write(&names[2], &text).unwrap();
    let session = open(&store, "b");
    assert_eq!((codes(&session).len(), session.unreadable().len()), (4, 1));
}

#[test]
fn a_plan_of_a_newer_version_can_be_looked_at_and_is_not_written() {
    let store = saved();
    let last = saves(&store).pop().unwrap();
    let newer = store.read(&last).unwrap().unwrap();
    let newer = newer.replacen("\"schema\":2", "\"schema\":9,\"mood\":1", 1);
    store.write(&last, &newer).unwrap();
    let before = everything(&store).unwrap();
    let plans = SavedPlans::new(&store, "");
    let Opened::Newer(found, others) = Session::open(&plans, &id(), &writer("b")).unwrap() else {
        panic!();
    };
    assert_eq!(found.newer.snapshot.unwrap().plan.picks().len(), 5);
    assert_eq!(others, []);
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn what_a_newer_version_says_next_is_heard_and_nothing_is_lost() {
    let store = saved();
    let mut session = open(&store, "b");
    act(&mut session, &store, pick("8607-507"));
    let mut newer = session.saved_plan().next(&writer("c"));
    newer.version_vector = session.saved_plan().version_vector_after();
    let text = encode(&newer).replacen("\"schema\":2", "\"schema\":9,\"mood\":1", 1);
    let key = format!(
        "qualification-planner/2//draft/{}/c-{}",
        id(),
        newer.sequence
    );
    store.write(&key, &text).unwrap();
    super::sync(&mut session, &store);
    assert!(session.unreadable()[0].newer);
    assert_eq!(session.saving(), Saving::Overtaken);
    act(&mut session, &store, pick("8607-508"));
    assert_eq!(session.saving(), Saving::Saved);
    assert_eq!(store.read(&key).unwrap(), Some(text));
    let again = open(&store, "d");
    assert_eq!(codes(&again).len(), 7);
    assert!(again.unreadable()[0].newer);
}

#[test]
fn a_plan_that_was_never_kept_is_neither_deleted_nor_overtaken_by_what_others_do() {
    let store = Memory::with_room(ROOM);
    let mut session = fresh("a");
    super::sync(&mut session, &store);
    assert_eq!(session.saving(), Saving::Nothing);
}

#[test]
fn two_instances_do_not_see_each_other_and_deleting_everything_takes_both() {
    let store = Memory::with_room(ROOM);
    for instance in ["one", "one/two", "one%2Ftwo"] {
        let mut session = fresh("a");
        let plans = SavedPlans::new(&store, instance);
        session.act(&plans, &qualification(), 1, |history| {
            history.act(Action::Rename(instance.to_owned()));
        });
        plans.keep_catalogue("a/centre", "{}").unwrap();
    }
    store.write("another program's", "text").unwrap();
    for instance in ["one", "one/two", "one%2Ftwo"] {
        let plans = SavedPlans::new(&store, instance);
        let all = plans.all().unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].heads[0].plan().name, instance);
        assert_eq!(texts(&plans), ["{}"]);
    }
    delete_everything(&store).unwrap();
    assert_eq!(everything(&store).unwrap(), []);
    assert_eq!(store.keys("").unwrap(), ["another program's"]);
}

#[test]
fn what_was_seen_of_the_catalogue_is_not_lost_with_that() {
    let store = saved();
    let plans = SavedPlans::new(&store, "");
    let mut later = qualification().as_ref().clone();
    later.rules_hash ^= 2;
    let mut session = open(&store, "b");
    let differ = |session: &Session| differences(&session.saved_plan().snapshot(), &later);
    let before = differ(&session);
    assert_eq!(before, [CatalogueDifference::Rules]);
    assert!(!session.has_acknowledged(&before));
    session.acknowledge(&plans, &before, true);
    let mut session = open(&store, "c");
    assert_eq!(differ(&session), before);
    assert!(session.has_acknowledged(&before));
    // What is changed after that has not been seen.
    let others = later
        .units
        .iter()
        .filter(|unit| unit.code.as_str() != "8607-501");
    later.units = others.cloned().collect();
    let more = differences(&session.saved_plan().snapshot(), &later);
    assert!(!session.has_acknowledged(&more));
    session.acknowledge(&plans, &before, false);
    assert!(!open(&store, "d").has_acknowledged(&before));
}

#[test]
fn what_a_unit_was_is_there_again_when_undo_brings_it_back() {
    let store = saved();
    let plans = SavedPlans::new(&store, "");
    let mut later = qualification().as_ref().clone();
    let others = later
        .units
        .iter()
        .filter(|unit| unit.code.as_str() != "8607-501");
    later.units = others.cloned().collect();
    let mut session = open(&store, "b");
    let known = session.saved_plan().snapshot().facts;
    session.act(&plans, &later, 2_000, |history| history.act(Action::Clear));
    assert_eq!(session.saved_plan().snapshot().facts, []);
    let mut session = open(&store, "c");
    session.act(&plans, &later, 2_000, History::undo);
    assert_eq!(session.saved_plan().snapshot().facts, known);
    assert_eq!(open(&store, "d").saved_plan().snapshot().facts, known);
}

#[test]
fn what_was_seen_brings_no_deleted_plan_back() {
    let store = saved();
    let plans = SavedPlans::new(&store, "");
    let mut session = open(&store, "b");
    let change = LibraryChange::of(Operation::Delete, vec![id()]);
    plans.apply(change, &writer("z")).unwrap();
    sync(&mut session, &store);
    session.acknowledge(&plans, &[CatalogueDifference::Rules], true);
    assert_eq!(session.saving(), Saving::Deleted);
    assert!(
        plans
            .find(&id())
            .unwrap()
            .heads
            .iter()
            .all(|head| head.deleted)
    );
}

#[test]
fn where_room_is_short_saves_to_fall_back_on_of_other_plans_make_way() {
    let store = saved();
    let plans = SavedPlans::new(&store, "");
    let of = qualification();
    let other = NewPlan {
        id: PlanId::of_number(7),
        changed: 1_000,
        snapshot: PlanSnapshot::new(Plan::new(of.id.clone()), &of),
    };
    let change = LibraryChange::of(Operation::Import, Vec::new());
    plans.add(change, vec![other], &writer("y")).unwrap();
    store.set_room(Some(used(&store)));
    let change = LibraryChange::of(Operation::Delete, vec![PlanId::of_number(7)]);
    plans.apply(change, &writer("z")).unwrap();
    assert!(plans.find(&PlanId::of_number(7)).unwrap().heads[0].deleted);
    assert_eq!(codes(&open(&store, "c")).len(), 5, "the other is whole");
}

#[test]
fn when_a_copy_was_taken_is_kept_beside_the_plan() {
    let store = saved();
    let plans = SavedPlans::new(&store, "");
    assert_eq!(plans.copied(&id()), Ok(None));
    plans.log_copy(&id(), 77).unwrap();
    assert_eq!(plans.copied(&id()), Ok(Some(77)));
    plans.remove(&id()).unwrap();
    assert_eq!(everything(&store).unwrap(), []);
}
