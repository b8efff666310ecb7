use leptos::prelude::*;

use super::way::Way;
use crate::app::stores::{Route, Stores};
use crate::app::view::{Build, View, live};
use crate::wording::{self, label};

/// What stands above every screen: the name of the planner, as the way back to the start, and on that, that all this
/// is unofficial. The other screens say it elsewhere, and a page of another's has a name of its own.
#[component]
pub(in crate::app) fn Masthead(stores: Stores) -> View {
    let unofficial = move || match stores.router().route() {
        Route::Choose => stores.router().sourced(wording::unofficial),
        _ => String::new(),
    };
    let name = stores.page().is_page().then(|| {
        let content = view! { <span>{label::PLANNER}</span> }.built();
        view! { <Way stores name=String::new() class="qp-name" content /> }.built()
    });
    view! {
        <header class="qp-header">
            {name}
            <p class="qp-hint qp-header-line" prop:textContent=live(unofficial)></p>
        </header>
    }
    .built()
}
