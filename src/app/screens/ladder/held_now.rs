//! The units that somebody has typed, as they are now.

use leptos::prelude::*;

use crate::app::stores::{Program, Stores};
use crate::editor::{HeldView, held};

/// What the units count for that stand in the field now.
pub(super) fn held_now(stores: Stores, typed: RwSignal<String>) -> HeldView {
    let catalogue = stores.catalogues().all_now();
    let context = Program::context(stores.page().today());
    typed.with_untracked(|text| held(&catalogue.by_suite(), text, &context))
}
