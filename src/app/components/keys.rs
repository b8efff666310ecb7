//! The usual keys.

use wasm_bindgen::JsCast;

use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent};

use crate::app::focus;

/// Takes something back on Ctrl+Z, and does it again (`true`) on Ctrl+Shift+Z or Ctrl+Y; on a Mac with ⌘.
/// What is being typed keeps the browser's own, and so does a key for which `act` finds nothing to do.
pub(crate) fn undo(event: &Event, act: impl FnOnce(bool) -> bool) {
    let Some(keys) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.matches("input:not([type=checkbox]), textarea").ok());
    if typing == Some(true) || !(keys.ctrl_key() || keys.meta_key()) {
        return;
    }
    let done = match (keys.key().as_str(), keys.shift_key()) {
        ("z", false) => act(false),
        ("Z" | "z", true) | ("y", false) => act(true),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// The control of a row on which Tab stops.
const STOP: &str = "[tabindex='0']";

/// A row that is shown.
const SHOWN: &str = "li:not(.qp-hidden)";

/// Moves the focus within a list: up and down, to the first and the last row, and in a row between its box and its
/// button. Tab stops once in a list, where the focus was last.
pub(crate) fn rows(event: &KeyboardEvent) {
    let Some(from) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let Some(row) = from.closest("li").ok().flatten() else {
        return;
    };
    let to = match event.key().as_str() {
        "ArrowDown" => shown_from(beside(&row, true), true),
        "ArrowUp" => shown_from(beside(&row, false), false),
        "Home" => list_of(&row).and_then(|list| first_shown(&list)),
        "End" => list_of(&row).and_then(|list| last_shown(&list)),
        "ArrowLeft" | "ArrowRight" => {
            let is_box = from.matches("input").unwrap_or_default();
            return step(
                event,
                row.query_selector(if is_box { "button" } else { "input" })
                    .ok()
                    .flatten(),
            );
        }
        _ => None,
    };
    step(event, to.and_then(|row| control(&row)));
}

/// Has Tab stop at the row in which the focus is now.
pub(crate) fn stop_here(event: &FocusEvent) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let row = target.and_then(|target| target.closest("li").ok().flatten());
    if let Some(row) = row
        && let Some(list) = list_of(&row)
    {
        stop_at(&list, &row);
    }
}

/// Has Tab stop at the first row that is shown, where the row at which it did is hidden now.
pub(crate) fn stop_at_shown(list: &Element) {
    let stop = list.query_selector(STOP).ok().flatten();
    let row = stop.and_then(|stop| stop.closest("li").ok().flatten());
    if row.is_some_and(|row| is_shown(&row)) {
        return;
    }
    if let Some(row) = first_shown(list) {
        stop_at(list, &row);
    }
}

fn stop_at(list: &Element, row: &Element) {
    if let Some(stop) = list.query_selector(STOP).ok().flatten() {
        let _ = stop.set_attribute("tabindex", "-1");
    }
    if let Some(control) = control(row) {
        let _ = control.set_attribute("tabindex", "0");
    }
}

fn step(event: &KeyboardEvent, to: Option<Element>) {
    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        focus::put_on(&to);
    }
}

fn control(row: &Element) -> Option<Element> {
    row.query_selector("input").ok().flatten()
}

fn is_shown(row: &Element) -> bool {
    !row.class_list().contains("qp-hidden")
}

/// The list of a row, which stands in it or in a part of it.
fn list_of(row: &Element) -> Option<Element> {
    row.closest("ul").ok().flatten()
}

fn first_shown(list: &Element) -> Option<Element> {
    list.query_selector(SHOWN).ok().flatten()
}

fn last_shown(list: &Element) -> Option<Element> {
    let end = list.last_element_child()?;
    let row = if end.matches("li").ok()? {
        end
    } else {
        end.last_element_child()?
    };
    shown_from(Some(row), false)
}

/// The row after or before one, in its part of the list or the one beside that.
fn beside(row: &Element, after: bool) -> Option<Element> {
    let sibling = |of: &Element| {
        if after {
            of.next_element_sibling()
        } else {
            of.previous_element_sibling()
        }
    };
    sibling(row).or_else(|| {
        let part = row.closest(".qp-rows").ok().flatten()?;
        let part = sibling(&part)?;
        if after {
            part.first_element_child()
        } else {
            part.last_element_child()
        }
    })
}

fn shown_from(row: Option<Element>, after: bool) -> Option<Element> {
    std::iter::successors(row, |row| beside(row, after)).find(is_shown)
}
