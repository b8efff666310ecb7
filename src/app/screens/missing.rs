//! A saved plan that the learner has deleted.

use std::sync::Arc;

use crate::app::arriving;
use crate::app::components::notice::button;
use crate::app::dom::{El, said};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::Stores;
use crate::qualification::Qualification;
use crate::saved_plans::{Operation, PlanId};
use crate::wording::{self, act, heading};

pub(crate) fn missing(stores: Stores, qualification: &Arc<Qualification>, id: PlanId) -> El {
    let of = Arc::clone(qualification);
    let fetch = move || lazy::loading(deleted(stores, Arc::clone(&of), id.clone()));
    arriving::screen(stores, fetch)
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn deleted(stores: Stores, qualification: Arc<Qualification>, id: PlanId) -> Fetched<El> {
    let library = stores.plans().library().unwrap_or_default();
    let summary = library.plans.into_iter().find(|one| one.id == id);
    let (of, fresh) = (qualification.id.clone(), Arc::clone(&qualification));
    let name = summary.as_ref().map(|one| stores.plans().name_of(one));
    let back = summary.map(|one| {
        button(act::BRING_IT_BACK, move || {
            stores.plans().apply(Operation::Restore, &one);
            stores.router().reopen(&of, &one.id);
        })
    });
    let words = wording::among_deleted(&name.unwrap_or_default());
    Ok(super::main(stores, "qp-screen qp-screen--narrow")
        .with(super::title(heading::DELETED))
        .with(said("p", &words))
        .with_some(back)
        .with(button(act::START_ANOTHER, move || {
            stores.plans().begin(&fresh);
        }))
        .with(button(act::SEE_ALL_PLANS, move || {
            stores.router().go_home();
        })))
}
