//! What can be done with a plan as a whole.

use leptos::html;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::app::screens::exports::save_one;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, heard, pressed};
use crate::exchange::file::Item;
use crate::plan::Plan;
use crate::saved_plans::Operation;
use crate::wording::{self, act, label};

/// A new name for it, and the buttons.
#[component]
pub(super) fn Acts(plan: PlanSummary, is_open: RwSignal<bool>) -> View {
    let stores = expect_context::<Stores>();
    // The card may be another from then on, and with it what had the focus.
    let done = move || {
        is_open.set(false);
        stores.page().focus_heading();
    };
    let [to_rename, to_copy, to_save, to_delete] = [(); 4].map(|()| plan.clone());
    let field = NodeRef::<html::Input>::new();
    let rename = heard(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            stores.plans().rename(&to_rename, &field.value());
        }
        done();
    });
    let duplicate = pressed(move || {
        stores.plans().duplicate(&to_copy);
        done();
    });
    let save = pressed(move || {
        let (id, snapshot) = (to_save.id.clone(), to_save.snapshot.clone());
        let file = save_one(stores, Item::new(Some(id), to_save.changed, snapshot));
        stores.plans().log_copy(&to_save.id);
        is_open.set(false);
        let words = wording::saved_as_files(&file, 1);
        stores.notifications().show_done(Ok(words));
    });
    let delete = pressed(move || {
        stores.plans().apply(Operation::Delete, &to_delete);
        done();
    });
    view! {
        <div class="qp-acts">
            <form class="qp-rename" on:submit=rename>
                <label class="qp-field">
                    <span>{label::NEW_NAME}</span>
                    <input
                        node_ref=field
                        type="text"
                        autocomplete="off"
                        maxlength=Plan::LONGEST_NAME.to_string()
                        value=plan.snapshot.plan.name
                    />
                </label>
                <button type="submit" class="qp-button">{act::SAVE_NAME}</button>
            </form>
            <div class="qp-actions">
                <button type="button" class="qp-button" on:click=duplicate>{act::DUPLICATE}</button>
                <button type="button" class="qp-button" on:click=save>{act::SAVE_AS_FILE}</button>
                <button type="button" class="qp-button" on:click=delete>{act::DELETE}</button>
            </div>
        </div>
    }
    .built()
}
