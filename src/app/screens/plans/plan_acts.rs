//! The sheet of what can be done with a plan as a whole, behind the three dots of its card.

use leptos::prelude::*;

use super::acting::Acting;
use super::acts::Acts;
use crate::app::components::sheet::{Body, Sheet};
use crate::app::stores::Stores;
use crate::app::view::{Build, View};

/// The sheet of the plan with which something is done.
#[component]
pub(super) fn PlanActs(acting: Acting) -> View {
    let stores = expect_context::<Stores>();
    let Acting { plan, is_open } = acting;
    let title = Signal::derive(move || {
        plan.with(|plan| plan.as_ref().map(|plan| stores.plans().name_of(plan)))
            .unwrap_or_default()
    });
    let body: Body = Box::new(move || {
        let acts = plan.get_untracked();
        let acts = acts.map(|plan| view! { <Acts plan is_open /> }.built());
        view! { <div class="qp-part">{acts}</div> }.built()
    });
    view! { <Sheet title open=is_open body /> }.built()
}
