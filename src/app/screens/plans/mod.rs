//! The plans of this browser, and what can be done with each as a whole.

mod acting;
mod acts;
mod card;
mod deleted;
mod deleted_plans;
mod kept;
mod link;
mod notices;
mod of_all;
mod plan_acts;
mod plan_card;
mod plan_cards;

use leptos::prelude::*;

use self::acting::Acting;
use self::deleted_plans::DeletedPlans;
pub(super) use self::kept::{Library, about, moment};
pub(super) use self::link::Link;
use self::notices::{NotDone, Unreadables, Unsaved};
use self::of_all::OfAll;
use self::plan_acts::PlanActs;
use self::plan_cards::PlanCards;
use crate::app::stores::PlanSummary;
use crate::app::view::{Build, View};

/// The plans as cards, what was done with whole plans and can be taken back, and those that were deleted.
#[component]
pub(super) fn Plans(library: Library) -> View {
    let plans = move |deleted: bool| {
        Memo::new(move |_| -> Vec<PlanSummary> {
            let all = library.with(|kept| kept.as_ref().ok().map(|kept| kept.plans.clone()));
            let all = all.unwrap_or_default().into_iter();
            all.filter(|one| one.deleted == deleted).collect()
        })
    };
    let (kept, deleted) = (plans(false), plans(true));
    let acting = Acting::new();
    view! {
        <div class="qp-saved-plans">
            <NotDone />
            <Unsaved />
            <Unreadables library />
            <PlanCards plans=kept acting />
            <OfAll library plans=kept />
            <DeletedPlans plans=deleted />
            <PlanActs acting />
        </div>
    }
    .built()
}
