//! What stands above every screen.

use leptos::prelude::*;

use super::way::Way;
use crate::app::stores::{Route, Stores};
use crate::app::view::{Build, View, live};
use crate::wording::{self, label};

/// What stands above every screen: the name of the planner, as the way back to the start, and on that, that all this
/// is unofficial. The other screens say it elsewhere, and a page of another's has a name of its own.
#[component]
pub(in crate::app) fn Masthead() -> View {
    let stores = expect_context::<Stores>();
    let is_elsewhere = live(move || stores.router().route() != Route::Choose);
    let unofficial = live(move || stores.router().sourced(wording::unofficial));
    let name = stores.page().is_page().then(|| {
        let content = view! { <span>{label::PLANNER}</span> }.built();
        view! { <Way name=String::new() class="qp-name" content /> }.built()
    });
    view! {
        <header class="qp-header">
            {name}
            <p class="qp-hint qp-header-line" class=("qp-hidden", is_elsewhere)>
                // One of the two is shown: on a phone the whole sentence, which stands at the foot too, took three lines.
                <span>{label::UNOFFICIAL_SHORT}</span>
                <span prop:textContent=unofficial></span>
            </p>
        </header>
    }
    .built()
}
