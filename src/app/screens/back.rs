//! The way back.

use leptos::prelude::*;

use super::way::Way;
use crate::app::view::{Build, View};
use crate::wording::act;

/// It leads to the choice of a qualification.
#[component]
pub(super) fn Back() -> View {
    let content = view! { <span>{act::BACK}</span> }.built();
    let name = String::new();
    view! { <p class="qp-back"><Way name class="qp-link" content /></p> }.built()
}
