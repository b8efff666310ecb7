//! A group of units as the first program draws it: its title and its units.

mod arrange;
mod group_head;
mod group_others;
mod group_rows;
mod rows;

use std::sync::Arc;

use leptos::prelude::*;

pub(super) use group_rows::complete_group;
use rows::{fold_of, in_parts, list_of, views};

use super::drawn::{DrawnGroup, place};
use super::sheets::Sheets;
use super::unit_row::UnitRow;
use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::drawing::colour;
use crate::editor::{Columns, row_id};
use crate::qualification::{Group, Qualification, UnitCode};

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
    let row = |(is_first, code): (bool, &UnitCode)| {
        let (id, place) = (row_id(at, code), of.unit_index(code)?);
        let unit = columns.unit(of, of.units.get(place)?);
        let code = code.clone();
        let view = view! { <UnitRow code unit id is_first sheets /> };
        Some((place, view.built()))
    };
    // Those that are closed stand apart from the beginning, so that none moves there when the plan is judged.
    let is_closed = |code: &&UnitCode| editor.current_now(|current| current.is_closed(code));
    let (closed, open): (Vec<&UnitCode>, Vec<&UnitCode>) =
        group.listed_units().partition(is_closed);
    let rows_of = |codes: &[&UnitCode]| {
        let codes = codes.iter().enumerate();
        let rows = codes.filter_map(|(place, code)| row((place == 0, code)));
        rows.collect::<Vec<(usize, View)>>()
    };
    let words = editor.current_now(|current| current.closed_line(&closed));
    let (mut rows, closed) = (rows_of(&open), rows_of(&closed));
    let parts = in_parts(&rows);
    let listed = if parts.is_empty() {
        views(&rows)
    } else {
        parts.clone()
    };
    let (list, closed_list) = (list_of(listed), list_of(views(&closed)));
    let (fold, fold_line) = fold_of(words, &closed_list);
    rows.extend(closed);
    let (head, others) = (place("qp-part"), place("qp-part"));
    if let Some(words) = editor.stores().page().left_to_group(of, at) {
        others.fill(&view! { <p class="qp-hint qp-group-others">{words}</p> }.built());
    }
    let view = view! {
        <fieldset class=format!("qp-group {}", colour(at)) aria-label=group.title.clone()>
            <div class="qp-group-head">
                <span class="qp-group-mark"></span>
                {heading_of(2).child(group.title.clone())}
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
        parts,
        rows,
        fold,
        fold_line,
        closed: closed_list,
    }
}
