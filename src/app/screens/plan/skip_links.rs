//! The links past the head.

use leptos::prelude::*;

use super::sheets::STATE;
use crate::app::focus;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::wording::act;

/// What leads past the head, seen while it has the focus: to the first unit, and to where the plan stands.
#[component]
pub(super) fn SkipLinks(rows: Vec<View>, toolbar: View) -> View {
    let editor = expect_context::<EditorStore>();
    let to_units = pressed(move || {
        // One that is filtered away is nowhere; where all are, it is the search that shows them again.
        let mut rows = rows.iter();
        let first = rows.find(|row| row.element().client_height() > 0);
        focus::first_in(first.unwrap_or(&toolbar));
    });
    let to_plan = pressed(move || editor.focus(STATE));
    view! {
        <div class="qp-part">
            <button type="button" class="qp-button qp-skip" on:click=to_units>{act::SKIP_TO_UNITS}</button>
            <button type="button" class="qp-button qp-skip" on:click=to_plan>{act::SKIP_TO_PLAN}</button>
        </div>
    }
    .built()
}
