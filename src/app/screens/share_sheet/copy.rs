//! A copy of a plan that is taken out of the browser, as a file.

use crate::app::screens::exports;
use crate::app::screens::plans::moment;
use crate::app::stores::editor::EditorStore;
use crate::editor::LastCopy;
use crate::exchange::file::Item;

/// Offers the plan as a file.
pub(in crate::app::screens) fn copy(editor: EditorStore) {
    let _ = exports::save_one(editor.stores(), Item::of(&editor.as_saved()));
    editor.log_copy();
}

/// When a copy was last taken, and when the plan was changed.
pub(in crate::app::screens) fn copies(editor: EditorStore) -> LastCopy {
    let (taken, changed) = editor.copied();
    LastCopy { taken, changed }
}

/// The same in words.
pub(super) fn last_copy(editor: EditorStore) -> String {
    let copies = copies(editor);
    let taken = copies.taken;
    let when = taken.and_then(|taken| moment(editor.stores(), taken));
    copies.line(when.as_deref())
}
