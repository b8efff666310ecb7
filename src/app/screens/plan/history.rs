use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::Controls;
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

/// A button that does nothing where there is nothing to do. It is not disabled: that would take the focus away from
/// who has just pressed it.
#[component]
fn Step(
    outline: &'static str,
    label: &'static str,
    can: fn(&Controls) -> bool,
    on_press: impl FnMut() + 'static,
) -> View {
    let editor = expect_context::<EditorStore>();
    let off = live(move || (!can(&editor.controls())).then_some("true"));
    view! {
        <button type="button" class="qp-icon-button" aria-disabled=off on:click=pressed(on_press)>
            <Icon outline />
            <span>{label}</span>
        </button>
    }
    .built()
}
