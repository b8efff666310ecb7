//! A button of the history.

use leptos::prelude::*;

use crate::app::components::icon::Icon;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::Controls;

/// A button that does nothing where there is nothing to do. It is not disabled: that would take the focus away from
/// who has just pressed it.
#[component]
pub(super) fn Step(
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
