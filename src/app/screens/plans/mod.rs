//! The plans of this browser, and what can be done with each as a whole.

mod acts;
mod card;
mod cards;
mod deleted;
mod kept;
mod link;
mod notices;

use leptos::prelude::*;

use self::acts::{Acting, PlanActs};
use self::cards::PlanCards;
use self::deleted::DeletedPlans;
pub(super) use self::kept::{Library, about, moment};
pub(super) use self::link::Link;
use self::notices::{NotDone, Unreadables, Unsaved};
use super::exports::save_all_and_say;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::wording::{self, act};

/// The plans as cards, what was done with whole plans and can be taken back, and those that were deleted.
#[component]
pub(super) fn Plans(library: Library) -> View {
    let plans = move |deleted: bool| {
        Memo::new(move |_| -> Vec<PlanSummary> {
            let all = library.with(|kept| kept.as_ref().ok().map(|kept| kept.plans.clone()));
            let all = all.unwrap_or_default().into_iter();
            all.filter(|one| one.deleted == deleted).collect()
        })
    };
    let (kept, deleted) = (plans(false), plans(true));
    let acting = Acting::new();
    view! {
        <div class="qp-saved-plans">
            <NotDone />
            <Unsaved />
            <Unreadables library />
            <PlanCards plans=kept acting />
            <OfAll library plans=kept />
            <DeletedPlans plans=deleted />
            <PlanActs acting />
        </div>
    }
    .built()
}

/// What can be done with all of them: the ways back and forth, and a file of every plan.
#[component]
fn OfAll(library: Library, plans: Memo<Vec<PlanSummary>>) -> View {
    let stores = expect_context::<Stores>();
    let way = move |forth: bool| {
        let label = Memo::new(move |_| {
            library.with(|kept| {
                let log = &kept.as_ref().ok()?.log;
                let changes = if forth { &log.forth } else { &log.back };
                let change = changes.last()?;
                Some(wording::library_change_label(change, forth))
            })
        });
        let go = move || {
            stores.plans().undo_or_redo(forth);
            stores.page().focus_heading();
        };
        view! {
            <button
                type="button"
                class="qp-button"
                class=("qp-hidden", live(move || label.get().is_none()))
                on:click=pressed(go)
                prop:textContent=live(move || label.get().unwrap_or_default())
            ></button>
        }
        .built()
    };
    // It stands below the button, which stays under the finger.
    let said = RwSignal::new(String::new());
    let save = pressed(move || said.set(save_all_and_say(stores)));
    view! {
        <div class="qp-part">
            <div class="qp-actions">
                {way(false)}
                {way(true)}
                <button
                    type="button"
                    class="qp-button"
                    class=("qp-hidden", live(move || plans.with(Vec::is_empty)))
                    on:click=save
                >
                    {act::SAVE_ALL}
                </button>
            </div>
            <p class="qp-hint" role="status" prop:textContent=live(move || said.get())></p>
        </div>
    }
    .built()
}
