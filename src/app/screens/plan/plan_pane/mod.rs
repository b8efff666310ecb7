//! What stands in the place of the units while it is looked at; the plan stays beside it.

mod open_pane;

use leptos::prelude::*;

use open_pane::OpenPane;

use super::sheets::{PANE, Sheets};
use crate::app::focus;
use crate::app::signals::follow;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};

/// The place of what is looked at: its head, with the way back, and what a part of the program builds.
#[component]
pub(super) fn PlanPane(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let shown = move || {
        let pane = sheets.pane.get();
        pane.map(|pane| view! { <OpenPane pane sheets /> }.built())
    };
    // It begins where it is seen to begin, and is read from its heading.
    follow(Box::new(move || {
        if sheets.pane.with(Option::is_some) {
            let page = editor.stores().page();
            if let Some(root) = page.root() {
                focus::to_top(&root, page.is_page());
            }
            editor.focus(PANE);
        }
    }));
    view! { <div class="qp-pane">{live(shown)}</div> }.built()
}
