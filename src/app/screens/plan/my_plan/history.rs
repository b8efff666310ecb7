//! What goes back and forth in the history of the plan.

use leptos::prelude::*;

use super::step::Step;
use crate::app::components::icon;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::wording::act;

/// Undo and redo.
#[component]
pub(super) fn History() -> View {
    let editor = expect_context::<EditorStore>();
    view! {
        <div class="qp-my-history">
            <Step outline=icon::UNDO label=act::UNDO can=|can| can.undo on_press=move || editor.undo() />
            <Step outline=icon::REDO label=act::REDO can=|can| can.redo on_press=move || editor.redo() />
        </div>
    }
    .built()
}
