//! That the plan is not saved.

use leptos::prelude::*;

use super::notice::notice;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::Notice;

/// At the head of “My plan” and above what is docked: in view wherever the reader is, once something
/// was done that can be lost.
#[component]
pub(crate) fn NotSavedNotice(share: RwSignal<bool>) -> View {
    let editor = expect_context::<EditorStore>();
    let not_saved = Memo::new(move |_| {
        let is_begun = editor.plan(|plan| !plan.picks().is_empty()) || editor.controls().undo;
        Notice::not_saved(editor.saving(), is_begun)
    });
    // Who has tried again hears what came of it, also where that is the same.
    let tried = Trigger::new();
    let shown = move || {
        tried.track();
        not_saved
            .get()
            .map(|of| notice(editor, tried, Some(share), &of))
    };
    view! { <div class="qp-unsaved">{live(shown)}</div> }.built()
}
