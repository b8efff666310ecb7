//! The list of units of a planning screen: a signal for each row, so that a tick touches the rows that it changes and
//! no others.

use std::sync::Arc;

use leptos::prelude::*;

use super::EditorStore;
use crate::editor::{GroupRows, ListChanges, RowView, UnitList};
use crate::qualification::Qualification;

/// The list of units, with what each row shows.
#[derive(Clone, Copy)]
pub(crate) struct UnitsStore {
    editor: EditorStore,
    list: RwSignal<UnitList, LocalStorage>,
    rows: StoredValue<Vec<RwSignal<RowView>>>,
    groups: StoredValue<Vec<RwSignal<GroupRows>>>,
}

impl UnitsStore {
    /// The list of the qualification that is planned for, kept in step with the plan.
    pub(crate) fn new(editor: EditorStore, of: &Arc<Qualification>) -> Self {
        let list = UnitList::new(Arc::clone(of));
        let rows = (0..of.units.len()).map(|place| list.row(place));
        let rows = rows.map(|row| RwSignal::new(row.cloned().unwrap_or_default()));
        let groups = (0..of.groups.len()).map(|place| list.group(place));
        let groups = groups.map(|group| RwSignal::new(group.cloned().unwrap_or_default()));
        let units = Self {
            editor,
            rows: StoredValue::new(rows.collect()),
            groups: StoredValue::new(groups.collect()),
            list: RwSignal::new_local(list),
        };
        StoredValue::new(RenderEffect::new(move |_| units.follow()));
        units
    }

    /// What the row of the unit at this place of the qualification shows.
    pub(crate) fn row(self, place: usize) -> Option<RwSignal<RowView>> {
        self.rows.with_value(|rows| rows.get(place).copied())
    }

    /// The rows of the group at this place of the qualification, in their order.
    pub(crate) fn group(self, place: usize) -> Option<RwSignal<GroupRows>> {
        self.groups.with_value(|groups| groups.get(place).copied())
    }

    /// Looks at the search, the filters and the order.
    pub(crate) fn with<T>(self, look: impl FnOnce(&UnitList) -> T) -> T {
        self.list.with(look)
    }

    /// Changes the search, a filter or the order.
    pub(crate) fn change(self, change: impl FnOnce(&mut UnitList)) {
        self.editor.settle();
        self.list.update(change);
        self.show(untrack(|| {
            self.editor.current(|current| self.changes(&current))
        }));
    }

    /// Shows the plan as it is.
    fn follow(self) {
        let changes = self.editor.current(|current| self.changes(&current));
        untrack(|| {
            self.show(changes);
            // A box that was ticked may be another than its row, where the tick was taken back before it was shown.
            let of = self.editor.qualification();
            for code in self.editor.take_ticked() {
                if let Some(row) = of.unit_index(&code).and_then(|place| self.row(place)) {
                    row.notify();
                }
            }
        });
    }

    fn changes(self, current: &crate::editor::Current<'_>) -> ListChanges {
        let mut changes = ListChanges::default();
        self.list
            .update_untracked(|list| changes = list.update(current));
        changes
    }

    fn show(self, changes: ListChanges) {
        self.list.with_untracked(|list| {
            for place in changes.rows {
                if let (Some(signal), Some(row)) = (self.row(place), list.row(place)) {
                    signal.set(row.clone());
                }
            }
            for place in changes.groups {
                if let (Some(signal), Some(rows)) = (self.group(place), list.group(place)) {
                    signal.set(rows.clone());
                }
            }
        });
    }
}
