use leptos::prelude::*;

use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::{Catalogues, OwnCatalogue, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::wording::{self, act, heading};

/// The catalogue files of the reader's own that are kept here; nothing where there is none.
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

/// One of them: its title, what it holds, what is wrong in it, and what can be done with it.
#[component]
fn OwnFile(own: OwnCatalogue) -> View {
    const MOST: usize = 3;
    let stores = expect_context::<Stores>();
    let title = own.title.as_ref().unwrap_or(&own.kept.name).clone();
    let holds = wording::own_catalogue(own.qualifications, own.checked);
    let problems = own.problems.iter().take(MOST);
    let problems = problems.map(|one| {
        let line = wording::problem_and_remedy(one);
        view! { <p class="qp-refused">{line}</p> }.built()
    });
    let problems: Vec<View> = problems.collect();
    let name = own.kept.name.clone();
    let remove = pressed(move || {
        stores.catalogues().remove(&name);
        stores.page().focus_heading();
    });
    let download = pressed(move || Catalogues::download(&own));
    view! {
        <li class="qp-own-file">
            <div>
                {heading_of(3).child(title.clone())}
                <p class="qp-hint">{holds}</p>
                {problems}
            </div>
            <div class="qp-actions">
                <button
                    type="button"
                    class="qp-button"
                    aria-label=act::of_one(act::DOWNLOAD_IT, &title)
                    on:click=download
                >
                    {act::DOWNLOAD_IT}
                </button>
                <button
                    type="button"
                    class="qp-button"
                    aria-label=act::of_one(act::REMOVE, &title)
                    on:click=remove
                >
                    {act::REMOVE}
                </button>
            </div>
        </li>
    }
    .built()
}
