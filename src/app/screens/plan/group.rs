use std::sync::Arc;

use leptos::prelude::*;

use super::sheets::Sheets;
use super::unit_rows::UnitRows;
use crate::app::arriving::comes;
use crate::app::components::bar::colour;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::{Build, View, live};
use crate::editor::{Columns, GroupRows};
use crate::qualification::Qualification;

/// A group of units: its head, its rows, and those that are closed folded away below them.
#[component]
pub(super) fn UnitGroup(
    editor: EditorStore,
    units: UnitsStore,
    of: Arc<Qualification>,
    columns: Arc<Columns>,
    title: String,
    /// The place of the group in the qualification.
    place: usize,
    rows: RwSignal<GroupRows>,
    sheets: Sheets,
) -> View {
    let heads = columns
        .heads()
        .map(|head| view! { <span>{head}</span> }.built());
    let heads: Vec<View> = heads.collect();
    let open = Memo::new(move |_| rows.with(|rows| rows.open.clone()));
    let closed = Memo::new(move |_| rows.with(|rows| rows.closed.clone()));
    let is_empty = Memo::new(move |_| {
        let none = |rows: &Vec<usize>| units.first_shown(rows).is_none();
        open.with(none) && closed.with(none)
    });
    let folded = (Arc::clone(&of), Arc::clone(&columns));
    // Once open it is shut by the reader alone: no row goes away because of a tick.
    let fold = Memo::new(move |was| was == Some(&true) || rows.with(|rows| rows.opens_fold));
    let head = format!("group-{place}");
    let named_by = head.clone();
    view! {
        <fieldset
            class=format!("qp-group {}", colour(place))
            class=("qp-hidden", live(move || is_empty.get()))
            aria-labelledby=named_by
        >
            <div class="qp-group-head" id=head>
                <span class="qp-group-mark"></span>
                <h2>{title}</h2>
                {comes(editor.stores(), move |rest| (rest.group_head)(editor, place))}
                <span class="qp-group-figures" aria-hidden="true">{heads}</span>
            </div>
            {comes(editor.stores(), move |rest| (rest.group_others)(editor, place))}
            <UnitRows editor units of columns group=place rows=open sheets />
            <details
                class="qp-fold"
                class=("qp-hidden", live(move || rows.with(|rows| rows.closed_line.is_empty())))
                prop:open=live(move || fold.get())
            >
                <summary prop:textContent=live(move || rows.with(|rows| rows.closed_line.clone()))></summary>
                <UnitRows editor units of=folded.0 columns=folded.1 group=place rows=closed sheets />
            </details>
        </fieldset>
    }
    .built()
}
