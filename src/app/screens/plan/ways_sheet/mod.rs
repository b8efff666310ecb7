//! The sheet of ways to get the plan further.

mod added_unit;
mod suggested_way;

use leptos::prelude::*;

use suggested_way::SuggestedWay;

use super::sheets::Sheets;
use crate::app::arriving;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::wording::heading;

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
        Ok(ways) => {
            let card = |suggestion| view! { <SuggestedWay suggestion sheets /> }.built();
            ways.into_iter().map(card).collect()
        }
        Err(why) => vec![view! { <p>{why}</p> }.built()],
    };
    Ok(view! { <div class="qp-ways">{live(ways)}</div> }.built())
}
