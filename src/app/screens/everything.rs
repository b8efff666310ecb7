//! Deletes all that is kept here.

use leptos::html;
use leptos::prelude::*;
use web_sys::Event;

use crate::app::browser;
use crate::app::components::heading::heading_of;
use crate::app::storage::Browser;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::reading::Node;
use crate::saved_plans::{Session, encode, everything};
use crate::wording::{self, act, file_name, heading};

/// The same for a table.
pub(crate) fn delete_everything() -> View {
    let content = view! { <span>{act::DELETE_EVERYTHING_HERE}</span> }.built();
    view! { <DeleteEverything class="qp-button" content /> }.built()
}

/// The button that deletes all that is kept, with the question that it asks.
#[component]
pub(super) fn DeleteEverything(
    /// The class of its button, and what stands in it.
    class: &'static str,
    content: View,
) -> View {
    let stores = expect_context::<Stores>();
    let dialog = NodeRef::<html::Dialog>::new();
    let trouble = RwSignal::new("");
    let show = move || {
        trouble.set("");
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
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
        <div class="qp-part">
            <button type="button" class=class on:click=pressed(show)>
                {content}
            </button>
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
        </div>
    }
    .built()
}

/// Offers all that is kept as a file; says where that is not all.
fn download(stores: Stores) -> &'static str {
    let kept = everything(&Browser);
    let is_all = kept.is_ok();
    let mut texts = kept.unwrap_or_default();
    // What is in no save is in the file as the save that it would be.
    let unsaved = stores.saves().each_unsaved(Session::next);
    texts.extend(unsaved.iter().map(|saved_plan| {
        let key = stores.storage().with(|plans| plans.key_of(saved_plan));
        (key, encode(saved_plan))
    }));
    if is_all || !texts.is_empty() {
        let texts = texts.into_iter().map(|(key, text)| (key, Node::Text(text)));
        let all = Node::Object(texts.collect());
        browser::download(file_name::EVERYTHING, &all.to_json());
    }
    if is_all {
        ""
    } else {
        wording::not_all_exported()
    }
}
