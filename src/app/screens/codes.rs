//! Units by a list of their codes.

use leptos::html;
use leptos::prelude::*;

use crate::app::arriving::{Details, DetailsProps};
use crate::app::components::sentence::sentence;
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::wording::{self, act, heading, label};

/// Units by a list of their codes, behind a summary.
pub(super) fn by_codes() -> View {
    let fetch = move || -> Loading<View> { lazy::loading(codes()) };
    Details(DetailsProps {
        summary: heading::BY_CODES,
        fetch: Box::new(fetch),
    })
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn codes() -> Fetched<View> {
    Ok(view! { <Codes /> }.built())
}

#[component]
fn Codes() -> View {
    let editor = expect_context::<EditorStore>();
    let typed = NodeRef::<html::Textarea>::new();
    let answer = NodeRef::<html::Div>::new();
    let found = RwSignal::new(Vec::new());
    let add = move || {
        if let Some(typed) = typed.get_untracked() {
            found.set(editor.pick_codes(&typed.value()));
            // It may stand below what is in view of the sheet: once it says it.
            let answer = answer.get_untracked();
            queue_microtask(move || {
                if let Some(answer) = answer {
                    answer.scroll_into_view_with_bool(false);
                }
            });
        }
    };
    let lines = move || {
        let lines = found.get().into_iter();
        lines
            .map(|line: String| view! { <p>{sentence(&line)}</p> }.built())
            .collect::<Vec<_>>()
    };
    view! {
        <div class="qp-part">
            <label class="qp-field">
                <span>{label::CODES}</span>
                <textarea
                    node_ref=typed
                    rows="3"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="qp-codes-note"
                ></textarea>
            </label>
            <p class="qp-hint" id="qp-codes-note">{wording::PASTE_CODES}</p>
            <button type="button" class="qp-button" on:click=pressed(add)>{act::ADD_UNITS}</button>
            <div node_ref=answer class="qp-codes-found" role="status">{live(lines)}</div>
        </div>
    }
    .built()
}
