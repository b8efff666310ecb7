//! What is to be said of the plans that are kept, above them.

use leptos::prelude::*;

use super::kept::Library;
use crate::app::browser;
use crate::app::components::banner::{Act, Banner};
use crate::app::screens::exports::save_all;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::editor::Notification;
use crate::saved_plans::{Session, Unreadable};
use crate::wording::{self, act, file_name, heading};

/// What failed of what was done last with whole plans.
#[component]
pub(super) fn NotDone() -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        Some(match stores.notifications().shown()? {
            // That stands above all plans, also where there is none.
            Notification::Done(_) => return None,
            Notification::Failed(failure, added) => {
                let lines = Notification::failed_lines(failure, added);
                let actions = vec![every_plan(stores)];
                broken(heading::NOT_DONE, lines, actions)
            }
            Notification::Partly(why) => {
                broken(heading::NOT_ALL_IN_FILE, vec![why.to_owned()], Vec::new())
            }
        })
    };
    view! { <div class="qp-place">{live(told)}</div> }.built()
}

/// Which plans of this page are in no save.
#[component]
pub(super) fn Unsaved() -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        // What is saved here or elsewhere, and what is done with a whole plan, may change it.
        stores.plans().subscribe();
        stores.notifications().shown();
        let name = |session: &Session| {
            let snapshot = session.saved_plan().snapshot();
            stores.plans().name_of_snapshot(&snapshot)
        };
        let lines = stores.saves();
        let lines = lines.each_unsaved(|session| wording::unsaved(&name(session)));
        let is_any = !lines.is_empty();
        is_any.then(|| broken(heading::NOT_ALL_SAVED, lines, vec![every_plan(stores)]))
    };
    view! { <div class="qp-place">{live(told)}</div> }.built()
}

/// What of the browser's storage cannot be read.
#[component]
pub(super) fn Unreadables(library: Library) -> View {
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

fn every_plan(stores: Stores) -> Act {
    let save = move || {
        save_all(stores);
    };
    (act::DOWNLOAD_EVERY_PLAN, Box::new(save))
}

fn broken(heading: &str, lines: Vec<String>, actions: Vec<Act>) -> View {
    let (state, heading) = (State::Broken, heading.to_owned());
    view! { <Banner state heading lines actions /> }.built()
}
