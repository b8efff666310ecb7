//! Whether a unit was achieved before, in its row.

use leptos::prelude::*;

use crate::app::components::with_code::with_code;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::RowView;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// Says that the unit was achieved already, or takes that back.
#[component]
pub(super) fn Achieved(code: UnitCode, row: RwSignal<RowView>) -> View {
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
