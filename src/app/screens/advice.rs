//! What would complete the plan, or put it right, each as a button that does it.
//!
//! Looked for while it is open only, so that a tick does not wait for it.

use super::summary::STATE;
use crate::app::desk::Desk;
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::parts::list::plain_list;
use crate::app::parts::notice::button;
use crate::editor::{AdviceView, SuggestionView};
use crate::wording::heading;

pub(crate) fn advice(desk: Desk) -> El {
    let open = Handle::new(Live::new(false));
    let heading = move || {
        match desk.current(|current| current.advice()) {
            AdviceView::PutRight => heading::PUT_RIGHT,
            AdviceView::Complete | AdviceView::Nothing => heading::COMPLETE,
        }
        .to_owned()
    };
    let details = styled("details", "qp-advice");
    let node = details.node().clone();
    details
        .live_class("qp-hidden", move || {
            desk.current(|current| current.advice()) == AdviceView::Nothing
        })
        .on("toggle", move |_| {
            open.held().set(node.has_attribute("open"));
        })
        .with(el("summary").live_text(heading))
        .with(el("div").live(move || {
            let is_open = open.held().get();
            let body = is_open.then(|| lazy::place(move || lazy::loading(body(desk))));
            body.into_iter().collect()
        }))
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn body(desk: Desk) -> Fetched<El> {
    Ok(styled("div", "qp-part")
        .with(el("div").live(move || suggestions(desk)))
        .with(styled("p", "qp-hint").live_text(move || desk.combinations())))
}

fn suggestions(desk: Desk) -> Vec<El> {
    vec![match desk.suggestions() {
        Ok(ways) => {
            let rows = ways.into_iter().map(|one| row(desk, one));
            plain_list("").with_all(rows.collect())
        }
        Err(why) => said("p", why),
    }]
}

fn row(desk: Desk, one: SuggestionView) -> El {
    let SuggestionView {
        label,
        detail,
        action,
    } = one;
    let act = button(&label, move || {
        desk.dispatch(action.clone());
        desk.focus(STATE);
    });
    el("li")
        .with(act)
        .with(styled("p", "qp-hint").text(&detail))
}
