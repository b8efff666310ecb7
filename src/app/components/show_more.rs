//! The button for more of a list.

use leptos::prelude::*;

use crate::app::view::{Build, View, live, pressed};
use crate::editor::Page;
use crate::wording;

/// Nothing stands there where all of it is shown.
#[component]
pub(crate) fn ShowMore(
    page: impl Fn() -> Page + Copy + Send + 'static,
    more: Box<dyn FnMut()>,
) -> View {
    let words = move || {
        let page = page();
        (page.rest > 0).then(|| wording::show_more(page.next, page.rest))
    };
    view! {
        <button
            type="button"
            class="qp-button"
            class=("qp-hidden", live(move || words().is_none()))
            on:click=pressed(more)
            prop:textContent=live(move || words().unwrap_or_default())
        ></button>
    }
    .built()
}
