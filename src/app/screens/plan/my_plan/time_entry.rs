//! The plan in time, in one line.

use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::screens::plan::sheets::{Pane, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::wording::timeline as words;

/// To when the units are planned, and the way to all of them.
#[component]
pub(super) fn TimeEntry(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let line = Memo::new(move |_| editor.current(|current| current.time_line()));
    let open = pressed(move || sheets.pane.set(Some(Pane::Time)));
    view! {
        <button
            type="button"
            class="qp-entry"
            class=("qp-hidden", live(move || line.with(|line| line.words.is_empty())))
            on:click=open
        >
            <strong>{words::TIMELINE}</strong>
            <span
                class=("qp-entry-late", live(move || line.with(|line| line.is_late)))
                prop:textContent=live(move || line.with(|line| line.words.clone()))
            ></span>
            <Icon outline=icon::CHEVRON />
        </button>
    }
    .built()
}
