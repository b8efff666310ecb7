//! A plan in and out: a list of codes, and files for other programs.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::{saving, sending};
use crate::app::browser;
use crate::app::desk::Desk;
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::parts::field::wide_field;
use crate::app::parts::notice::button;
use crate::exchange::{calendar, file, sheet};
use crate::wording::{self, act, heading, label};

/// Units by a list of their codes.
pub(super) fn by_codes(desk: Desk) -> El {
    let fetch = move |_| lazy::loading(codes(desk));
    lazy::details("qp-details", heading::BY_CODES, fetch)
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn codes(desk: Desk) -> Fetched<El> {
    let text = el("textarea")
        .attr("rows", "3")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "qp-codes-note");
    let typed: HtmlTextAreaElement = text.node().clone().unchecked_into();
    let said_of_it = Handle::new(Live::new(Vec::new()));
    let add = move || {
        let lines = desk.pick_codes(&typed.value());
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
pub(super) fn files(desk: Desk) -> El {
    let name = move |end: &str| file::name(&desk.saved_plan().snapshot().plan, desk.today(), end);
    let table = move || browser::download(&name("csv"), &sheet::csv(&desk.table()));
    let days = move || {
        let events = desk.days();
        if !events.is_empty() {
            browser::download(&name("ics"), &calendar::file(&events, desk.today()));
        }
    };
    let none = move || {
        desk.plan(|_| ());
        desk.days().is_empty()
    };
    let has_none = none;
    let no_days = move || {
        if none() {
            wording::no_days(&desk.qualification())
        } else {
            ""
        }
        .to_owned()
    };
    styled("div", "qp-files")
        .with(said("h2", heading::FILES))
        .with(
            styled("div", "qp-actions")
                .with(button(act::SAVE_COPY, move || saving::copy(desk)))
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
        .with(sending::sending(desk))
        .with(styled("p", "qp-hint").live_text(move || saving::last_copy(desk)))
}
