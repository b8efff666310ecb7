use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{RowView, row_id};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// What can be done where a unit is closed by the day of registration: the unit that took its place, or to say that it
/// was achieved already.
#[component]
pub(crate) fn UnitWays(editor: EditorStore, code: UnitCode, row: RwSignal<RowView>) -> View {
    let instead = {
        let code = code.clone();
        live(move || {
            let into = row.with(|row| row.instead.clone())?;
            Some(view! { <Instead editor out=code.clone() into /> }.built())
        })
    };
    let achieved = live(move || {
        let is_achieved = row.with(|row| row.achieved)?;
        Some(view! { <Achieved editor code=code.clone() is_achieved /> }.built())
    });
    view! { <div class="qp-unit-ways">{instead}{achieved}</div> }.built()
}

/// Takes the other unit in place of this one.
#[component]
fn Instead(editor: EditorStore, out: UnitCode, into: UnitCode) -> View {
    let of = editor.qualification();
    let words = wording::choose(&of, &into);
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
fn Achieved(editor: EditorStore, code: UnitCode, is_achieved: bool) -> View {
    let of = editor.qualification();
    let words = wording::already_have(&of, &code);
    let press = pressed(move || editor.dispatch(Action::Achieve(code.clone(), !is_achieved)));
    view! {
        <button
            type="button"
            class="qp-button"
            aria-pressed=is_achieved.to_string()
            on:click=press
        >
            {words}
        </button>
    }
    .built()
}
