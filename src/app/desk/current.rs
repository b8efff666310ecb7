use super::super::rest::rest;
use super::Desk;
use crate::editor::{Controls, Current, Editor, Sentences};

impl Desk {
    /// Looks at the plan with where it stands.
    pub(in crate::app) fn current<T>(self, look: impl FnOnce(Current<'_>) -> T) -> T {
        let held = self.0.held();
        held.editor.look(|editor| look(editor.current(sentences())))
    }

    /// The same as it is now: no binding follows it.
    pub(in crate::app) fn current_now<T>(self, look: impl FnOnce(Current<'_>) -> T) -> T {
        let held = self.0.held();
        held.editor.peek(|editor| look(editor.current(sentences())))
    }

    /// Which of the buttons below the plan would change it.
    pub(in crate::app) fn controls(self) -> Controls {
        self.0.held().editor.look(Editor::controls)
    }
}

fn sentences() -> Option<Sentences> {
    rest().map(|rest| rest.sentences)
}
