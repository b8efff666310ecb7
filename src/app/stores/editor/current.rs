use leptos::prelude::*;

use super::EditorStore;
use crate::app::stores::Program;
use crate::editor::{Controls, Current, Editor};

impl EditorStore {
    /// Looks at the plan with where it stands.
    pub(crate) fn current<T>(self, look: impl FnOnce(Current<'_>) -> T) -> T {
        let held = self.0.get_value();
        // The sentences come with that.
        held.stores.program().has_summary();
        held.editor
            .with(|editor| look(editor.current(Program::sentences())))
    }

    /// The same as it is now: no binding follows it.
    pub(crate) fn current_now<T>(self, look: impl FnOnce(Current<'_>) -> T) -> T {
        let held = self.0.get_value();
        held.editor
            .with_untracked(|editor| look(editor.current(Program::sentences())))
    }

    /// Which of the buttons below the plan would change it.
    pub(crate) fn controls(self) -> Controls {
        self.0.get_value().editor.with(Editor::controls)
    }
}
