//! A group of units as the first program draws it: its title and its units as they are listed.

use std::sync::Arc;

use leptos::prelude::*;

use super::drawn::{DrawnGroup, place};
use super::sheets::Sheets;
use super::unit_row::UnitRow;
use crate::app::components::bar::colour;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::editor::{Columns, row_id};
use crate::qualification::{Group, Qualification};

/// From so many rows on those out of view are neither laid out nor drawn.
const MANY: usize = 200;

/// The group at `at` of the qualification.
pub(super) fn unit_group(
    editor: EditorStore,
    of: &Arc<Qualification>,
    columns: &Columns,
    at: usize,
    group: &Group,
    sheets: Sheets,
) -> DrawnGroup {
    let heads = columns.heads();
    let heads: Vec<View> = heads
        .map(|head| view! { <span>{head}</span> }.built())
        .collect();
    let units = group.listed_units();
    let rows = units.enumerate().filter_map(|(row, code)| {
        let (id, place) = (row_id(at, code), of.unit_index(code)?);
        let unit = columns.unit(of, of.units.get(place)?);
        let code = code.clone();
        let view = view! { <UnitRow editor code unit id is_first={row == 0} sheets /> };
        Some((place, view.built()))
    });
    let rows: Vec<(usize, View)> = rows.collect();
    let many = rows.len() > MANY;
    let list: Vec<View> = rows.iter().map(|(_, row)| row.clone()).collect();
    let list = view! { <ul role="list" class=("qp-units--many", many)>{list}</ul> }.built();
    let (head, others) = (place("qp-part"), place("qp-part"));
    let fold = place("qp-part");
    let id = format!("group-{at}");
    let named_by = id.clone();
    let view = view! {
        <fieldset class=format!("qp-group {}", colour(at)) aria-labelledby=named_by>
            <div class="qp-group-head" id=id>
                <span class="qp-group-mark"></span>
                <h2>{group.title.clone()}</h2>
                {head.clone()}
                <span class="qp-group-figures" aria-hidden="true">{heads}</span>
            </div>
            {others.clone()}
            {list.clone()}
            {fold.clone()}
        </fieldset>
    };
    DrawnGroup {
        group: view.built(),
        head,
        others,
        list,
        rows,
        fold,
    }
}
