//! A saved plan that the learner has deleted.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Main, Title};
use crate::app::arriving;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, pressed};
use crate::qualification::Qualification;
use crate::saved_plans::{Operation, PlanId};
use crate::wording::{self, act, heading};

pub(crate) fn missing(stores: Stores, qualification: &Arc<Qualification>, id: PlanId) -> View {
    let of = Arc::clone(qualification);
    let fetch = move || lazy::loading(deleted(Arc::clone(&of), id.clone()));
    arriving::screen(stores, fetch)
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn deleted(of: Arc<Qualification>, id: PlanId) -> Fetched<View> {
    Ok(view! { <Missing of id /> }.built())
}

#[component]
fn Missing(of: Arc<Qualification>, id: PlanId) -> View {
    let stores = expect_context::<Stores>();
    let library = stores.plans().library().unwrap_or_default();
    let plan = library.plans.into_iter().find(|one| one.id == id);
    let name = plan.as_ref().map(|one| stores.plans().name_of(one));
    let words = wording::among_deleted(&name.unwrap_or_default());
    let id = of.id.clone();
    let bring_back = plan.map(|plan| {
        let bring_back = pressed(move || {
            stores.plans().apply(Operation::Restore, &plan);
            stores.router().reopen(&id, &plan.id);
        });
        view! {
            <button type="button" class="qp-button qp-button--main" on:click=bring_back>
                {act::BRING_IT_BACK}
            </button>
        }
        .built()
    });
    let begin = pressed(move || stores.plans().begin(&of));
    let see_all = pressed(move || stores.router().go_home());
    let content = view! {
        <div class="qp-part">
            <Title text=heading::DELETED.to_owned() />
            <p>{words}</p>
            <div class="qp-actions">
                {bring_back}
                <button type="button" class="qp-button" on:click=begin>{act::START_ANOTHER}</button>
                <button type="button" class="qp-button" on:click=see_all>{act::SEE_ALL_PLANS}</button>
            </div>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}
