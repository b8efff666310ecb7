//! Whether the plan is saved.

use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::saved_plans::Saving;
use crate::wording;

/// Whether it is saved. It is drawn nowhere: who looks for it by ear finds it. What goes wrong is said where it is seen.
#[component]
pub(crate) fn SavingLine() -> View {
    let editor = expect_context::<EditorStore>();
    let words = move || {
        let saving = editor.saving();
        // Asked for where it matters: a binding that does not ask does not run again.
        let is_confirmed = saving != Saving::Saved || editor.is_confirmed();
        wording::saving(saving, is_confirmed).to_owned()
    };
    view! { <p class="qp-unseen" prop:textContent=live(words)></p> }.built()
}
