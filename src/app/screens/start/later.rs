//! What of the start screen comes after the first program.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::examples::Examples;
use super::state::{StartPart, StartScreen};
use super::was_done::WasDone;
use crate::app::components::keys;
use crate::app::lazy::{Fetched, wasm_split};
use crate::app::screens::catalogue::{CatalogueNotice, CentreNotice, OwnFiles};
use crate::app::screens::library::OpenFile;
use crate::app::screens::plans::{Library, Plans};
use crate::app::screens::widen::Widen;
use crate::app::signals::set_other;
use crate::app::stores::{PlanLibrary, Stores};
use crate::app::view::{Build, View};
use crate::qualification::QualificationId;

/// A part of it.
pub(crate) fn part(screen: StartScreen, part: StartPart) -> View {
    let stores = screen.stores;
    match part {
        StartPart::Notices => {
            Effect::new(move || {
                if stores.have_something_kept() {
                    // What stands there is not built anew: it may have the focus.
                    set_other(screen.is_returning, true);
                }
            });
            let is_elsewhere = !stores.page().is_page();
            let widen =
                is_elsewhere.then(|| view! { <div class="qp-widen"><Widen /></div> }.built());
            view! {
                <div class="qp-part">
                    {widen}
                    <CentreNotice />
                    <CatalogueNotice />
                    <WasDone />
                </div>
            }
            .built()
        }
        StartPart::Examples => view! { <Examples screen /> }.built(),
        StartPart::Below => view! { <div class="qp-part"><OwnFiles /><OpenFile /></div> }.built(),
    }
}

/// Takes back what was done with whole plans, or does it again, on the usual keys.
pub(crate) fn keys(stores: Stores, event: &KeyboardEvent) {
    keys::undo(event, |forth| {
        let log = stores.plans().library().unwrap_or_default().log;
        let any = !if forth { log.forth } else { log.back }.is_empty();
        if any {
            stores.plans().undo_or_redo(forth);
            stores.page().focus_heading();
        }
        any
    });
}

/// Goes by a way. That to a qualification starts a plan beside those that are kept for it; where none is, what could
/// not be saved comes back.
pub(crate) fn go(stores: Stores, name: &str) {
    let kept = stores.plans().library().unwrap_or_default().plans;
    let is_kept = |id: &QualificationId| {
        let mut kept = kept.iter().filter(|one| !one.deleted);
        kept.any(|one| one.snapshot.plan.qualification == *id)
    };
    let known = stores.catalogues().all_now();
    let of = QualificationId::new(name).filter(is_kept);
    match of.and_then(|id| known.qualification(&id).cloned()) {
        Some(of) => stores.plans().begin(&of),
        None => stores.router().go_by(name),
    }
}

/// What is kept here.
#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
pub(super) fn kept(screen: StartScreen) -> Fetched<View> {
    let stores = screen.stores;
    let library: Library = Memo::new(move |_| {
        stores.plans().subscribe();
        stores.plans().library()
    });
    Effect::new(move || {
        // Where it cannot be read, that is said below the heading.
        let has_plans =
            |kept: &Result<PlanLibrary, _>| kept.as_ref().map_or(true, PlanLibrary::has_plans);
        set_other(screen.has_plans, library.with(has_plans));
    });
    Ok(view! { <div class="qp-part qp-kept"><Plans library /></div> }.built())
}
