//! A plan is edited: each change is taken, judged, kept and told, and can be taken back.

use std::sync::Arc;

use qualification_planner::assess::State;
use qualification_planner::editor::{Controls, Editor, HostEvent, Notice, Sentences, Tick};
use qualification_planner::plan::Action;
use qualification_planner::qualification::Qualification;
use qualification_planner::saved_plans::{Failure, Saving};

use crate::support::{code, date};
use crate::tab::{Tab, context, pick, shipped, storage};

/// What the host page hears of the last change of a tab.
fn heard(tab: &Tab<'_>) -> Vec<&'static str> {
    let is = tab.editor.assessment().state;
    let events = tab
        .was
        .map(|was| HostEvent::of_change(was, is))
        .unwrap_or_default();
    events.iter().map(|event| event.name()).collect()
}

/// The same qualification with another title and figure for a unit.
fn newer(of: &Arc<Qualification>) -> Arc<Qualification> {
    let mut other = Qualification::clone(of);
    let units = other.units.iter().cloned().map(|mut unit| {
        if unit.code == code("8607-501") {
            "Improving Everything".clone_into(&mut unit.title);
        }
        unit
    });
    other.units = units.collect();
    Arc::new(other)
}

#[test]
fn a_tick_is_judged_and_saved_at_once() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    assert_eq!(tab.saving(), Saving::Nothing);
    tab.act(pick("8604-308"));
    assert_eq!(tab.saving(), Saving::Saved);
    assert_eq!(tab.editor.assessment().state, State::Open);
    tab.act(pick("8604-401"));
    assert_eq!(tab.editor.assessment().state, State::Met);
}

#[test]
fn a_plan_is_there_again_when_the_page_is_opened_again_with_the_way_back() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-501"));
    tab.act(pick("8607-503"));
    let mut again = Tab::again(&storage, "again", &of);
    assert_eq!(again.picks(), ["8607-501", "8607-503"]);
    assert_eq!(again.total(), tab.total());
    again.undo();
    assert_eq!(again.picks(), ["8607-501"]);
    let mut third = Tab::again(&storage, "third", &of);
    third.redo();
    assert_eq!(third.picks(), ["8607-501", "8607-503"]);
}

#[test]
fn what_changes_nothing_is_no_step_no_save_and_told_to_nobody() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(Action::Remove(code("8607-501")));
    assert_eq!((tab.was, tab.saving()), (None, Saving::Nothing));
    assert_eq!(tab.editor.controls(), Controls::default());
    tab.undo();
    tab.redo();
    assert_eq!(heard(&tab), [""; 0]);
}

#[test]
fn a_host_page_hears_of_each_change_and_of_the_one_that_completes_the_plan() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8604-308"));
    assert_eq!(heard(&tab), ["plan-change"]);
    tab.act(pick("8604-401"));
    assert_eq!(heard(&tab), ["plan-change", "plan-complete"]);
    tab.act(Action::Rename("Siân".to_owned()));
    assert_eq!(heard(&tab), ["plan-change"], "it was complete before");
    tab.undo();
    tab.undo();
    assert_eq!(heard(&tab), ["plan-change"]);
    tab.redo();
    assert_eq!(heard(&tab), ["plan-change", "plan-complete"]);
}

#[test]
fn a_screen_reader_is_told_where_the_plan_stands_after_a_step_back_too() {
    let (storage, of) = (storage(), shipped("8607-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-520"));
    tab.act(pick("8607-518"));
    assert_eq!(tab.announcement(), "8 credits. Complete.");
    tab.undo();
    assert_eq!(tab.announcement(), "6 credits. At least 1 unit to go.");
}

#[test]
fn buttons_follow_what_there_is_to_take_back() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    let undo_redo = |tab: &Tab<'_>| {
        let controls = tab.editor.controls();
        (controls.undo, controls.redo)
    };
    assert_eq!(undo_redo(&tab), (false, false));
    tab.act(pick("8607-501"));
    assert_eq!(undo_redo(&tab), (true, false));
    tab.undo();
    assert_eq!(undo_redo(&tab), (false, true));
    tab.act(pick("8607-503"));
    assert_eq!(undo_redo(&tab), (true, false));
}

#[test]
fn a_hundred_changes_can_be_taken_back_and_made_again() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    for number in 0..60 {
        let unit = if number % 2 == 0 {
            "8607-501"
        } else {
            "8607-503"
        };
        let action = match number % 4 {
            0 | 1 => pick(unit),
            _ => Action::Remove(code(unit)),
        };
        tab.act(action);
    }
    let (picks, total) = (tab.picks().len(), tab.total());
    for _ in 0..60 {
        tab.undo();
    }
    assert_eq!(tab.picks(), [""; 0]);
    for _ in 0..60 {
        tab.redo();
    }
    assert_eq!((tab.picks().len(), tab.total()), (picks, total));
}

