//! A box of the list is ticked.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::app::stores::editor::EditorStore;
use crate::app::tables::engine;
use crate::qualification::UnitCode;

/// Picks a unit whose box was ticked, or takes it out.
pub(super) fn tick(editor: EditorStore, code: &UnitCode, event: &Event) {
    let picked = event_target_checked(event);
    match engine() {
        Some(engine) if editor.is_judged_now() => (engine.tick)(editor, code, picked),
        _ => editor.tick_unkept(code, picked),
    }
    // The browser has ticked the box. Where another tab changed the saved plan at the same time the
    // plan may be that of the other, in which this row is as it was.
    let picked = editor.is_picked(code);
    if let Some(field) = event.target() {
        let field: HtmlInputElement = field.unchecked_into();
        field.set_checked(picked);
        // The row looks so at once, whatever else comes of it.
        if let Some(row) = field.parent_element() {
            let _ = row
                .class_list()
                .toggle_with_force("qp-unit--picked", picked);
        }
    }
}
