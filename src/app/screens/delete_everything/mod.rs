//! Deletes all that is kept here.

mod delete_question;
mod download;

use leptos::html;
use leptos::prelude::*;

use delete_question::DeleteQuestion;

use crate::app::view::{Build, View, pressed};
use crate::wording::act;

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
    let dialog = NodeRef::<html::Dialog>::new();
    let trouble = RwSignal::new("");
    let show = move || {
        trouble.set("");
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    view! {
        <div class="qp-part">
            <button type="button" class=class on:click=pressed(show)>
                {content}
            </button>
            <DeleteQuestion dialog trouble />
        </div>
    }
    .built()
}
