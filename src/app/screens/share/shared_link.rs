use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::exchange::link;

/// The id of the field that has the link.
pub(super) const FIELD: &str = "qp-plan-link";

/// The link as it is: the plan may change in another tab.
#[derive(Clone, Copy)]
pub(super) struct SharedLink {
    pub(super) editor: EditorStore,
    pub(super) is_named: RwSignal<bool>,
}

impl SharedLink {
    /// The plan's name is in it only where that is asked for.
    pub(super) fn new(editor: EditorStore) -> Self {
        let is_named = RwSignal::new(false);
        Self { editor, is_named }
    }

    /// The whole address.
    pub(super) fn address(self) -> String {
        let link = link::encode(&self.editor.snapshot(), self.is_named.get());
        self.editor.stores().page().address(&link)
    }

    pub(super) fn name(self) -> String {
        self.editor.plan(|plan| plan.name.clone())
    }
}
