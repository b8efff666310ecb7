//! A box of the list is ticked.

use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

use crate::app::stores::editor::EditorStore;
use crate::app::tables::engine;
use crate::qualification::UnitCode;

/// Picks a unit whose box was ticked, or takes it out. The browser has ticked the box already.
pub(super) fn tick(editor: EditorStore, code: &UnitCode, event: &Event) {
    let picked = event_target_checked(event);
    match engine() {
        Some(engine) if editor.is_judged_now() => (engine.tick)(editor, code, picked),
        _ => editor.tick_unkept(code, picked),
    }
    // The row looks so at once, whatever else comes of it.
    let field: HtmlElement = event_target(event);
    if let Some(row) = field.parent_element() {
        let _ = row
            .class_list()
            .toggle_with_force("qp-unit--picked", picked);
    }
}
