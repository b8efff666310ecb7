//! A plan in and out: a list of codes, and files for other programs.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::{saving, sending};
use crate::app::arriving;
use crate::app::browser;
use crate::app::components::field::wide_field;
use crate::app::components::notice::button;
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::EditorStore;
use crate::exchange::{calendar, file, sheet};
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
    let said_of_it = Handle::new(Live::new(Vec::new()));
    let add = move || {
        let lines = editor.pick_codes(&typed.value());
        said_of_it.held().set(lines);
    };
    let lines = move || {
        let lines = said_of_it.held().get();
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

/// The plan as files.
pub(super) fn files(editor: EditorStore) -> El {
    let name = move |end: &str| file::name(&editor.as_saved().snapshot().plan, editor.today(), end);
    let table = move || browser::download(&name("csv"), &sheet::csv(&editor.table()));
    let days = move || {
        let events = editor.days();
        if !events.is_empty() {
            browser::download(&name("ics"), &calendar::file(&events, editor.today()));
        }
    };
    let none = move || {
        editor.plan(|_| ());
        editor.days().is_empty()
    };
    let has_none = none;
    let no_days = move || {
        if none() {
            wording::no_days(&editor.qualification())
        } else {
            ""
        }
        .to_owned()
    };
    styled("div", "qp-files")
        .with(said("h2", heading::FILES))
        .with(
            styled("div", "qp-actions")
                .with(button(act::SAVE_COPY, move || saving::copy(editor)))
                .with(button(act::TABLE, table))
                .with(
                    button(act::CALENDAR, days)
                        .attr("aria-describedby", "qp-calendar-note")
                        .live_attr("aria-disabled", move || {
                            has_none().then(|| "true".to_owned())
                        }),
                ),
        )
        .with(
            styled("p", "qp-hint")
                .attr("id", "qp-calendar-note")
                .live_text(no_days),
        )
        .with(sending::sending(editor))
        .with(styled("p", "qp-hint").live_text(move || saving::last_copy(editor)))
}
