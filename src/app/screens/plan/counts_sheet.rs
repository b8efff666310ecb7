//! The sheet of what the units of the plan count for.

use leptos::prelude::*;

use super::sheets::Sheets;
use crate::app::arriving;
use crate::app::components::sheet::Sheet;
use crate::app::screens::ladder::{Wanted, wanted};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::wording::ladder as words;

/// Every qualification that counts any of them, as a ladder.
#[component]
pub(super) fn CountsSheet(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let title = Signal::stored(words::WHAT_UNITS_COUNT_FOR.to_owned());
    let body = move || arriving::place(move || wanted(Wanted::OfPlan(editor)));
    view! { <Sheet title open=sheets.counts body=Box::new(body) /> }.built()
}
