//! What is in view on every screen: that this is unofficial, what is kept here, and the button
//! that deletes it.

use leptos::prelude::*;

use crate::app::arriving;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::wording::{self, label};

#[component]
pub(in crate::app) fn Footer() -> View {
    let stores = expect_context::<Stores>();
    let made_from = move || stores.router().sourced(wording::made_from);
    view! {
        <footer class="qp-footer">
            <p>
                <strong>{label::UNOFFICIAL}</strong>
                " "
                <span prop:textContent=live(made_from)></span>
            </p>
            <p>{wording::privacy(stores.page().is_page())}</p>
            {arriving::later(stores, move |rest| (rest.footer)())}
        </footer>
    }
    .built()
}
