//! The hours, in the sheet of the qualification.

use leptos::prelude::*;

use super::parts::terms;
use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::wording::rules_sheet;

/// The hours of the plan and those that the document publishes, each for itself.
#[component]
pub(super) fn Hours() -> View {
    let editor = expect_context::<EditorStore>();
    let rows = Memo::new(move |_| editor.current(|current| current.hours()));
    let empty = live(move || rows.with(Vec::is_empty));
    let list = live(move || terms(rows.get()));
    let hours = view! {
        <div class="qp-rules-part" class=("qp-hidden", empty)>
            {heading_of(3).child(rules_sheet::HOURS)}
            {list}
            <p class="qp-hint">{rules_sheet::HOURS_MEAN}" "{rules_sheet::NOT_ADDED_UP}</p>
        </div>
    };
    hours.built()
}