#[test]
fn a_change_that_cannot_be_saved_stays_in_the_plan_and_is_said() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-501"));
    storage.set_room(None);
    tab.act(pick("8607-503"));
    assert_eq!(tab.picks(), ["8607-501", "8607-503"]);
    assert_eq!(tab.notices(), [Notice::NotSaved(Failure::Blocked)]);
    storage.set_room(Some(1_000_000));
    assert_eq!(Tab::again(&storage, "other", &of).picks(), ["8607-501"]);
    tab.save();
    assert_eq!(tab.notices(), []);
    assert_eq!(
        Tab::again(&storage, "other", &of).picks(),
        ["8607-501", "8607-503"]
    );
}

#[test]
fn a_storage_that_is_full_keeps_the_earlier_plan_and_takes_the_next_change_when_there_is_room() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-501"));
    storage.set_room(Some(10));
    tab.act(pick("8607-503"));
    assert_eq!(tab.notices(), [Notice::NotSaved(Failure::Full)]);
    assert_eq!(Tab::again(&storage, "other", &of).picks(), ["8607-501"]);
    storage.set_room(Some(1_000_000));
    tab.act(pick("8607-504"));
    assert_eq!(tab.saving(), Saving::Saved);
    let again = Tab::again(&storage, "other", &of);
    assert_eq!(again.picks(), ["8607-501", "8607-503", "8607-504"]);
}

#[test]
fn a_second_tab_shows_what_the_first_has_changed_and_the_other_way_round() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut one = Tab::new(&storage, "one", &of);
    one.act(pick("8607-501"));
    let mut two = Tab::again(&storage, "two", &of);
    one.act(pick("8607-503"));
    assert!(two.sync());
    assert_eq!(two.picks(), one.picks());
    assert_eq!(two.total(), one.total(), "what is taken over is judged");
    two.act(Action::Register(Some(date("2020-06-30"))));
    assert!(one.sync());
    assert_eq!(one.editor.plan().registered, Some(date("2020-06-30")));
}

#[test]
fn where_nothing_was_changed_elsewhere_nothing_is_drawn_anew() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut one = Tab::new(&storage, "one", &of);
    one.act(pick("8607-501"));
    assert!(!one.sync());
    let mut two = Tab::again(&storage, "two", &of);
    assert!(!two.sync());
}

#[test]
fn what_two_tabs_change_at_the_same_moment_is_kept_twice_and_said() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut one = Tab::new(&storage, "one", &of);
    one.act(pick("8607-501"));
    let mut two = Tab::again(&storage, "two", &of);
    one.act(pick("8607-503"));
    two.act(pick("8607-504"));
    one.sync();
    two.sync();
    assert_eq!(one.picks(), two.picks(), "both show the same");
    let notices = [one.notices(), two.notices()].concat();
    assert!(notices.contains(&Notice::Conflict), "{notices:?}");
    let found = one.plans.all().unwrap();
    let heads = found.iter().flat_map(|one| &one.heads);
    let plans: Vec<Vec<String>> = heads
        .map(|saved_plan| {
            saved_plan
                .plan()
                .picks()
                .iter()
                .map(|pick| pick.code.to_string())
                .collect()
        })
        .collect();
    for unit in ["8607-503", "8607-504"] {
        assert!(
            plans
                .iter()
                .any(|plan| plan.iter().any(|code| code == unit)),
            "{unit}: {plans:?}"
        );
    }
}

#[test]
fn a_plan_that_the_catalogue_has_changed_since_says_so_until_that_was_read() {
    let (storage, of) = (storage(), shipped("8607-diploma"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8607-501"));
    let newer = newer(&of);
    let mut later = Tab::again(&storage, "later", &newer);
    let notices = later.notices();
    let [Notice::Changed(differences)] = notices.as_slice() else {
        panic!("{notices:?}");
    };
    let plans = &later.plans;
    later
        .editor
        .with_session(|session| session.acknowledge(plans, differences, true));
    assert_eq!(later.notices(), [Notice::ChangedAndSeen]);
    assert_eq!(
        Tab::again(&storage, "again", &newer).notices(),
        [Notice::ChangedAndSeen]
    );
}

#[test]
fn a_tick_before_the_engine_has_come_is_added_up_and_no_state_is_named() {
    let mut editor = Editor::new(shipped("8604-award"), context());
    editor.tick(Tick::One(code("8604-308"), true));
    editor.tick(Tick::One(code("8604-401"), true));
    let current = editor.current(Some(Sentences::all()));
    assert!(
        current.plan_bar().words.starts_with("6 of "),
        "{}",
        current.plan_bar().words
    );
    assert_eq!(current.plan_head().state, None);
    assert!(!editor.is_judged() && !editor.ticks().is_empty());
    assert_eq!(
        editor.controls(),
        Controls::default(),
        "nothing can be taken back yet"
    );
}

#[test]
fn what_was_ticked_before_the_engine_came_is_kept_step_by_step_and_told_once() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut editor = Editor::new(Arc::clone(&of), context());
    for unit in ["8604-308", "8604-401"] {
        editor.tick(Tick::One(code(unit), true));
    }
    let mut tab = Tab::new(&storage, "me", &of);
    let was = editor.keep(Tab::fresh("me", &of), &tab.plans, 1_000);
    assert_eq!(was, Some(State::Open));
    tab.editor = editor;
    tab.was = was;
    assert_eq!(heard(&tab), ["plan-change", "plan-complete"]);
    assert_eq!(tab.saving(), Saving::Saved);
    tab.undo();
    assert_eq!(tab.picks(), ["8604-308"], "each tick is a step of its own");
    assert_eq!(Tab::again(&storage, "again", &of).picks(), ["8604-308"]);
}

#[test]
fn what_was_ticked_in_the_page_is_one_step_before_those_that_follow() {
    let (storage, of) = (storage(), shipped("8607-award"));
    let mut editor = Editor::new(Arc::clone(&of), context());
    editor.tick(Tick::InPage(vec![code("8607-501"), code("8607-503")]));
    assert_eq!(editor.plan().picks().len(), 2, "they are seen at once");
    editor.tick(Tick::One(code("8607-502"), true));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.was = editor.keep(Tab::fresh("me", &of), &tab.plans, 1_000);
    tab.editor = editor;
    assert_eq!(heard(&tab), ["plan-change", "plan-complete"]);
    tab.undo();
    assert_eq!(tab.picks(), ["8607-501", "8607-503"]);
    tab.undo();
    assert!(tab.picks().is_empty(), "the page had them all at once");
    tab.redo();
    assert_eq!(tab.picks(), ["8607-501", "8607-503"]);
    assert_eq!(Tab::again(&storage, "again", &of).picks().len(), 2);
}

#[test]
fn a_unit_ticked_and_unticked_before_the_engine_came_is_not_in_the_plan() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut editor = Editor::new(Arc::clone(&of), context());
    editor.tick(Tick::One(code("8604-308"), true));
    editor.tick(Tick::One(code("8604-308"), false));
    assert!(editor.plan().picks().is_empty());
    let tab = Tab::new(&storage, "me", &of);
    editor.keep(Tab::fresh("me", &of), &tab.plans, 1_000);
    assert!(editor.plan().picks().is_empty());
}

