//! The catalogue files of the reader's own.

use leptos::prelude::*;

use super::own_file::OwnFile;
use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::wording::heading;

/// Those that are kept here; nothing where there is none.
#[component]
pub(crate) fn OwnFiles() -> View {
    let stores = expect_context::<Stores>();
    let is_any = move || {
        let is_any = stores.catalogues().has_own();
        is_any && !stores.centre().is_alone()
    };
    let is_any = Memo::new(move |_| is_any());
    let list = move || {
        let place = || arriving::place(move || lazy::loading(list(stores)));
        is_any.get().then(place)
    };
    view! { <div class="qp-own">{live(list)}</div> }.built()
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn list(stores: Stores) -> Fetched<View> {
    let rows = move || -> Vec<View> {
        let own = stores.catalogues().own().into_iter();
        own.map(|one| view! { <OwnFile own=one /> }.built())
            .collect()
    };
    let list = view! {
        <div class="qp-part">
            {heading_of(2).child(heading::CATALOGUE_FILES)}
            <ul role="list" class="qp-own-files">{live(rows)}</ul>
        </div>
    };
    Ok(list.built())
}
