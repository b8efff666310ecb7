//! The way to a plan.

use leptos::prelude::*;

use crate::app::screens::Way;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View};

/// The way to a plan that is kept, by its name.
#[component]
pub(in crate::app::screens) fn Link<'a>(plan: &'a PlanSummary) -> View {
    let stores = expect_context::<Stores>();
    let name = stores.plans().name_of(plan);
    let content = view! { <span>{name}</span> }.built();
    let address = format!("{}:{}", plan.snapshot.plan.qualification, plan.id);
    view! { <Way name=address class="qp-link" content /> }.built()
}
