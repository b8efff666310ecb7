use super::{ROOM, act, codes, fresh, id, open, pick, saves, sync, used, writer};
use proptest::prelude::*;
use qualification_planner::plan::{Action, History, Plan};
use qualification_planner::saved_plans::{
    LibraryChange, Memory, Opened, Operation, SavedPlans, Saving, Session, Store, encode,
    everything,
};

fn both() -> (Memory, Session, Session) {
    let store = Memory::with_room(ROOM);
    let mut one = fresh("a");
    act(&mut one, &store, pick("8607-501"));
    let two = open(&store, "b");
    (store, one, two)
}

/// The units of every saved plan that is there.
fn all(store: &Memory) -> Vec<Vec<String>> {
    let found = SavedPlans::new(store, "").all().unwrap();
    let plans = SavedPlans::new(store, "");
    let mut all: Vec<Vec<String>> = found
        .iter()
        .map(|found| plans.resolve(&found.heads).unwrap().unwrap().saved_plan)
        .filter(|head| !head.deleted)
        .map(|head| {
            let picks = head.plan().picks().iter();
            picks.map(|pick| pick.code.to_string()).collect()
        })
        .collect();
    all.sort();
    all
}

#[test]
fn a_second_tab_follows_the_first_and_the_first_the_second() {
    let (store, mut one, mut two) = both();
    act(&mut one, &store, pick("8607-503"));
    sync(&mut two, &store);
    assert_eq!(codes(&two), ["8607-501", "8607-503"]);
    act(&mut two, &store, pick("8607-504"));
    sync(&mut one, &store);
    assert_eq!(codes(&one).len(), 3);
    assert_eq!(all(&store).len(), 1);
    assert_eq!(saves(&store).len(), 3);
}

#[test]
fn both_tabs_have_one_way_back() {
    let (store, mut one, mut two) = both();
    act(&mut one, &store, pick("8607-503"));
    sync(&mut two, &store);
    let plans = SavedPlans::new(&store, "");
    two.act(&plans, &super::qualification(), 5, History::undo);
    sync(&mut one, &store);
    assert_eq!(codes(&one), ["8607-501"]);
}

#[test]
fn of_two_changes_at_the_same_time_both_are_kept() {
    let (store, mut one, mut two) = both();
    act(&mut one, &store, pick("8607-503"));
    // The second has not heard of it.
    act(&mut two, &store, pick("8607-504"));
    let kept = [vec!["8607-501", "8607-503"], vec!["8607-501", "8607-504"]];
    assert_eq!(all(&store), kept);
    sync(&mut one, &store);
    assert_eq!(all(&store), kept, "nobody makes another copy");
    assert_eq!(codes(&one), codes(&two), "both show the same");
    assert_eq!(two.copies().len(), 1, "and it is told");
    let copy = &SavedPlans::new(&store, "")
        .find(&two.copies()[0])
        .unwrap()
        .heads[0];
    assert_eq!(copy.copy_of, Some(id()));
    for session in [&one, &two] {
        assert_eq!(session.saving(), Saving::Saved);
    }
}

#[test]
fn a_fork_that_two_tabs_find_at_once_makes_one_copy() {
    let (store, mut one, mut two) = both();
    // Each writes without seeing what the other writes.
    let apart = Memory::with_room(ROOM);
    for (key, text) in everything(&store).unwrap() {
        apart.write(&key, &text).unwrap();
    }
    act(&mut one, &store, pick("8607-503"));
    act(&mut two, &apart, pick("8607-504"));
    for (key, text) in everything(&apart).unwrap() {
        store.write(&key, &text).unwrap();
    }
    sync(&mut one, &store);
    sync(&mut two, &store);
    sync(&mut one, &store);
    assert_eq!(codes(&one), codes(&two));
    assert_eq!(all(&store).len(), 2);
}

#[test]
fn the_same_change_in_two_tabs_is_no_fork() {
    let (store, mut one, mut two) = both();
    act(&mut one, &store, pick("8607-503"));
    act(&mut two, &store, pick("8607-503"));
    sync(&mut one, &store);
    assert_eq!(one.copies(), []);
    act(&mut one, &store, pick("8607-504"));
    sync(&mut two, &store);
    assert_eq!(codes(&two).len(), 3);
    assert_eq!(all(&store).len(), 1);
}

