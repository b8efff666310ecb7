//! What a planning screen asks of the engine only for what is looked at.

use leptos::prelude::*;

use super::EditorStore;
use crate::assess::Effective;
use crate::editor::{Editor, FillRequest, FillView, KeptOut, Primary};
use crate::plan::{Action, Plan};
use crate::qualification::UnitCode;

impl EditorStore {
    /// The first request for ways to complete the plan.
    pub(crate) fn fill_request(self) -> FillRequest {
        let held = self.0.get_value();
        held.editor
            .with_untracked(|editor| FillRequest::new(&held.qualification, editor.plan()))
    }

    /// The best ways to complete the plan so.
    pub(crate) fn fill(self, request: &FillRequest) -> FillView {
        self.0
            .get_value()
            .editor
            .with(|editor| editor.fill(request))
    }

    /// What plans the units one after the other at so many hours a week, and when the last of them ends then.
    pub(crate) fn spread(self, hours_a_week: u32) -> (Action, String) {
        self.0
            .get_value()
            .editor
            .with(|editor| editor.spread(hours_a_week))
    }

    /// Looks at the plan as it is now: no binding follows it.
    pub(crate) fn plan_now<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.0
            .get_value()
            .editor
            .with_untracked(|editor| look(editor.plan()))
    }

    /// What gets the plan further, as it is now: no binding follows it.
    pub(crate) fn primary(self) -> Primary {
        self.0.get_value().editor.with_untracked(Editor::primary)
    }

    /// Has the plan judged by a longer search, and says what came of it.
    pub(crate) fn look_longer(self) {
        let held = self.0.get_value();
        held.settle();
        let state = |editor: &Editor| editor.assessment().state;
        let was = held.editor.with_untracked(state);
        held.editor.update(Editor::look_longer);
        if held.editor.with_untracked(state) != was {
            // The plan is as it was; what the host page was told of it is not.
            held.emit(was);
        }
        self.announce();
    }

    /// Looks at when the plan was last left alone for a moment.
    pub(crate) fn follow_pauses(self) {
        self.0.get_value().debounced.track();
    }

    /// The picked units in whose place others count.
    pub(crate) fn kept_out(self) -> Vec<KeptOut> {
        self.0.get_value().editor.with(Editor::kept_out)
    }

    /// What the rules together leave to each group.
    pub(crate) fn effective(self) -> Vec<Effective> {
        self.0.get_value().editor.with(Editor::effective)
    }

    /// What picking a unit would do, or what it does in the plan, a moment after each change.
    pub(crate) fn outlook(self, code: &UnitCode) -> String {
        let held = self.0.get_value();
        held.debounced.track();
        held.editor.with_untracked(|editor| editor.outlook(code))
    }
}
