//! A plan that is kept here, in the sheet of the planning screen.

use leptos::prelude::*;

use crate::app::components::standing::standing;
use crate::app::screens::plans::about;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, pressed};

/// Its name with where it stands; all of it is the way to it, but for the one that is open.
#[component]
pub(super) fn SavedPlan(plan: PlanSummary, is_open: bool) -> View {
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
