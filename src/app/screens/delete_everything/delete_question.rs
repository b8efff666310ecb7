//! The question that is asked before all is deleted.

use leptos::html;
use leptos::prelude::*;
use web_sys::Event;

use super::download::download;
use crate::app::components::heading::heading_of;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::wording::{self, act, heading};

/// It says what went wrong too, and offers all that is kept as a file.
#[component]
pub(super) fn DeleteQuestion(
    dialog: NodeRef<html::Dialog>,
    trouble: RwSignal<&'static str>,
) -> View {
    let stores = expect_context::<Stores>();
    // While it is being deleted the dialogue stays.
    let busy = StoredValue::new(false);
    let close = move || {
        if let Some(dialog) = dialog.get_untracked().filter(|_| !busy.get_value()) {
            dialog.close();
        }
    };
    let delete = move || {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        // The screen may have gone meanwhile.
        let failed = move || {
            busy.try_set_value(false);
            trouble.try_set(wording::cannot_delete());
        };
        let done = move || {
            busy.try_set_value(false);
            trouble.try_set("");
            if let Some(Some(dialog)) = dialog.try_get_untracked() {
                dialog.close();
            }
        };
        stores.delete_everything(done, failed);
    };
    let stay = heard(move |event: Event| {
        if busy.get_value() {
            event.prevent_default();
        }
    });
    let download = move || trouble.set(download(stores));
    view! {
            <dialog
                node_ref=dialog
                class="qp-dialog"
                aria-label=heading::DELETE_EVERYTHING
                on:cancel=stay
            >
                {heading_of(2).child(heading::DELETE_EVERYTHING)}
                <p>{wording::EVERYTHING_GOES}</p>
                <p role="alert" prop:textContent=live(move || trouble.get())></p>
                <div class="qp-actions">
                    <button type="button" class="qp-button" on:click=pressed(download)>
                        {act::DOWNLOAD_EVERYTHING}
                    </button>
                    <button
                        type="button"
                        class="qp-button qp-button--danger"
                        on:click=pressed(delete)
                    >
                        {act::DELETE_EVERYTHING}
                    </button>
                    <button type="button" class="qp-button" on:click=pressed(close)>
                        {act::KEEP_EVERYTHING}
                    </button>
                </div>
            </dialog>
    }
    .built()
}