#[test]
fn a_plan_that_nobody_touched_before_the_engine_came_is_told_to_nobody_and_not_saved() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut editor = Editor::new(Arc::clone(&of), context());
    let tab = Tab::new(&storage, "me", &of);
    assert_eq!(editor.keep(Tab::fresh("me", &of), &tab.plans, 1_000), None);
    assert_eq!(editor.session().unwrap().saving(), Saving::Nothing);
    assert!(editor.is_judged());
}

#[test]
fn a_plan_that_is_kept_has_the_ticks_that_came_before_it_was_opened() {
    let (storage, of) = (storage(), shipped("8604-award"));
    Tab::new(&storage, "me", &of).act(pick("8604-308"));
    let kept = Tab::again(&storage, "again", &of);
    let mut editor = Editor::new(Arc::clone(&of), context());
    editor.tick(Tick::One(code("8604-401"), true));
    let session = Box::new(kept.editor.session().unwrap().clone());
    assert_eq!(editor.keep(session, &kept.plans, 1_000), Some(State::Open));
    assert_eq!(editor.assessment().state, State::Met);
    assert_eq!(
        Tab::again(&storage, "third", &of).picks(),
        ["8604-308", "8604-401"]
    );
}

#[test]
fn a_tick_that_is_painted_first_is_saved_and_shown_with_its_judgement() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.act(pick("8604-308"));
    tab.editor.tick_ahead(code("8604-401"), true);
    assert!(tab.editor.is_ahead());
    assert_eq!(tab.picks(), ["8604-308"], "what is shown is judged");
    assert_eq!(tab.settle(), Some(State::Open));
    assert_eq!(tab.saving(), Saving::Saved);
    assert_eq!(
        Tab::again(&storage, "again", &of).picks(),
        ["8604-308", "8604-401"]
    );
    assert_eq!(tab.picks(), ["8604-308", "8604-401"]);
    assert_eq!(tab.editor.assessment().state, State::Met);
    assert_eq!(tab.settle(), None, "it is told once");
}

#[test]
fn several_ticks_before_a_frame_are_a_step_each() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    for (unit, picked) in [("8604-308", true), ("8604-401", true), ("8604-308", false)] {
        tab.editor.tick_ahead(code(unit), picked);
    }
    assert_eq!(tab.settle(), Some(State::Open));
    assert_eq!(tab.picks(), ["8604-401"]);
    tab.undo();
    assert_eq!(tab.picks(), ["8604-308", "8604-401"]);
    tab.undo();
    assert_eq!(tab.picks(), ["8604-308"]);
    assert_eq!(Tab::again(&storage, "again", &of).picks(), ["8604-308"]);
}

#[test]
fn a_tick_that_was_taken_back_before_its_frame_changes_nothing_that_is_seen() {
    let (storage, of) = (storage(), shipped("8604-award"));
    let mut tab = Tab::new(&storage, "me", &of);
    tab.editor.tick_ahead(code("8604-308"), true);
    tab.editor.tick_ahead(code("8604-308"), false);
    assert_eq!(tab.settle(), Some(State::Open));
    assert_eq!(tab.picks(), [""; 0]);
    assert_eq!(Tab::again(&storage, "again", &of).picks(), [""; 0]);
}
