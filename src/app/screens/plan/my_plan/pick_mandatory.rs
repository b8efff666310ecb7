//! The button that picks every mandatory unit.

use leptos::prelude::*;

use crate::app::screens::plan::sheets::STATE;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::act;

/// Picks what everybody has to take, while some of it is missing. The button goes with that, and leaves the focus where
/// it is said what came of it.
#[component]
pub(super) fn PickMandatory(units: Vec<UnitCode>) -> View {
    let editor = expect_context::<EditorStore>();
    let missing = live(move || !editor.controls().pick_mandatory);
    let pick = pressed(move || {
        editor.dispatch(Action::PickAll(units.clone()));
        editor.focus(STATE);
    });
    view! {
        <button type="button" class="qp-button" class=("qp-hidden", missing) on:click=pick>
            {act::PICK_MANDATORY}
        </button>
    }
    .built()
}
