//! What the planning screen hears of the keyboard.

use web_sys::{FocusEvent, KeyboardEvent};

use crate::app::components::keys;
use crate::app::stores::editor::EditorStore;

/// The usual keys: takes back, and does again; goes from row to row.
pub(crate) fn keys(editor: EditorStore, event: &KeyboardEvent) {
    keys::undo(event, |forth| {
        if forth {
            editor.redo();
        } else {
            editor.undo();
        }
        true
    });
    keys::rows(event);
}

/// Something of the units has the focus.
pub(crate) fn focused(event: &FocusEvent) {
    keys::stop_here(event);
}
