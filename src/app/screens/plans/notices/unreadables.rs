//! What cannot be read.

use leptos::prelude::*;

use super::broken::broken;
use crate::app::browser;
use crate::app::components::banner::Act;
use crate::app::screens::plans::kept::Library;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::saved_plans::Unreadable;
use crate::wording::{self, act, file_name, heading};

/// What of the browser's storage cannot be read.
#[component]
pub(in crate::app::screens::plans) fn Unreadables(library: Library) -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        library.with(|kept| {
            let Ok(kept) = kept else {
                let lines = vec![wording::cannot_read().to_owned()];
                return vec![broken(heading::ALL_UNREADABLE, lines, Vec::new())];
            };
            let all = kept.unreadable.iter();
            all.map(|one| unreadable(stores, one)).collect()
        })
    };
    view! { <div class="qp-place">{live(told)}</div> }.built()
}

fn unreadable(stores: Stores, found: &Unreadable) -> View {
    let (kept, gone) = (found.text.clone(), found.clone());
    let download = move || browser::download(file_name::UNREADABLE_PLAN, &kept);
    let remove = move || {
        stores.plans().forget(&gone);
        stores.page().focus_heading();
    };
    let actions: Vec<Act> = vec![
        (act::DOWNLOAD_IT, Box::new(download)),
        (act::REMOVE_IT, Box::new(remove)),
    ];
    let lines = vec![wording::unreadable(found).to_owned()];
    broken(heading::UNREADABLE, lines, actions)
}
