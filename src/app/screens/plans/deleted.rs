use std::sync::Arc;

use leptos::prelude::*;

use super::kept::PAGE;
use crate::app::components::paged::{Paged, Row};
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::saved_plans::Operation;
use crate::wording::{self, act, heading};

/// The plans that were deleted, folded away, until they are removed for good.
#[component]
pub(super) fn DeletedPlans(plans: Memo<Vec<PlanSummary>>) -> View {
    let folded = move || {
        let plans = plans.get();
        let number = plans.len();
        let row: Row = Arc::new(move |place| {
            let row = plans.get(place).cloned();
            row.map_or_else(
                || view! { <li></li> }.built(),
                |plan| view! { <Deleted plan /> }.built(),
            )
        });
        (number > 0).then(|| {
            view! {
                <details class="qp-details">
                    <summary>{heading::deleted_plans(number)}</summary>
                    <p>{wording::DELETED_STAY}</p>
                    <Paged class="" page=PAGE number row />
                </details>
            }
            .built()
        })
    };
    view! { <div class="qp-place">{live(folded)}</div> }.built()
}

#[component]
fn Deleted(plan: PlanSummary) -> View {
    let stores = expect_context::<Stores>();
    let name = stores.plans().name_of(&plan);
    let (back, away) = (plan.clone(), plan.clone());
    let bring_back = pressed(move || {
        stores.plans().apply(Operation::Restore, &back);
        stores.page().focus_heading();
    });
    let remove = pressed(move || {
        stores.plans().remove(&away);
        stores.page().focus_heading();
    });
    // What a newer version made is not written here.
    let acts = (!plan.newer).then(|| {
        let back_label = act::of_one(act::BRING_BACK, &name);
        let remove_label = act::of_one(act::REMOVE_FOR_GOOD, &name);
        view! {
            <div class="qp-actions">
                <button type="button" class="qp-button" aria-label=back_label on:click=bring_back>
                    {act::BRING_BACK}
                </button>
                <button type="button" class="qp-button" aria-label=remove_label on:click=remove>
                    {act::REMOVE_FOR_GOOD}
                </button>
            </div>
        }
        .built()
    });
    view! { <li class="qp-deleted-plan"><p>{name}</p>{acts}</li> }.built()
}
