//! A group of units follows the plan, the search and the order.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use super::arrange::{arrange, arrange_parts};
use super::group_head::GroupHead;
use super::group_others::GroupOthers;
use crate::app::components::keys;
use crate::app::screens::plan::drawn::DrawnGroup;
use crate::app::screens::plan::unit_row::follow;
use crate::app::stores::editor::UnitsStore;
use crate::app::view::Build;
use crate::editor::Columns;
use crate::qualification::Qualification;

/// Has a group that was drawn follow: its head, its rows, their order, and the fold of those that are closed.
pub(in crate::app::screens::plan) fn complete_group(
    units: UnitsStore,
    of: &Arc<Qualification>,
    columns: &Columns,
    place: usize,
    drawn: &DrawnGroup,
) {
    let Some(group) = units.group(place) else {
        return;
    };
    drawn
        .head
        .fill(&view! { <GroupHead place group=drawn.group.clone() /> }.built());
    drawn.others.fill(&view! { <GroupOthers place /> }.built());
    for (place, view) in &drawn.rows {
        if let (Some(unit), Some(row)) = (of.units.get(*place), units.row(*place)) {
            follow(unit.code.clone(), row, view, columns.read(unit));
        }
    }
    let whole = drawn.group.element().clone();
    let lists = (drawn.list.element().clone(), drawn.closed.element().clone());
    let (fold, line) = (
        drawn.fold.element().clone(),
        drawn.fold_line.element().clone(),
    );
    let mut was_opened = false;
    let mut rows = vec![None; of.units.len()];
    for (place, row) in &drawn.rows {
        if let Some(at) = rows.get_mut(*place) {
            *at = Some(row.element().clone());
        }
    }
    let parts: Vec<Element> = drawn
        .parts
        .iter()
        .map(|part| part.element().clone())
        .collect();
    let show = RenderEffect::new(move |_| {
        group.with(|group| {
            let _ = whole
                .class_list()
                .toggle_with_force("qp-hidden", !group.shows_any());
            if parts.is_empty() {
                arrange(&lists.0, &group.open, &rows);
            } else {
                arrange_parts(&parts, group, &rows);
            }
            arrange(&lists.1, &group.closed, &rows);
            line.set_text_content(Some(&group.closed_line));
            let _ = fold
                .class_list()
                .toggle_with_force("qp-hidden", group.closed_line.is_empty());
            // Once open it is shut by the reader alone: no row goes away because of a tick.
            if group.opens_fold && !was_opened {
                was_opened = fold.set_attribute("open", "").is_ok();
            }
        });
        let lists = lists.clone();
        // Once the rows are hidden or shown that wait to be.
        queue_microtask(move || {
            keys::stop_at_shown(&lists.0);
            keys::stop_at_shown(&lists.1);
        });
    });
    StoredValue::new(show);
}
