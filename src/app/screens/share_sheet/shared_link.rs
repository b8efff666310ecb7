//! The link of the share sheet, and what its parts share.

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

/// The class of a button that does something with it: one of them is the main one.
pub(super) const fn button_class(is_main: bool) -> &'static str {
    if is_main {
        "qp-button qp-button--main"
    } else {
        "qp-button"
    }
}
