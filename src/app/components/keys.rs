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
    let list = row.parent_element();
    let to = match event.key().as_str() {
        "ArrowDown" => next_shown(&row, Element::next_element_sibling),
        "ArrowUp" => next_shown(&row, Element::previous_element_sibling),
        "Home" => list.and_then(|list| first_shown(&list)),
        "End" => list.and_then(|list| {
            shown_from(
                list.last_element_child()?,
                Element::previous_element_sibling,
            )
        }),
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
        && let Some(list) = row.parent_element()
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

fn first_shown(list: &Element) -> Option<Element> {
    shown_from(list.first_element_child()?, Element::next_element_sibling)
}

fn next_shown(row: &Element, next: fn(&Element) -> Option<Element>) -> Option<Element> {
    shown_from(next(row)?, next)
}

fn shown_from(row: Element, next: fn(&Element) -> Option<Element>) -> Option<Element> {
    std::iter::successors(Some(row), next).find(is_shown)
}
