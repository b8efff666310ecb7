//! Units that the learner has already.

use leptos::html;
use leptos::prelude::*;

use crate::app::arriving::{Details, DetailsProps};
use crate::app::components::sentence::sentence;
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::wording::{self, held, label, unit_state};

/// Units that the learner has already, by their codes or titles, behind a summary.
pub(super) fn held_units() -> View {
    let fetch = move || -> Loading<View> { lazy::loading(content()) };
    Details(DetailsProps {
        summary: held::HAVE_UNITS,
        fetch: Box::new(fetch),
    })
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn content() -> Fetched<View> {
    Ok(view! { <HeldUnits /> }.built())
}

/// A list of codes or titles, all of which are achieved in one step, and what came of it.
#[component]
fn HeldUnits() -> View {
    let editor = expect_context::<EditorStore>();
    let typed = NodeRef::<html::Textarea>::new();
    let answer = NodeRef::<html::Div>::new();
    let found = RwSignal::new(Vec::new());
    let mark = move || {
        if let Some(typed) = typed.get_untracked() {
            found.set(editor.achieve_codes(&typed.value()));
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
                <span>{label::CODES_OR_TITLES}</span>
                <textarea
                    node_ref=typed
                    rows="3"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="held-note"
                ></textarea>
            </label>
            <p class="qp-hint" id="held-note">{wording::PASTE_CODES}</p>
            <button type="button" class="qp-button" on:click=pressed(mark)>{unit_state::MARK}</button>
            <div node_ref=answer class="qp-codes-found" role="status">{live(lines)}</div>
        </div>
    }
    .built()
}
