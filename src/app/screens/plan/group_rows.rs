//! A group of units follows the plan, the search and the order.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::drawn::DrawnGroup;
use super::group_head::{GroupHead, GroupOthers};
use super::unit_follow::follow;
use crate::app::components::keys;
use crate::app::focus;
use crate::app::stores::editor::UnitsStore;
use crate::app::view::Build;
use crate::editor::{Columns, GroupRows, PART};
use crate::qualification::Qualification;

/// Has a group that was drawn follow: its head, its rows, their order, and the fold of those that are closed.
pub(super) fn complete_group(
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

/// Does that part by part.
fn arrange_parts(parts: &[Element], group: &GroupRows, rows: &[Option<Element>]) {
    for (at, part) in parts.iter().enumerate() {
        let places = group.open.chunks(PART).nth(at).unwrap_or_default();
        arrange(part, places, rows);
        let shown = group.shown_in_parts.get(at).copied();
        let shown = shown.unwrap_or(places.len());
        let _ = part.class_list().toggle_with_force("qp-hidden", shown == 0);
    }
}

/// Puts into a list those of the rows that are of the units at these places, in their order. Those that stand right are not moved: one
/// that is moved loses the focus, which is given back to it once the place that it has come to is shown.
fn arrange(list: &Element, places: &[usize], rows: &[Option<Element>]) {
    let mut next = list.first_element_child();
    for place in places {
        let Some(Some(row)) = rows.get(*place) else {
            continue;
        };
        if next.as_ref() == Some(row) {
            next = row.next_element_sibling();
        } else {
            let focused = focus::in_tree_of(list).filter(|focused| row.contains(Some(focused)));
            let before = next.as_ref().map(AsRef::<Node>::as_ref);
            let _ = list.insert_before(row, before);
            if let Some(focused) = focused.and_then(|focused| focused.dyn_into().ok()) {
                queue_microtask(move || focus::put_on(&focused));
            }
        }
    }
}