#[test]
fn a_conflicting_copy_that_is_removed_for_good_does_not_come_again() {
    let (store, mut one, mut two) = both();
    act(&mut one, &store, pick("8607-503"));
    act(&mut two, &store, pick("8607-504"));
    let plans = SavedPlans::new(&store, "");
    plans.remove(&two.copies()[0]).unwrap();
    sync(&mut one, &store);
    open(&store, "c");
    assert_eq!(plans.all().unwrap().len(), 1);
}

#[test]
fn a_second_plan_is_told_once_in_each_tab_and_not_at_every_opening() {
    let (store, mut one, mut two) = both();
    act(&mut one, &store, pick("8607-503"));
    act(&mut two, &store, pick("8607-504"));
    for tab in [&mut one, &mut two] {
        sync(tab, &store);
        assert_eq!(tab.copies().len(), 1);
        tab.dismiss_copies();
        sync(tab, &store);
        assert_eq!(tab.copies(), []);
    }
    assert_eq!(open(&store, "c").copies(), []);
}

#[test]
fn what_could_not_be_saved_meets_what_others_saved_when_it_can() {
    let (store, mut one, mut two) = both();
    store.set_room(None);
    act(&mut one, &store, pick("8607-503"));
    store.set_room(Some(ROOM));
    act(&mut two, &store, pick("8607-504"));
    sync(&mut one, &store);
    assert_eq!(one.saving(), Saving::Saved);
    assert_eq!(
        all(&store),
        [vec!["8607-501", "8607-503"], vec!["8607-501", "8607-504"]]
    );
}

#[test]
fn where_a_fork_cannot_be_settled_for_want_of_room_both_stay() {
    let (store, mut one, mut two) = both();
    let used = used(&store);
    act(&mut one, &store, pick("8607-503"));
    store.set_room(Some(used * 3 + 400));
    act(&mut two, &store, pick("8607-504"));
    assert_eq!(two.saving(), Saving::Saved);
    store.set_room(Some(ROOM));
    let opened = open(&store, "c");
    assert_eq!(opened.copies().len(), 1);
    assert_eq!(all(&store).len(), 2);
}

#[test]
fn a_plan_deleted_in_one_tab_is_said_to_be_in_the_other_and_a_change_brings_it_back() {
    let (store, one, mut two) = both();
    let plans = SavedPlans::new(&store, "");
    let change = LibraryChange::of(Operation::Delete, vec![id()]);
    plans.apply(change, &writer("a")).unwrap();
    sync(&mut two, &store);
    assert_eq!(two.saving(), Saving::Deleted);
    assert!(matches!(
        Session::open(&plans, &id(), &writer("c")),
        Ok(Opened::Nothing(_))
    ));
    act(&mut two, &store, pick("8607-503"));
    assert_eq!(two.saving(), Saving::Saved);
    assert_eq!(all(&store), [["8607-501", "8607-503"]]);
    drop(one);
}

#[test]
fn a_change_made_while_another_tab_deletes_the_plan_stays() {
    let (store, mut one, _) = both();
    let plans = SavedPlans::new(&store, "");
    let before = everything(&store).unwrap();
    let change = LibraryChange::of(Operation::Delete, vec![id()]);
    plans.apply(change, &writer("b")).unwrap();
    act(&mut one, &store, pick("8607-503"));
    assert_eq!(all(&store), [["8607-501", "8607-503"]]);
    assert!(everything(&store).unwrap().len() >= before.len());
}

#[test]
fn deleting_is_taken_back_and_taken_again() {
    let (store, ..) = both();
    let plans = SavedPlans::new(&store, "");
    let me = writer("z");
    let change = |operation| LibraryChange::of(operation, vec![id()]);
    plans.apply(change(Operation::Delete), &me).unwrap();
    assert_eq!(all(&store).len(), 0);
    assert_eq!(plans.undo(&me), Ok(Some(change(Operation::Delete))));
    assert_eq!(all(&store), [["8607-501"]]);
    assert_eq!(plans.redo(&me), Ok(Some(change(Operation::Delete))));
    assert_eq!(all(&store).len(), 0);
    plans.apply(change(Operation::Restore), &me).unwrap();
    assert_eq!(all(&store).len(), 1);
    assert_eq!(plans.log().unwrap().forth, []);
    assert_eq!(plans.undo(&me), Ok(Some(change(Operation::Restore))));
    assert_eq!(all(&store).len(), 0);
}

