//! Units by a list of their codes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::app::arriving;
use crate::app::components::field::wide_field;
use crate::app::components::notice::button;
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::wording::{self, act, heading, label};

/// Units by a list of their codes.
pub(super) fn by_codes(editor: EditorStore) -> El {
    let fetch = move |_| lazy::loading(codes(editor));
    arriving::details("qp-details", heading::BY_CODES, fetch)
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn codes(editor: EditorStore) -> Fetched<El> {
    let text = el("textarea")
        .attr("rows", "3")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "qp-codes-note");
    let typed: HtmlTextAreaElement = text.node().clone().unchecked_into();
    let said_of_it = RwSignal::new(Vec::new());
    let add = move || {
        let lines = editor.pick_codes(&typed.value());
        said_of_it.set(lines);
    };
    let lines = move || {
        let lines = said_of_it.get();
        lines.iter().map(|line| said("p", line)).collect()
    };
    Ok(styled("div", "qp-part")
        .with(wide_field(label::CODES, text))
        .with(
            styled("p", "qp-hint")
                .attr("id", "qp-codes-note")
                .text(wording::PASTE_CODES),
        )
        .with(button(act::ADD_UNITS, add))
        .with(
            styled("div", "qp-codes-found")
                .attr("role", "status")
                .live(lines),
        ))
}
