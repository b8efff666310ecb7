//! The units that somebody has as a ladder, from which each leads to a plan.

use leptos::prelude::*;

use crate::app::arriving;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::screens::ladder::Ladder;
use crate::app::stores::{Program, Stores};
use crate::app::view::{Build, View};
use crate::editor::{HeldView, held};
use crate::wording::ladder as words;

/// The sheet of what they count for.
#[component]
pub(super) fn HeldPlans(typed: RwSignal<String>, open: RwSignal<bool>) -> View {
    let stores = expect_context::<Stores>();
    let title = Signal::stored(words::WHAT_UNITS_COUNT_FOR.to_owned());
    let body = move || arriving::place(move || lazy::loading(plans(stores, typed)));
    view! { <Sheet title open body=Box::new(body) /> }.built()
}

#[wasm_split(ladder, wasm_split_path = leptos::wasm_split, fallible)]
fn plans(stores: Stores, typed: RwSignal<String>) -> Fetched<View> {
    let HeldView { ladder, .. } = held_now(stores, typed);
    Ok(view! { <Ladder ladder /> }.built())
}

/// What the units count for that stand in the field now.
pub(super) fn held_now(stores: Stores, typed: RwSignal<String>) -> HeldView {
    let catalogue = stores.catalogues().all_now();
    let context = Program::context(stores.page().today());
    typed.with_untracked(|text| held(&catalogue.by_suite(), text, &context))
}
