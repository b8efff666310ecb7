//! What is asked of the ways to complete a plan, and what was found.

use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::editor::{FillRequest, FillView, WayView};
use crate::qualification::UnitCode;

/// The id of what opens the choice of a unit to keep or to leave out.
pub(super) const ADD: &str = "qp-add-wish";

/// What is asked, what was found, and what is compared of that.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    pub(super) editor: EditorStore,
    pub(super) request: RwSignal<FillRequest>,
    pub(super) found: Memo<FillView>,
    /// The ways to be compared, by their names.
    pub(super) compared: RwSignal<Vec<String>>,
}

impl Filling {
    pub(super) fn new(editor: EditorStore) -> Self {
        let first = editor.fill_request();
        let request = RwSignal::new(first);
        Self {
            editor,
            request,
            found: Memo::new(move |_| request.with(|request| editor.fill(request))),
            compared: RwSignal::new(Vec::new()),
        }
    }

    /// Has every way keep a unit.
    pub(super) fn keep(self, code: UnitCode) {
        let keep =
            |request: &mut FillRequest| self.editor.plan_now(|plan| request.keep(plan, code));
        self.request.update(keep);
    }

    /// Has no way have a unit.
    pub(super) fn leave_out(self, code: UnitCode) {
        self.request.update(|request| request.leave_out(code));
    }

    /// Leaves open whether a way has a unit.
    pub(super) fn release(self, code: UnitCode) {
        let release =
            |request: &mut FillRequest| self.editor.plan_now(|plan| request.release(plan, code));
        self.request.update(release);
    }

    /// Puts a way beside others, or takes it away again.
    pub(super) fn compare(self, name: &str, is_in: bool) {
        self.compared.update(|all| {
            all.retain(|one| one != name);
            if is_in {
                all.push(name.to_owned());
            }
        });
    }

    /// The ways that are to be compared and are there.
    pub(super) fn compared(self) -> Vec<WayView> {
        let names = self.compared.get();
        self.found.with(|found| {
            let ways = found.ways.iter();
            ways.filter(|way| names.contains(&way.name))
                .cloned()
                .collect()
        })
    }
}
