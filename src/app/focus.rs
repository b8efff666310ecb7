//! Where the focus goes: the one place that moves it.
//!
//! It moves in the task in which what it goes to comes, before anything else can be heard. A frame or a
//! timer later, a key that was pressed in between would go to what had the focus before, or to nothing.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::live::after_bindings;
use super::state::State;

/// The heading of every screen.
pub(super) const HEADING: &str = "qp-heading";

impl State {
    /// Puts the focus on the element of this id, once what waits to be built is in the document.
    pub(super) fn focus(self, id: &str) {
        let id = id.to_owned();
        after_bindings(move || {
            if let Some(held) = self.0.still_held() {
                focus(&held.options.root, &id);
            }
        });
    }

    /// The same for the heading of the screen.
    pub(super) fn focus_heading(self) {
        self.focus(HEADING);
    }

    /// The same, where `from` has the focus, or nothing on the page: some browsers give a button that is
    /// clicked no focus.
    pub(super) fn focus_from(self, from: &str, id: &str) {
        let elsewhere = || {
            document()
                .active_element()
                .is_some_and(|one| one.tag_name() != "BODY")
        };
        let moves = match self.focused() {
            Some(focused) => focused.id() == from,
            None => !elsewhere(),
        };
        if moves {
            self.focus(id);
        }
    }

    /// Another screen comes in place of this one: its heading takes the focus where the reader has asked for
    /// it, or is in what goes. A catalogue that comes late and a host that shows another qualification take
    /// the focus from nobody.
    pub(super) fn focus_screen(self, by_reader: bool) {
        if by_reader || self.focused().is_some() {
            self.focus_heading();
        }
    }

    /// What has the focus in the planner; nothing where that is elsewhere.
    fn focused(self) -> Option<Element> {
        let tree = self.0.held().options.root.get_root_node();
        let focused = js_sys::Reflect::get(&tree, &JsValue::from_str("activeElement"));
        focused.ok().and_then(|focused| focused.dyn_into().ok())
    }
}

fn focus(root: &HtmlElement, id: &str) {
    let found = root.query_selector(&format!("#{id}")).ok().flatten();
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let _ = element.focus();
    // What is typed takes the place of what stands in a field.
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
}
