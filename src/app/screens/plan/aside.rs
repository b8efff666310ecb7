//! What stands beside the units.

use leptos::prelude::*;

use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::wording::label;

/// A landmark on our own page, a group within another's.
#[component]
pub(super) fn Aside(content: View) -> View {
    let stores = expect_context::<Stores>();
    if stores.page().is_page() {
        view! { <aside class="qp-aside" aria-label=label::MY_PLAN>{content}</aside> }.built()
    } else {
        view! { <div class="qp-aside" role="group" aria-label=label::MY_PLAN>{content}</div> }
            .built()
    }
}
