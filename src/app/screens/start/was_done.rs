//! What was done last with whole plans.

use leptos::prelude::*;

use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::editor::Notification;

/// Said also where none is kept any more.
#[component]
pub(super) fn WasDone() -> View {
    let stores = expect_context::<Stores>();
    let told = move || match stores.notifications().shown() {
        Some(Notification::Done(words)) => {
            Some(view! { <p class="qp-told" role="status">{words}</p> }.built())
        }
        _ => None,
    };
    view! { <div class="qp-place">{live(told)}</div> }.built()
}
