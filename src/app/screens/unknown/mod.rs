//! A qualification that no catalogue has, and the saved plan for it that is kept until one has.

mod awaited;
mod not_here;

use leptos::prelude::*;

use awaited::Awaited;
use not_here::NotHere;

use super::received;
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::saved_plans::PlanId;

/// The screen of the qualification of this name, or that of its saved plan.
pub(crate) fn unknown(stores: Stores, name: String, saved_plan: Option<PlanId>) -> Loading<View> {
    lazy::loading(not_here(stores, name, saved_plan))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn not_here(stores: Stores, name: String, saved_plan: Option<PlanId>) -> Fetched<View> {
    let kept = stores.plans().library().unwrap_or_default().plans;
    let summary = kept.into_iter().find(|one| {
        let is_asked = Some(&one.id) == saved_plan.as_ref();
        !one.deleted && is_asked && one.snapshot.plan.qualification.as_str() == name
    });
    Ok(match summary {
        Some(summary) => received::waiting(stores, summary),
        None if stores.centre().is_awaited() => view! { <Awaited /> }.built(),
        None => view! { <NotHere name /> }.built(),
    })
}
