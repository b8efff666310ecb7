use leptos::prelude::*;

use super::sheets::{STATE, Sheets};
use crate::app::arriving;
use crate::app::components::bar::Bar;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::editor::SuggestionView;
use crate::wording::{act, heading};

/// Ways to complete the plan, or to put it right.
#[component]
pub(super) fn WaysSheet(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let title = Signal::derive(move || {
        let is_broken = editor.assessment(|_, found| found.state == State::Broken);
        if is_broken {
            heading::PUT_RIGHT
        } else {
            heading::COMPLETE
        }
        .to_owned()
    });
    let body = move || arriving::place(move || lazy::loading(ways(editor, sheets)));
    view! { <Sheet title open=sheets.ways body=Box::new(body) /> }.built()
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn ways(editor: EditorStore, sheets: Sheets) -> Fetched<View> {
    let ways = move || match editor.suggestions() {
        Ok(ways) => ways
            .into_iter()
            .map(|one| way(editor, sheets, one))
            .collect(),
        Err(why) => vec![view! { <p>{why}</p> }.built()],
    };
    Ok(view! { <div class="qp-ways">{live(ways)}</div> }.built())
}

/// A way as a card: the titles, the bar with what would be added, what comes of it.
fn way(editor: EditorStore, sheets: Sheets, one: SuggestionView) -> View {
    let SuggestionView {
        label,
        detail,
        action,
        bar,
        ..
    } = one;
    let choose = pressed(move || {
        editor.dispatch(action.clone());
        sheets.ways.set(false);
        editor.focus(STATE);
    });
    view! {
        <div class="qp-way">
            <p class="qp-way-title">{label.clone()}</p>
            <Bar bar=Signal::stored(bar) label=label.clone() />
            <p>{detail}</p>
            <button type="button" class="qp-button" aria-label=act::of_one(act::CHOOSE, &label) on:click=choose>{act::CHOOSE}</button>
        </div>
    }
    .built()
}
