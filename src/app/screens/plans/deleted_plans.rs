//! The plans that were deleted.

use std::sync::Arc;

use leptos::prelude::*;

use super::deleted::Deleted;
use super::kept::PAGE;
use crate::app::components::paged::{Paged, Row};
use crate::app::stores::PlanSummary;
use crate::app::view::{Build, View, live};
use crate::wording::{self, heading};

/// Folded away, until they are removed for good.
#[component]
pub(super) fn DeletedPlans(plans: Memo<Vec<PlanSummary>>) -> View {
    let folded = move || {
        let plans = plans.get();
        let number = plans.len();
        let row: Row = Arc::new(move |place| {
            let row = plans.get(place);
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
