//! A plan as a link and as a QR code of that.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::app::arriving;
use crate::app::browser;
use crate::app::components::code::code;
use crate::app::components::field::wide_field;
use crate::app::components::notice::button;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::EditorStore;
use crate::exchange::{link, qr};
use crate::wording::{self, act, heading, label};

/// The field that has the link, and the button beside it.
const LINK: &str = "qp-plan-link";
const COPY: &str = "qp-copy-link";

pub(super) fn sending(editor: EditorStore) -> El {
    let fetch = move |open| lazy::loading(link_and_code(editor, open));
    arriving::details("qp-details qp-sending", heading::LINK, fetch)
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn link_and_code(editor: EditorStore, open: arriving::Open) -> Fetched<El> {
    let named = Handle::new(Live::new(false));
    // Only what is looked at is worked out, with every tick.
    let address = move || {
        if open.held().get() {
            let link = link::encode(&editor.snapshot(), named.held().get());
            editor.stores().page().address(&link)
        } else {
            String::new()
        }
    };
    let with_name = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            named.held().set(dom::checked(&event));
        });
    let with_name = styled("label", "qp-condition")
        .with(with_name)
        .text(label::WITH_NAME);
    let field = el("input")
        .attr("type", "text")
        .attr("id", LINK)
        .attr("readonly", "")
        .attr("aria-describedby", "qp-link-note")
        .live_value(address)
        .on("focus", |event| {
            if let Some(input) = dom::input(&event) {
                input.select();
            }
        });
    let shown: HtmlInputElement = field.node().clone().unchecked_into();
    let copied = Handle::new(Live::new(String::new()));
    let copy = move || {
        browser::copy(&shown.value(), move |done| {
            if let Some(copied) = copied.still_held() {
                if done {
                    editor.log_copy();
                } else {
                    // The browser answers when it likes: who has gone on meanwhile is left alone.
                    editor.stores().page().focus_from(COPY, LINK);
                }
                let words = if done {
                    wording::LINK_COPIED
                } else {
                    wording::LINK_NOT_COPIED
                };
                copied.set(words.to_owned());
            }
        });
    };
    let picture = move || {
        let address = address();
        if address.is_empty() {
            return Vec::new();
        }
        vec![match qr::code(&address) {
            Some(found) => code(label::QR_CODE, found.size(), &found.path()),
            None => said("p", wording::too_large_for_code()),
        }]
    };
    Ok(styled("div", "qp-part")
        .with(wide_field(label::LINK, field))
        .with(with_name)
        .with(styled("div", "qp-actions").with(button(act::COPY_LINK, copy).attr("id", COPY)))
        .with(
            el("p")
                .attr("role", "status")
                .live_text(move || copied.held().get()),
        )
        .with(
            styled("p", "qp-hint")
                .attr("id", "qp-link-note")
                .text(wording::about_links()),
        )
        .with(styled("div", "qp-code").live(picture)))
}
