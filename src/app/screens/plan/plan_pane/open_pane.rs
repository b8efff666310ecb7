//! What is looked at in the place of the units.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::screens::plan::fill;
use crate::app::screens::plan::sheets::{PANE, PRIMARY, Pane, Sheets};
use crate::app::screens::plan::timeline as time;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::wording::{fill as words, timeline};

/// Its head, with the way back, and what a part of the program builds.
#[component]
pub(super) fn OpenPane(pane: Pane, sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let leave = move || {
        sheets.pane.set(None);
        editor.focus(PRIMARY);
    };
    let escape = heard(move |event: KeyboardEvent| {
        // That of a sheet over it closes the sheet.
        if event.key() == "Escape" && sheets.pane.get_untracked().is_some() {
            event.prevent_default();
            leave();
        }
    });
    let sentence = Memo::new(move |_| editor.current(|current| current.plan_head().sentence));
    let title = match pane {
        Pane::Fill => words::WAYS,
        Pane::Time => timeline::TIMELINE,
    };
    let body = move || match pane {
        Pane::Fill => fill::ways(editor, sheets),
        Pane::Time => time::timeline(editor),
    };
    view! {
        <section class="qp-pane-frame" aria-labelledby=PANE on:keydown=escape>
            <div class="qp-pane-head">
                <button type="button" class="qp-link qp-pane-back" on:click=pressed(leave)>
                    <Icon outline=icon::CHEVRON />
                    <span>{words::ALL_UNITS}</span>
                </button>
                {heading_of(2).id(PANE).class("qp-pane-title").tabindex("-1").child(title)}
                <p prop:textContent=live(move || sentence.get())></p>
            </div>
            {arriving::place(body)}
        </section>
    }
    .built()
}