#[test]
fn a_catalogue_file_that_was_removed_is_brought_back_and_goes_when_nobody_can_do_that_any_more() {
    let (store, ..) = both();
    let plans = SavedPlans::new(&store, "");
    let me = writer("z");
    plans.keep_catalogue("centre", "{}").unwrap();
    let of = |operation| {
        LibraryChange::of(operation, Vec::new()).with_catalogues(vec!["centre".to_owned()])
    };
    plans.apply(of(Operation::Remove), &me).unwrap();
    assert_eq!(super::texts(&plans), [""; 0]);
    assert_eq!(plans.undo(&me), Ok(Some(of(Operation::Remove))));
    assert_eq!(super::texts(&plans), ["{}"]);
    // One that came with a file goes with that and comes back with it.
    plans.apply(of(Operation::Import), &me).unwrap();
    plans.undo(&me).unwrap();
    assert_eq!(super::texts(&plans), [""; 0]);
    plans.redo(&me).unwrap();
    assert_eq!(super::texts(&plans), ["{}"]);
    plans.undo(&me).unwrap();
    let kept = |store: &Memory| store.read("qualification-planner/2//catalogue/centre");
    assert_eq!(kept(&store), Ok(Some("{}".to_owned())));
    plans
        .apply(LibraryChange::of(Operation::Delete, vec![id()]), &me)
        .unwrap();
    assert_eq!(kept(&store), Ok(None));
}

#[test]
fn a_catalogue_file_opened_in_place_of_another_makes_way_for_it_again() {
    let store = Memory::with_room(ROOM);
    let plans = SavedPlans::new(&store, "");
    let me = writer("z");
    let open = |name: &str, text: &str, instead_of: &[&str]| {
        plans.keep_catalogue("centre", text).unwrap();
        let change = LibraryChange {
            instead_of: instead_of.iter().map(ToString::to_string).collect(),
            ..LibraryChange::of(Operation::Open, Vec::new()).with_catalogues(vec![name.to_owned()])
        };
        plans.append_to_log(change).unwrap();
    };
    let is = |text: &str| assert_eq!(super::texts(&plans), [text]);
    open("centre", "1", &[]);
    open("centre~2", "2", &["centre"]);
    is("2");
    plans.undo(&me).unwrap();
    is("1");
    plans.redo(&me).unwrap();
    is("2");
    plans.undo(&me).unwrap();
    plans.undo(&me).unwrap();
    assert_eq!(super::texts(&plans), [""; 0]);
    // One that is there is not kept twice, and brought back where it was put away.
    plans.keep_catalogue("centre", "2").unwrap();
    plans.keep_catalogue("centre", "2").unwrap();
    is("2");
    assert_eq!(
        store
            .keys("qualification-planner/2//catalogue/")
            .unwrap()
            .len(),
        2
    );
    // Where there is room for one only, the new one takes the place of the other.
    let used = used(&store);
    store.set_room(Some(used + 10));
    plans.keep_catalogue("centre", "three").unwrap();
    is("three");
}

#[test]
fn a_new_name_is_taken_back_and_taken_again() {
    let (store, ..) = both();
    let plans = SavedPlans::new(&store, "");
    let name = || plans.find(&id()).unwrap().heads[0].plan().name.clone();
    let change = LibraryChange {
        names: Some([String::new(), "Siân".to_owned()]),
        ..LibraryChange::of(Operation::Rename, vec![id()])
    };
    plans.apply(change, &writer("z")).unwrap();
    assert_eq!(name(), "Siân");
    plans.undo(&writer("y")).unwrap();
    assert_eq!(name(), "");
    plans.redo(&writer("x")).unwrap();
    assert_eq!(name(), "Siân");
}

/// The plans of every saved plan that is there.
fn every_plan(store: &Memory) -> Vec<Plan> {
    let found = SavedPlans::new(store, "").all().unwrap();
    let heads = found.iter().flat_map(|found| &found.heads);
    heads.map(|head| head.plan().clone()).collect()
}

type Change = Box<dyn FnOnce(&mut History)>;

