//! What the units of the plan count for, as they are now: no binding follows it.

use leptos::prelude::*;

use super::EditorStore;
use crate::editor::{LadderView, WhereElse, ladder, where_else};
use crate::qualification::UnitCode;

impl EditorStore {
    /// The qualifications that count any of its units.
    pub(crate) fn ladder(self) -> LadderView {
        let held = self.0.get_value();
        let catalogue = held.stores.catalogues().all_now();
        let all = catalogue.by_suite();
        held.editor
            .with_untracked(|editor| ladder(&all, editor.plan(), &editor.context()))
    }

    /// Where else a unit counts.
    pub(crate) fn where_else(self, code: &UnitCode) -> Vec<WhereElse> {
        let held = self.0.get_value();
        let catalogue = held.stores.catalogues().all_now();
        let all = catalogue.by_suite();
        held.editor
            .with_untracked(|editor| where_else(&all, editor.plan(), code, &editor.context()))
    }
}
