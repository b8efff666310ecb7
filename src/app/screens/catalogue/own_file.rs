//! A catalogue file of the reader's own.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::stores::{Catalogues, OwnCatalogue, Stores};
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act};

/// Its title, what it holds, what is wrong in it, and what can be done with it.
#[component]
pub(super) fn OwnFile(own: OwnCatalogue) -> View {
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