/// What a tab does next.
#[derive(Clone, Debug)]
enum Move {
    Act(usize, Action),
    Undo(usize),
    Hear(usize),
    Leave(usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let tab = 0..3_usize;
    let action = prop_oneof![
        (500..530_u32).prop_map(|unit| pick(&format!("8607-{unit}"))),
        "[a-c]{0,2}".prop_map(Action::Rename),
        Just(Action::Clear),
    ];
    let one = prop_oneof![
        4 => (tab.clone(), action).prop_map(|(tab, action)| Move::Act(tab, action)),
        1 => tab.clone().prop_map(Move::Undo),
        3 => tab.clone().prop_map(Move::Hear),
        1 => tab.prop_map(Move::Leave),
    ];
    prop::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Three tabs in any order, each hearing of the others sooner, later or never: every plan that
    /// was ever called saved and not built upon is in some saved plan, and all tabs come to show the same.
    #[test]
    fn no_order_of_three_tabs_loses_what_was_called_saved(moves in moves()) {
        let store = Memory::with_room(ROOM);
        let plans = SavedPlans::new(&store, "");
        let mut first = fresh("a");
        act(&mut first, &store, pick("8607-501"));
        let mut tabs = vec![first, open(&store, "b"), open(&store, "c")];
        let mut writers = 0;
        // What was called saved and nobody has changed since.
        let mut live = vec![tabs[0].history().now().clone()];
        for one in moves {
            let change: (usize, Change) = match one {
                Move::Act(tab, action) => (tab, Box::new(|history| history.act(action))),
                Move::Undo(tab) => (tab, Box::new(History::undo)),
                Move::Hear(tab) => {
                    tabs[tab].sync(&plans);
                    continue;
                }
                Move::Leave(tab) => {
                    writers += 1;
                    tabs[tab] = open(&store, &format!("w{writers}"));
                    continue;
                }
            };
            let (tab, change) = change;
            let mut meant = tabs[tab].history().clone();
            change(&mut meant);
            let (base, meant) = (tabs[tab].history().now().clone(), meant.now().clone());
            if base == meant {
                continue;
            }
            tabs[tab].act(&plans, &super::qualification(), 1, |history| history.push(meant.clone()));
            prop_assert_eq!(tabs[tab].saving(), Saving::Saved);
            live.retain(|plan| *plan != base);
            live.push(meant);
            let there = every_plan(&store);
            for plan in &live {
                prop_assert!(there.contains(plan), "{:?} is not among {:?}", plan, there);
            }
        }
        for tab in &mut tabs {
            tab.sync(&plans);
        }
        for tab in &mut tabs {
            tab.sync(&plans);
        }
        let shown: Vec<_> = tabs.iter().map(|tab| tab.history().now().clone()).collect();
        prop_assert_eq!(&shown[0], &shown[1]);
        prop_assert_eq!(&shown[1], &shown[2]);
        let heads = plans.find(&id()).unwrap().heads;
        let first = plans.resolve(&heads).unwrap().unwrap().saved_plan;
        prop_assert_eq!(first.plan(), &shown[0]);
        prop_assert!(saves(&store).iter().filter(|key| key.contains("/1/")).count() <= 6);
    }
}

#[test]
fn a_plan_deleted_while_its_last_change_was_not_saved_stays_deleted() {
    let (store, mut one, _) = both();
    store.set_room(None);
    act(&mut one, &store, pick("8607-503"));
    store.set_room(Some(ROOM));
    let plans = SavedPlans::new(&store, "");
    plans
        .apply(
            LibraryChange::of(Operation::Delete, vec![id()]),
            &writer("a"),
        )
        .unwrap();
    sync(&mut one, &store);
    assert_eq!(one.saving(), Saving::Deleted);
    assert_eq!(all(&store).len(), 0);
}

#[test]
fn a_save_that_went_through_although_it_was_called_failed_is_not_written_over() {
    let (store, mut one, mut two) = both();
    let mut through = one.saved_plan().next(&writer("a"));
    through.history.act(pick("8607-503"));
    store.set_room(None);
    act(&mut one, &store, pick("8607-503"));
    store.set_room(Some(ROOM));
    let key = format!("qualification-planner/2//draft/{}/a-2", id());
    store.write(&key, &encode(&through)).unwrap();
    sync(&mut two, &store);
    act(&mut two, &store, pick("8607-504"));
    act(&mut one, &store, pick("8607-505"));
    assert_eq!(
        all(&store),
        [
            vec!["8607-501", "8607-503", "8607-504"],
            vec!["8607-501", "8607-503", "8607-505"]
        ]
    );
}

#[test]
fn old_saves_that_come_back_after_a_kill_make_no_conflicting_copy() {
    let (store, mut one, _) = both();
    act(&mut one, &store, pick("8607-503"));
    let early = everything(&store).unwrap();
    let mut two = open(&store, "later");
    for code in ["8607-504", "8607-505", "8607-506", "8607-507", "8607-508"] {
        act(&mut two, &store, pick(code));
    }
    for (key, text) in early {
        store.write(&key, &text).unwrap();
    }
    let again = open(&store, "again");
    assert_eq!(again.copies(), []);
    assert_eq!((codes(&again).len(), all(&store).len()), (7, 1));
}
