//! A qualification that no catalogue has, and the draft for it that is kept until one has.

use super::{opened, shared};
use crate::app::dom::{El, el, said};
use crate::app::lazy::{self, Coming, Fetched, wasm_split};
use crate::app::parts::notice::button;
use crate::app::route::Route;
use crate::app::state::State;
use crate::draft::DraftId;
use crate::wording;

pub(crate) fn unknown(state: State, name: String, draft: Option<DraftId>) -> Coming<El> {
    lazy::coming(not_here(state, name, draft))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn not_here(state: State, name: String, draft: Option<DraftId>) -> Fetched<El> {
    let kept = state.shelf().unwrap_or_default().drafts;
    let listed = kept.into_iter().find(|one| {
        let is_asked = Some(&one.id) == draft.as_ref();
        !one.deleted && is_asked && one.parcel.plan.qualification.as_str() == name
    });
    if let Some(listed) = listed {
        return Ok(shared::waiting(state, listed));
    }
    if state.awaits_centre() {
        return Ok(super::main(state, "qp-screen qp-screen--narrow")
            .with(super::title("One moment"))
            .with(said("p", wording::centre_awaited()).attr("role", "status")));
    }
    let text = el("p")
        .text("No catalogue that is open here has a qualification called ")
        .with(said("strong", &name))
        .text(if state.shows_centre_only() {
            ". Drafts in this browser are untouched."
        } else {
            ". If it comes from a catalogue file of your centre, open that file from the list of \
             qualifications. Drafts in this browser are untouched."
        });
    Ok(super::main(state, "qp-screen qp-screen--narrow")
        .with(super::title("This qualification is not here"))
        .with(opened::centre(state))
        .with(opened::opened(state))
        .with(text)
        .with(button("See all qualifications", move || {
            state.go(&Route::Choose);
        })))
}
