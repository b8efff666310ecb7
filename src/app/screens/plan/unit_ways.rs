use leptos::prelude::*;

use crate::app::components::with_code::with_code;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{RowView, row_id};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// What can be done where a unit is closed by the day of registration: the unit that took its place, or to say that it
/// was achieved already.
#[component]
pub(super) fn UnitWays(code: UnitCode, row: RwSignal<RowView>) -> View {
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
    // The button stands while it is asked for, so that it keeps the focus when it was pressed.
    let is_asked = Memo::new(move |_| row.with(|row| row.achieved.is_some()));
    let achieved = live(move || {
        let asked = is_asked.get();
        asked.then(|| view! { <Achieved code=code.clone() row /> }.built())
    });
    view! { <div class="qp-unit-ways">{before}{instead}{achieved}</div> }.built()
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
