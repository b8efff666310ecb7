//! What is in view on every screen: that this is unofficial, what is kept here, and the button
//! that deletes it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::app::arriving;
use crate::app::browser;
use crate::app::components::notice::button;
use crate::app::dom::{El, el, said, styled};
use crate::app::storage::Browser;
use crate::app::stores::Stores;
use crate::reading::Node;
use crate::saved_plans::{Session, encode, everything};
use crate::wording::{self, act, file_name, heading, label};

pub(crate) fn footer(stores: Stores) -> El {
    let unofficial = el("p")
        .with(said("strong", label::UNOFFICIAL))
        .text(" ")
        .live_text(move || stores.router().sourced(wording::made_from));
    styled("footer", "qp-footer")
        .with(unofficial)
        .with(said("p", wording::privacy(stores.page().is_page())))
        .with(arriving::later(stores, move |rest| (rest.footer)(stores)))
}

/// The button that deletes all that is kept, with the question that it asks.
pub(crate) fn rest(stores: Stores) -> Vec<El> {
    let dialog = styled("dialog", "qp-dialog").attr("aria-label", heading::DELETE_EVERYTHING);
    let handle: HtmlDialogElement = dialog.node().clone().unchecked_into();
    let trouble = RwSignal::new("");
    let show = {
        let handle = handle.clone();
        move || {
            trouble.set("");
            let _ = handle.show_modal();
        }
    };
    vec![
        button(act::DELETE_EVERYTHING_HERE, show),
        ask(stores, dialog, handle, trouble),
    ]
}

/// The question before everything goes.
fn ask(
    stores: Stores,
    dialog: El,
    handle: HtmlDialogElement,
    trouble: RwSignal<&'static str>,
) -> El {
    let export = move || {
        let kept = everything(&Browser);
        let is_all = kept.is_ok();
        let words = if is_all {
            ""
        } else {
            wording::not_all_exported()
        };
        trouble.set(words);
        let mut texts = kept.unwrap_or_default();
        // What is in no save is in the file as the save that it would be.
        let unsaved = stores.saves().each_unsaved(Session::next);
        texts.extend(unsaved.iter().map(|saved_plan| {
            let key = stores.storage().with(|plans| plans.key_of(saved_plan));
            (key, encode(saved_plan))
        }));
        if is_all || !texts.is_empty() {
            let texts = texts.into_iter().map(|(key, text)| (key, Node::Text(text)));
            let all = Node::Object(texts.collect());
            browser::download(file_name::EVERYTHING, &all.to_json());
        }
    };
    // While it is being deleted the dialogue stays.
    let busy = StoredValue::new(false);
    let close = {
        let handle = handle.clone();
        move || {
            if !busy.get_value() {
                handle.close();
            }
        }
    };
    let delete = move || {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let handle = handle.clone();
        let ended = move |has_failed: bool| {
            // The screen may have gone meanwhile.
            busy.try_set_value(false);
            trouble.try_set(if has_failed {
                wording::cannot_delete()
            } else {
                ""
            });
        };
        let done = move || {
            ended(false);
            handle.close();
        };
        stores.delete_everything(done, move || ended(true));
    };
    let dialog = dialog.on("cancel", move |event| {
        if busy.get_value() {
            event.prevent_default();
        }
    });
    let told = move || trouble.get().to_owned();
    dialog
        .with(said("h2", heading::DELETE_EVERYTHING))
        .with(said("p", wording::EVERYTHING_GOES))
        .with(el("p").attr("role", "alert").live_text(told))
        .with(
            styled("div", "qp-actions")
                .with(button(act::DOWNLOAD_EVERYTHING, export))
                .with(
                    button(act::DELETE_EVERYTHING, delete)
                        .attr("class", "qp-button qp-button--danger"),
                )
                .with(button(act::KEEP_EVERYTHING, close)),
        )
}
