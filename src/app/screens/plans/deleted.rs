//! A plan that was deleted.

use leptos::prelude::*;

use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, pressed};
use crate::saved_plans::Operation;
use crate::wording::act;

/// Its name, and the ways to have it back and to be rid of it.
#[component]
pub(super) fn Deleted<'a>(plan: &'a PlanSummary) -> View {
    let stores = expect_context::<Stores>();
    let name = stores.plans().name_of(plan);
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
