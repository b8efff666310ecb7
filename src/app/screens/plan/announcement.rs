//! What a screen reader is told of the plan.

use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};

/// What a screen reader is told of the plan: on its screen, and in each sheet in which it can be changed, for what is
/// behind a sheet says nothing. What was told already goes when a sheet opens or closes: words that come with their place
/// are told as new ones are.
#[component]
pub(super) fn Announcement() -> View {
    let editor = expect_context::<EditorStore>();
    editor.forget_announcement();
    on_cleanup(move || editor.forget_announcement());
    view! { <p class="qp-unseen" role="status" prop:textContent=live(move || editor.announcement())></p> }
        .built()
}
