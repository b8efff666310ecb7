//! The usual keys.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// Takes something back on Ctrl+Z, and does it again (`true`) on Ctrl+Shift+Z or Ctrl+Y; on a Mac with ⌘.
/// What is being typed keeps the browser's own.
pub(crate) fn undo(event: &Event, act: impl FnOnce(bool)) {
    let Some(keys) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.type_() != "checkbox");
    if typing || !(keys.ctrl_key() || keys.meta_key()) {
        return;
    }
    match (keys.key().as_str(), keys.shift_key()) {
        ("z", false) => act(false),
        ("Z" | "z", true) | ("y", false) => act(true),
        _ => return,
    }
    event.prevent_default();
}
