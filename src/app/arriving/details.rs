//! A place behind a summary.

use std::rc::Rc;

use leptos::prelude::*;

use super::place;
use crate::app::lazy::Loading;
use crate::app::signals::set_other;
use crate::app::view::{Build, View, heard, live};

/// It fills itself when it is first opened.
#[component]
pub(in crate::app) fn Details(
    summary: &'static str,
    fetch: Box<dyn Fn() -> Loading<View>>,
) -> View {
    let wanted = RwSignal::new(false);
    let fetch: Rc<dyn Fn() -> Loading<View>> = fetch.into();
    let fetch = StoredValue::<_, LocalStorage>::new_local(fetch);
    let body = move || {
        wanted.get().then(|| {
            place(move || {
                let fetch = fetch.get_value();
                fetch()
            })
        })
    };
    view! {
        <details
            class="qp-details"
            on:toggle=heard(move |_: web_sys::Event| set_other(wanted, true))
        >
            <summary>{summary}</summary>
            <div>{live(body)}</div>
        </details>
    }
    .built()
}
