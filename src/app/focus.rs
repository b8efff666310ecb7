//! Where the focus goes: the one place that moves it.
//!
//! It moves in the task in which what it goes to comes, before anything else can be heard. A frame or a
//! timer later, a key that was pressed in between would go to what had the focus before, or to nothing. So what
//! is to happen after the bindings waits in `queue_microtask`, here and elsewhere: bindings run in microtasks, in
//! the order in which they were woken, and so does this, in the same task.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement, Node};

use super::view::View;

/// The heading of every screen.
pub(super) const HEADING: &str = "qp-heading";

/// What is to have the focus and comes with a part of the program that is on its way.
struct Awaited {
    root: HtmlElement,
    /// What had the focus then.
    from: Option<Element>,
    id: String,
}

thread_local! {
    static AWAITED: RefCell<Option<Awaited>> = const { RefCell::new(None) };
    /// True until it has gone where it was sent last, as far as that is there.
    static GOES: Cell<bool> = const { Cell::new(false) };
}

/// Puts the focus on the element of this id in a planner, once what waits to be built is in the document.
pub(super) fn on(root: &HtmlElement, id: &str) {
    let (root, id) = (root.clone(), id.to_owned());
    let from = in_tree_of(&root);
    GOES.set(true);
    queue_microtask(move || {
        GOES.set(false);
        if !root.is_connected() {
            return;
        }
        let is_there = focus(&root, &id);
        AWAITED.set((!is_there).then_some(Awaited { root, from, id }));
    });
}

/// Has a dialogue closed by the browser, which gives the focus back to what opened it, but where it is sent elsewhere: a
/// dialogue that has left the document gives it to nothing.
pub(super) fn close(dialog: &HtmlDialogElement) {
    if GOES.get()
        && let Some(place) = dialog.parent_node()
    {
        let next = dialog.next_sibling();
        let _ = place.remove_child(dialog);
        let _ = place.insert_before(dialog, next.as_ref());
    }
    dialog.close();
}

/// A part has brought something: it has the focus, where that was awaited and the reader has not moved it
/// meanwhile.
pub(super) fn come() {
    let Some(awaited) = AWAITED.take() else {
        return;
    };
    let is_left = in_tree_of(&awaited.root).is_some_and(|now| awaited.from != Some(now));
    if !is_left && !focus(&awaited.root, &awaited.id) {
        AWAITED.set(Some(awaited));
    }
}

/// Puts the focus on an element that is there.
pub(super) fn put_on(element: &HtmlElement) {
    let _ = element.focus();
}

/// True where what stands in this has the focus, or nothing on the page.
pub(super) fn is_in(place: &View) -> bool {
    holds(place) || is_nowhere()
}

/// True where something in this has the focus.
pub(super) fn holds(place: &View) -> bool {
    let focused = in_tree_of(place.element());
    focused.is_some_and(|focused| place.element().contains(Some(&focused)))
}

/// True where nothing on the page has the focus: some browsers give a button that is clicked none.
pub(super) fn is_nowhere() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

/// What has the focus of all that is in one tree with this.
pub(super) fn in_tree_of(node: &Node) -> Option<Element> {
    let focused = js_sys::Reflect::get(&node.get_root_node(), &JsValue::from_str("activeElement"));
    focused.ok().and_then(|focused| focused.dyn_into().ok())
}

/// Puts the focus on what is read first in this. A line in which nothing stands is not shown, and takes none.
pub(super) fn first_in(place: &View) {
    let first = place
        .element()
        .query_selector("h1, h2, h3, h4, h5, h6, p:not(:empty), button, input");
    let first = first.ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        if first.tab_index() < 0 {
            let _ = first.set_attribute("tabindex", "-1");
        }
        let _ = first.focus();
    }
}

/// Has this begin where what is seen begins, and puts the focus on what is read first in it.
pub(super) fn lead_to(place: &View) {
    place.element().scroll_into_view();
    first_in(place);
}

/// Puts the focus on the child at this place, once it is there.
pub(super) fn on_child(parent: &Element, place: usize) {
    let parent = parent.clone();
    queue_microtask(move || {
        let child = u32::try_from(place).ok();
        let child = child.and_then(|place| parent.children().item(place));
        if let Some(child) = child.and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
            let _ = child.set_attribute("tabindex", "-1");
            put_on(&child);
        }
    });
}

/// Shows where a planner begins; where it is the page, the page begins there.
pub(super) fn to_top(root: &HtmlElement, is_page: bool) {
    root.set_scroll_top(0);
    if is_page {
        root.scroll_into_view();
    }
}

/// Has the element of this id begin where what is seen begins.
pub(super) fn scroll_to(root: &HtmlElement, id: &str) {
    if let Ok(Some(element)) = root.query_selector(&format!("#{id}")) {
        element.scroll_into_view();
    }
}

/// False where there is no such element.
fn focus(root: &HtmlElement, id: &str) -> bool {
    let found = root.query_selector(&format!("#{id}")).ok().flatten();
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let _ = element.focus();
    // What is typed takes the place of what stands in a field.
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    true
}
