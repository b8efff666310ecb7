//! A button of the head.

use leptos::prelude::*;

use crate::app::components::icon::Icon;
use crate::app::view::{Build, View, pressed};

/// A drawing, with its word where there is room.
#[component]
pub(super) fn HeadButton(
    outline: &'static str,
    label: &'static str,
    on_press: impl FnMut() + 'static,
) -> View {
    view! {
        <button type="button" class="qp-icon-button" aria-label=label on:click=pressed(on_press)>
            <Icon outline />
            <span class="qp-wide-only" aria-hidden="true">{label}</span>
        </button>
    }
    .built()
}
