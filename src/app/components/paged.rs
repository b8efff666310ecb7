//! A list that may be long: a page that builds hundreds of rows at once stands still meanwhile.

use std::sync::Arc;

use leptos::prelude::*;

use super::show_more::ShowMore;
use crate::app::focus;
use crate::app::view::{Build, View};
use crate::editor;

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
    let add = move |places: std::ops::Range<usize>| {
        let build = || places.map(|place| row(place)).collect::<Vec<View>>();
        let added = owner.as_ref().map(|owner| owner.with(|| untrack(build)));
        for row in added.unwrap_or_default() {
            let _ = rows.element().append_child(row.element());
        }
    };
    add(0..editor::page(number, page, page).showing);
    let shown = move || editor::page(number, most.get(), page);
    let grown = list.clone();
    let more = move || {
        let first = untrack(shown).showing;
        most.update(|most| *most = most.saturating_add(page));
        add(first..untrack(shown).showing);
        focus::on_child(grown.element(), first);
    };
    view! {
        <div class="qp-paged">
            {list}
            <ShowMore page=shown more=Box::new(more) />
        </div>
    }
    .built()
}
