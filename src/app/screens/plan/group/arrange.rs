//! The rows of a list stand in their order.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::app::focus;
use crate::editor::{GroupRows, PART};

/// Puts into a list those of the rows that are of the units at these places, in their order. Those that stand right are not moved: one
/// that is moved loses the focus, which is given back to it once the place that it has come to is shown.
pub(super) fn arrange(list: &Element, places: &[usize], rows: &[Option<Element>]) {
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

/// Does that part by part.
pub(super) fn arrange_parts(parts: &[Element], group: &GroupRows, rows: &[Option<Element>]) {
    for (at, part) in parts.iter().enumerate() {
        let places = group.open.chunks(PART).nth(at).unwrap_or_default();
        arrange(part, places, rows);
        let shown = group.shown_in_parts.get(at).copied();
        let shown = shown.unwrap_or(places.len());
        let _ = part.class_list().toggle_with_force("qp-hidden", shown == 0);
    }
}
