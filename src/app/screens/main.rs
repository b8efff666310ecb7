//! The main part of a screen.

use leptos::prelude::*;

use crate::app::stores::Stores;
use crate::app::view::{Build, View};

/// Only on our own page is it the main part of the page.
#[component]
pub(super) fn Main(class: &'static str, content: View) -> View {
    let stores = expect_context::<Stores>();
    if stores.page().is_page() {
        view! { <main class=class>{content}</main> }.built()
    } else {
        view! { <div class=class>{content}</div> }.built()
    }
}
