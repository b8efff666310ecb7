//! The plans that are kept here, in the sheet of the planning screen.

use leptos::prelude::*;

use super::saved_plan::SavedPlan;
use crate::app::lazy::{Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};

/// How many are listed. All stand on the start screen, which the sheet leads to.
const MOST: usize = 12;

/// The list, the plan that is open among the others.
#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
pub(super) fn saved_plans(editor: EditorStore) -> Fetched<View> {
    let stores = editor.stores();
    let rows = move || -> Vec<View> {
        stores.plans().subscribe();
        stores.catalogues().all();
        let open = editor.as_saved().id;
        let plans = stores.plans().library().unwrap_or_default().plans;
        let plans = plans.into_iter().filter(|one| !one.deleted).take(MOST);
        plans
            .map(|one| {
                let is_open = one.id == open;
                view! { <SavedPlan plan=one is_open /> }.built()
            })
            .collect()
    };
    Ok(view! { <ul role="list" class="qp-plan-rows">{live(rows)}</ul> }.built())
}
