//! With which plan something is done as a whole.

use leptos::prelude::*;

use crate::app::stores::PlanSummary;

/// The plan whose sheet is open.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    pub(super) plan: RwSignal<Option<PlanSummary>>,
    pub(super) is_open: RwSignal<bool>,
}

impl Acting {
    pub(super) fn new() -> Self {
        Self {
            plan: RwSignal::new(None),
            is_open: RwSignal::new(false),
        }
    }

    /// Opens the sheet of a plan.
    pub(super) fn open(self, plan: PlanSummary) {
        self.plan.set(Some(plan));
        self.is_open.set(true);
    }
}
