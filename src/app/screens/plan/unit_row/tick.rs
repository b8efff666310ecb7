//! A box of the list is ticked.

use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

use crate::app::browser;
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
    // To lay a row out anew may take as long as all else: it follows the box in the next frame.
    let field: HtmlInputElement = event_target(event);
    browser::after_paint(move || {
        if let Some(row) = field.parent_element() {
            let _ = row
                .class_list()
                .toggle_with_force("qp-unit--picked", field.checked());
        }
    });
}
