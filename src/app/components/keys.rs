//! The usual keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

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
