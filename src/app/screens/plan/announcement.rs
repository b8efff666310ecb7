use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};

/// What a screen reader is told of the plan: on its screen, and in each sheet in which it can be changed, for what is
/// behind a sheet says nothing.
#[component]
pub(super) fn Announcement(editor: EditorStore) -> View {
    view! { <p class="qp-unseen" role="status" prop:textContent=live(move || editor.announcement())></p> }
        .built()
}
