//! The field in which a file is chosen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::app::components::icon::{self, Icon};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, heard, live};
use crate::wording::act;

/// The field in which a file is chosen, under a label that looks like a button: `is_first` until a file was chosen,
/// `is_main` where nothing else is to be done.
#[component]
pub(super) fn FileField(
    failed: RwSignal<bool>,
    is_first: Signal<bool>,
    is_main: Signal<bool>,
) -> View {
    let stores = expect_context::<Stores>();
    let chosen = heard(move |event: Event| {
        let Some(field) = event.target() else {
            return;
        };
        let field: HtmlInputElement = field.unchecked_into();
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            failed.set(false);
            stores.import().choose_file(&file);
        }
        // The same file may be chosen again, once it was mended.
        field.set_value("");
    });
    let label = move || {
        if is_first.get() {
            act::CHOOSE_FILE
        } else {
            act::CHOOSE_ANOTHER_FILE
        }
    };
    view! {
        <label class="qp-button qp-file-field" class=("qp-button--main", live(move || is_main.get()))>
            <Icon outline=icon::FOLDER />
            <span prop:textContent=live(label)></span>
            <input type="file" class="qp-unseen" accept=".json,application/json" on:change=chosen />
        </label>
    }
    .built()
}
