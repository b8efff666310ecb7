//! A qualification that no catalogue has, and the saved plan for it that is kept until one has.

use leptos::prelude::*;

use super::catalogue::{CatalogueNotice, CentreNotice};
use super::{Main, Title, received};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::{Route, Stores};
use crate::app::view::{Build, View, pressed};
use crate::saved_plans::PlanId;
use crate::wording::{self, act, heading};

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

/// The file of the centre, which may have it, is on its way.
#[component]
fn Awaited() -> View {
    let content = view! {
        <div class="qp-part">
            <Title text=heading::ONE_MOMENT.to_owned() />
            <p role="status">{wording::centre_awaited()}</p>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}

#[component]
fn NotHere(name: String) -> View {
    let stores = expect_context::<Stores>();
    let [before, behind] = wording::no_qualification_called(stores.centre().is_alone());
    let see_all = pressed(move || stores.router().go(&Route::Choose));
    let content = view! {
        <div class="qp-part">
            <Title text=heading::NO_QUALIFICATION.to_owned() />
            <CentreNotice />
            <CatalogueNotice />
            <p>{before}<strong>{name}</strong>{behind}</p>
            <button type="button" class="qp-button" on:click=see_all>
                {act::SEE_ALL_QUALIFICATIONS}
            </button>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}
