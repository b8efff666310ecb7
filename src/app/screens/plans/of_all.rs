//! What can be done with all plans.

use leptos::prelude::*;

use super::kept::Library;
use crate::app::screens::exports::save_all_and_say;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::wording::{self, act};

/// The ways back and forth, and a file of every plan.
#[component]
pub(super) fn OfAll(library: Library, plans: Memo<Vec<PlanSummary>>) -> View {
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
