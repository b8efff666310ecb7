//! The card of a plan, which stays while its plan is here.

use leptos::prelude::*;

use super::acting::Acting;
use super::card::Card;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live};

/// A place for the card, drawn anew where the plan or the catalogues have changed.
#[component]
pub(super) fn PlanCard(plan: Memo<Option<PlanSummary>>, acting: Acting) -> View {
    let stores = expect_context::<Stores>();
    let card = move || {
        // A catalogue that comes late may have its qualification.
        stores.catalogues().all();
        let plan = plan.get()?;
        Some(view! { <Card plan=&plan acting /> }.built())
    };
    view! { <li class="qp-plan-card">{live(card)}</li> }.built()
}
