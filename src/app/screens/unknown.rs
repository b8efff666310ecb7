//! A qualification that no catalogue has, and the saved plan for it that is kept until one has.

use super::catalogue::{CatalogueNotice, CatalogueNoticeProps, CentreNotice, CentreNoticeProps};
use super::shared;
use crate::app::components::notice::button;
use crate::app::dom::{El, el, said};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::{Route, Stores};
use crate::saved_plans::PlanId;
use crate::wording::{self, act, heading};

pub(crate) fn unknown(stores: Stores, name: String, saved_plan: Option<PlanId>) -> Loading<El> {
    lazy::loading(not_here(stores, name, saved_plan))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn not_here(stores: Stores, name: String, saved_plan: Option<PlanId>) -> Fetched<El> {
    let kept = stores.plans().library().unwrap_or_default().plans;
    let summary = kept.into_iter().find(|one| {
        let is_asked = Some(&one.id) == saved_plan.as_ref();
        !one.deleted && is_asked && one.snapshot.plan.qualification.as_str() == name
    });
    if let Some(summary) = summary {
        return Ok(shared::waiting(stores, summary));
    }
    if stores.centre().is_awaited() {
        return Ok(super::main(stores, "qp-screen qp-screen--narrow")
            .with(super::title(heading::ONE_MOMENT))
            .with(said("p", wording::centre_awaited()).attr("role", "status")));
    }
    let [before, behind] = wording::no_qualification_called(stores.centre().is_alone());
    let text = el("p")
        .text(before)
        .with(said("strong", &name))
        .text(behind);
    Ok(super::main(stores, "qp-screen qp-screen--narrow")
        .with(super::title(heading::NO_QUALIFICATION))
        .with(CentreNotice(CentreNoticeProps { stores }).into())
        .with(CatalogueNotice(CatalogueNoticeProps { stores }).into())
        .with(text)
        .with(button(act::SEE_ALL_QUALIFICATIONS, move || {
            stores.router().go(&Route::Choose);
        })))
}
