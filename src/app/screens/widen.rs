//! What opens the planner over the whole window, in a page of another's.

use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, pressed};
use crate::wording::act;

/// The button that does it.
#[component]
pub(super) fn Widen() -> View {
    let stores = expect_context::<Stores>();
    let widen = pressed(move || stores.page().widen());
    view! {
        <button type="button" class="qp-icon-button" aria-label=act::WIDEN on:click=widen>
            <Icon outline=icon::WIDEN />
        </button>
    }
    .built()
}
