use leptos::prelude::*;

use super::sheets::STATE;
use super::ways_out::keep_this;
use crate::app::components::with_code::with_code;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{RowView, row_id};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// What can be done where a unit does not count. Where it is closed by the day of registration: the unit that took its
/// place, or to say that it was achieved already. Where another counts in its place: to take either out.
#[component]
pub(super) fn UnitWays(
    code: UnitCode,
    row: RwSignal<RowView>,
    /// The id of its box.
    id: String,
) -> View {
    let editor = expect_context::<EditorStore>();
    let instead = {
        let code = code.clone();
        live(move || {
            let into = row.with(|row| row.instead.clone())?;
            Some(view! { <Instead out=code.clone() into /> }.built())
        })
    };
    // Until the day is known it is taken to be today.
    let is_unsaid = Memo::new(move |_| editor.plan(|plan| plan.registered.is_none()));
    let before = wording::registered_before(&editor.qualification(), &code);
    let before = before.map(|words| {
        let hidden = move || !is_unsaid.get() || row.with(|row| row.instead.is_none());
        view! { <p class="qp-unit-before" class=("qp-hidden", live(hidden))>{words}</p> }.built()
    });
    let is_kept_out = Memo::new(move |_| row.with(|row| !row.kept_out_by.is_empty()));
    let out = {
        let code = code.clone();
        live(move || {
            let (code, id) = (code.clone(), id.clone());
            is_kept_out
                .get()
                .then(|| view! { <RemoveOrKeep code row id /> }.built())
        })
    };
    // The button stands while it is asked for, so that it keeps the focus when it was pressed.
    let is_asked = Memo::new(move |_| row.with(|row| row.achieved.is_some()));
    let achieved = live(move || {
        let asked = is_asked.get();
        asked.then(|| view! { <Achieved code=code.clone() row /> }.built())
    });
    view! { <div class="qp-unit-ways">{before}{instead}{achieved}{out}</div> }.built()
}

/// Takes the unit out, or the one that counts in its place. The buttons go with that, and leave the focus on its box, or
/// where the plan stands where that is no longer listed.
#[component]
fn RemoveOrKeep(code: UnitCode, row: RwSignal<RowView>, id: String) -> View {
    let editor = expect_context::<EditorStore>();
    let words = with_code(wording::remove_unit(&editor.qualification(), &code));
    let done = move || {
        let id = id.clone();
        queue_microtask(move || {
            let is_listed = row.with_untracked(|row| row.is_shown);
            editor.focus(if is_listed { &id } else { STATE });
        });
    };
    let (gone, after) = (code.clone(), done.clone());
    let remove = pressed(move || {
        editor.dispatch(Action::Remove(gone.clone()));
        after();
    });
    view! {
        <div class="qp-part">
            <button type="button" class="qp-button" on:click=remove>{words}</button>
            {keep_this(code, done)}
        </div>
    }
    .built()
}

/// Takes the other unit in place of this one.
#[component]
fn Instead(out: UnitCode, into: UnitCode) -> View {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let words = with_code(wording::choose(&of, &into));
    let place = of
        .groups
        .iter()
        .position(|group| group.units.contains(&into));
    let id = row_id(place.unwrap_or(0), &into);
    let press = pressed(move || {
        let (out, into) = (vec![out.clone()], vec![into.clone()]);
        editor.dispatch(Action::Change { out, into });
        editor.focus(&id);
    });
    view! { <button type="button" class="qp-button" on:click=press>{words}</button> }.built()
}

/// Says that the unit was achieved already, or takes that back.
#[component]
fn Achieved(code: UnitCode, row: RwSignal<RowView>) -> View {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let words = with_code(wording::already_have(&of, &code));
    let is_achieved = move || row.with_untracked(|row| row.achieved == Some(true));
    let press = pressed(move || editor.dispatch(Action::Achieve(code.clone(), !is_achieved())));
    let state = live(move || row.with(|row| row.achieved == Some(true)).to_string());
    view! {
        <button
            type="button"
            class="qp-button"
            aria-pressed=state
            on:click=press
        >
            {words}
        </button>
    }
    .built()
}
