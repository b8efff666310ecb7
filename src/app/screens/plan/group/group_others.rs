//! What the other rules ask of a group.

use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};

/// What the other rules leave to a group, in words.
#[component]
pub(super) fn GroupOthers(place: usize) -> View {
    let editor = expect_context::<EditorStore>();
    // It hangs on the day of registration, not on the picks.
    let asked = Memo::new(move |_| (editor.is_judged(), editor.plan(|plan| plan.registered)));
    let words = Memo::new(move |_| {
        asked.get();
        let bounds = untrack(|| editor.effective()).into_iter().nth(place);
        let words =
            bounds.map(|bounds| editor.current_now(|current| current.left_to_group(&bounds)));
        words.unwrap_or_default()
    });
    view! { <p class="qp-hint qp-group-others" prop:textContent=live(move || words.get())></p> }
        .built()
}
