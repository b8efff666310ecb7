use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use super::sheets::Sheets;
use super::unit_row::UnitRow;
use crate::app::components::keys;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::{Build, View, heard};
use crate::editor::{Columns, row_id};
use crate::qualification::Qualification;

/// From so many rows on those out of view are neither laid out nor drawn.
const MANY: usize = 200;

/// Rows of units. Tab stops once among them; arrow keys go from row to row.
#[component]
pub(super) fn UnitRows(
    editor: EditorStore,
    units: UnitsStore,
    of: Arc<Qualification>,
    columns: Arc<Columns>,
    /// The place of the group in the qualification.
    group: usize,
    /// The places of the units.
    rows: Memo<Vec<usize>>,
    sheets: Sheets,
) -> View {
    let row = move |at: usize| {
        let (unit, row) = (of.units.get(at)?, units.row(at)?);
        let (code, id) = (unit.code.clone(), row_id(group, &unit.code));
        let unit = columns.unit(&of, unit);
        Some(view! { <UnitRow editor code unit row id sheets /> }.built())
    };
    let many = rows.with_untracked(|rows| rows.len() > MANY);
    let view = view! {
        <ul
            role="list"
            class=("qp-units--many", many)
            on:keydown=heard(move |event: KeyboardEvent| keys::rows(&event))
            on:focusin=heard(move |event: FocusEvent| keys::stop_here(&event))
        >
            <For each=move || rows.get() key=|at| *at children=row />
        </ul>
    };
    let view = view.built();
    let list = view.element().clone();
    let first = Memo::new(move |_| rows.with(|rows| units.first_shown(rows)));
    let stop = RenderEffect::new(move |_| {
        first.get();
        let list = list.clone();
        // Once the rows are hidden or shown that wait to be.
        queue_microtask(move || keys::stop_at_shown(&list));
    });
    StoredValue::new(stop);
    view
}
