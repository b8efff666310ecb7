//! What would complete the plan, or put it right, each as a button that does it.
//!
//! Looked for while it is open only, so that a tick does not wait for it.

use super::places::STATE;
use crate::app::arriving;
use crate::app::components::list::plain_list;
use crate::app::components::notice::button;
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::EditorStore;
use crate::editor::{AdviceView, SuggestionView};
use crate::wording::heading;

pub(crate) fn advice(editor: EditorStore) -> El {
    let open = Handle::new(Live::new(false));
    let heading = move || {
        match editor.current(|current| current.advice()) {
            AdviceView::PutRight => heading::PUT_RIGHT,
            AdviceView::Complete | AdviceView::Nothing => heading::COMPLETE,
        }
        .to_owned()
    };
    let details = styled("details", "qp-advice");
    let node = details.node().clone();
    details
        .live_class("qp-hidden", move || {
            editor.current(|current| current.advice()) == AdviceView::Nothing
        })
        .on("toggle", move |_| {
            open.held().set(node.has_attribute("open"));
        })
        .with(el("summary").live_text(heading))
        .with(el("div").live(move || {
            let is_open = open.held().get();
            let body = is_open.then(|| arriving::place(move || lazy::loading(body(editor))));
            body.into_iter().collect()
        }))
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn body(editor: EditorStore) -> Fetched<El> {
    Ok(styled("div", "qp-part")
        .with(el("div").live(move || suggestions(editor)))
        .with(styled("p", "qp-hint").live_text(move || editor.combinations())))
}

fn suggestions(editor: EditorStore) -> Vec<El> {
    vec![match editor.suggestions() {
        Ok(ways) => {
            let rows = ways.into_iter().map(|one| row(editor, one));
            plain_list("").with_all(rows.collect())
        }
        Err(why) => said("p", why),
    }]
}

fn row(editor: EditorStore, one: SuggestionView) -> El {
    let SuggestionView {
        label,
        detail,
        action,
    } = one;
    let act = button(&label, move || {
        editor.dispatch(action.clone());
        editor.focus(STATE);
    });
    el("li")
        .with(act)
        .with(styled("p", "qp-hint").text(&detail))
}
