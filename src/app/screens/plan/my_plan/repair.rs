//! What would put a broken plan right.

use leptos::prelude::*;

use crate::app::screens::plan::sheets::{STATE, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::editor::SuggestionView;
use crate::wording::act;

/// The id of what comes of a repair.
const RESULT: &str = "repair-result";

/// The first repair that was tried and is sound, what comes of it, and the way to the others.
#[component]
pub(super) fn Repair(repair: SuggestionView, sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let SuggestionView {
        label,
        detail,
        action,
        ..
    } = repair;
    let mend = pressed(move || {
        editor.dispatch(action.clone());
        editor.focus(STATE);
    });
    let others = pressed(move || sheets.ways.set(true));
    view! {
        <div class="qp-repair">
            <button type="button" class="qp-button qp-button--main" aria-describedby=RESULT on:click=mend>{label}</button>
            <p class="qp-hint" id=RESULT>{detail}</p>
            <button type="button" class="qp-link" on:click=others>{act::OTHER_WAYS}</button>
        </div>
    }
    .built()
}
