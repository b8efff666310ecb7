//! A list that may be long: a page that builds hundreds of rows at once stands still meanwhile.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::focus;
use crate::app::view::{Build, View, live, pressed};
use crate::editor;
use crate::wording;

/// Builds the row at this place: a list item.
pub(crate) type Row = Arc<dyn Fn(usize) -> View + Send + Sync>;

/// The first rows of so many, and a button for more. Rows that are there stay as they are.
///
/// The focus goes to the first of the new rows.
#[component]
pub(crate) fn Paged(class: &'static str, page: usize, number: usize, row: Row) -> View {
    let most = RwSignal::new(page);
    let list = view! { <ul role="list" class=class></ul> }.built();
    let (owner, rows) = (Owner::current(), list.clone());
    let add = move |places: std::ops::Range<usize>| -> Option<View> {
        let build = || places.map(|place| row(place)).collect::<Vec<View>>();
        let added = owner.as_ref().map(|owner| owner.with(|| untrack(build)));
        let added = added.unwrap_or_default();
        for row in &added {
            let _ = rows.element().append_child(row.element());
        }
        added.into_iter().next()
    };
    add(0..editor::page(number, page, page).showing);
    let show_more = move || {
        let showing = |most: usize| editor::page(number, most, page).showing;
        let before = most.get_untracked();
        let now = before.saturating_add(page);
        let first = add(showing(before)..showing(now));
        most.set(now);
        if let Some(first) = first.and_then(|row| row.element().clone().dyn_into().ok()) {
            let first: HtmlElement = first;
            let _ = first.set_attribute("tabindex", "-1");
            focus::put_on(&first);
        }
    };
    let words = move || {
        let now = editor::page(number, most.get(), page);
        (now.rest > 0).then(|| wording::show_more(now.next, now.rest))
    };
    let is_all = live(move || words().is_none());
    view! {
        <div class="qp-paged">
            {list}
            <button
                type="button"
                class="qp-button"
                class=("qp-hidden", is_all)
                on:click=pressed(show_more)
                prop:textContent=live(move || words().unwrap_or_default())
            ></button>
        </div>
    }
    .built()
}
