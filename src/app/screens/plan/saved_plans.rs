//! The plans that are kept here, in the sheet of the planning screen.

use leptos::prelude::*;

use crate::app::components::standing::standing;
use crate::app::lazy::{Fetched, wasm_split};
use crate::app::screens::plans::about;
use crate::app::stores::editor::EditorStore;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live, pressed};

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

/// A plan with where it stands; all of it is the way to it, but for the one that is open.
#[component]
fn SavedPlan(plan: PlanSummary, is_open: bool) -> View {
    let stores = expect_context::<Stores>();
    let name = stores.plans().name_of(&plan);
    let known = stores.catalogues().all_now();
    let id = plan.snapshot.plan.qualification.clone();
    let of = known.qualification(&id).cloned();
    let about = about(&name, of.as_deref(), &id);
    let plan_of = &plan.snapshot.plan;
    let standing = of.map(|of| standing(&of, &stores.plans().judge(&of, plan_of)));
    let go = pressed(move || stores.router().go_to(&id, &plan.id));
    let title = if is_open {
        view! { <p class="qp-plan-name" aria-current="true">{name}</p> }.built()
    } else {
        view! { <button type="button" class="qp-plan-name" on:click=go>{name}</button> }.built()
    };
    view! {
        <li class="qp-plan-row" class=("qp-plan-row--open", is_open)>
            {title}
            <p class="qp-hint">{about}</p>
            {standing}
        </li>
    }
    .built()
}
