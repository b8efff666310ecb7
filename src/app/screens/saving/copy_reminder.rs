//! That a copy of the plan should be taken.

use leptos::prelude::*;

use crate::app::screens::share_sheet::copy::copies;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::wording;

/// Said where the browser does not promise to keep the plan and the plan is met. It stands by the
/// button that does it: above the units it would move the row that was just ticked.
#[component]
pub(crate) fn CopyReminder() -> View {
    let editor = expect_context::<EditorStore>();
    let words = move || {
        let is_met = editor.is_judged() && editor.assessment(|_, found| found.state == State::Met);
        let promised = editor.stores().saves().promised();
        if !copies(editor).is_due(editor.saving(), is_met, promised) {
            return String::new();
        }
        wording::reminder().to_owned()
    };
    view! { <p class="qp-hint qp-reminder" prop:textContent=live(words)></p> }.built()
}
