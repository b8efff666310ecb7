//! A qualification that no catalogue has, and the saved plan for it that is kept until one has.

use super::{opened, shared};
use crate::app::dom::{El, el, said};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::parts::notice::button;
use crate::app::route::Route;
use crate::app::state::State;
use crate::saved_plans::PlanId;
use crate::wording::{self, act, heading};

pub(crate) fn unknown(state: State, name: String, saved_plan: Option<PlanId>) -> Loading<El> {
    lazy::loading(not_here(state, name, saved_plan))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn not_here(state: State, name: String, saved_plan: Option<PlanId>) -> Fetched<El> {
    let kept = state.library().unwrap_or_default().plans;
    let summary = kept.into_iter().find(|one| {
        let is_asked = Some(&one.id) == saved_plan.as_ref();
        !one.deleted && is_asked && one.snapshot.plan.qualification.as_str() == name
    });
    if let Some(summary) = summary {
        return Ok(shared::waiting(state, summary));
    }
    if state.awaits_centre() {
        return Ok(super::main(state, "qp-screen qp-screen--narrow")
            .with(super::title(heading::ONE_MOMENT))
            .with(said("p", wording::centre_awaited()).attr("role", "status")));
    }
    let [before, behind] = wording::no_qualification_called(state.shows_centre_only());
    let text = el("p")
        .text(before)
        .with(said("strong", &name))
        .text(behind);
    Ok(super::main(state, "qp-screen qp-screen--narrow")
        .with(super::title(heading::NO_QUALIFICATION))
        .with(opened::centre(state))
        .with(opened::opened(state))
        .with(text)
        .with(button(act::SEE_ALL_QUALIFICATIONS, move || {
            state.go(&Route::Choose);
        })))
}
