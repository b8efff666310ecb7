//! A part is missing.

use leptos::prelude::*;

use crate::app::focus::HEADING;
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act};

/// That it could not be fetched, and the button that asks for it again.
#[component]
pub(super) fn Missing(asked: RwSignal<bool>, is_screen: bool) -> View {
    view! {
        <div class="qp-notice" role="alert">
            <p id=is_screen.then_some(HEADING) tabindex=is_screen.then_some("-1")>
                {wording::part_missing()}
            </p>
            <button type="button" class="qp-button" on:click=pressed(move || asked.set(true))>
                {act::TRY_AGAIN}
            </button>
        </div>
    }
    .built()
}
