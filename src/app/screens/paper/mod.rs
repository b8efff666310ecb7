//! A plan on paper: a sheet of its own, which is there for printing only and has nothing of the screen.
//!
//! It is built each time before the page goes to paper, at once, for the browser waits for nothing: so it is always
//! the plan as it is, and costs nothing while the plan changes.

mod sheet;
mod signatures;
mod units;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::app::browser::print;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::editor::PaperView;
use crate::exchange::{link, qr};
use sheet::Sheet;

/// Has the sheet of this plan there whenever the page is printed, for as long as the screen is.
pub(super) fn keep_ready(editor: EditorStore) {
    let owner = Owner::new();
    let shown: StoredValue<Option<View>, LocalStorage> = StoredValue::new_local(None);
    let take_away = move || {
        let shown = shown.try_update_value(Option::take).flatten();
        if let Some(shown) = shown {
            shown.element().remove();
        }
    };
    on_cleanup(take_away);
    // The owner goes with the screen.
    let owner = SendWrapper::new(owner);
    print::before_paper(move || {
        let Some(root) = editor.stores().page().root() else {
            return;
        };
        take_away();
        owner.cleanup();
        let sheet = owner.with(|| untrack(|| sheet(editor)));
        let _ = root.append_child(sheet.element());
        shown.set_value(Some(sheet));
    });
}

fn sheet(editor: EditorStore) -> View {
    // It may have been ticked a moment ago.
    editor.settle();
    let snapshot = editor.as_saved().snapshot();
    let known = |code: &crate::qualification::UnitCode| editor.facts(code);
    let paper = editor
        .assessment(|of, found| PaperView::new(of, &snapshot.plan, found, editor.today(), known));
    let page = editor.stores().page();
    let code = qr::code(&page.address(&link::encode(&snapshot, false)));
    let source = editor.stores().router().sourced(crate::wording::unofficial);
    view! { <Sheet paper code source /> }.built()
}
