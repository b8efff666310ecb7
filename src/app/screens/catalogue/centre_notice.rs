//! What is to be said of the catalogue file of the centre.

use leptos::prelude::*;

use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};

/// What a learner is told where not all can be used of the catalogue file that the host page names: what cannot be used,
/// and whom to ask.
#[component]
pub(crate) fn CentreNotice() -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        let words = stores.centre().trouble();
        words.map(|words| view! { <p class="qp-notice" role="alert">{words}</p> }.built())
    };
    view! { <div class="qp-opened">{live(told)}</div> }.built()
}
