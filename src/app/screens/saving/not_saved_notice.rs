//! That the plan is not saved.

use std::cell::Cell;
use std::thread::LocalKey;

use leptos::prelude::*;

use super::notice::notice;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::Notice;

thread_local! {
    /// True once the reader has closed the notice that nothing can be saved here: for as long as the page stays.
    static HAS_CLOSED: Cell<bool> = const { Cell::new(false) };
}

/// At the head of “My plan” and above what is docked: in view wherever the reader is, once something
/// was done that can be lost. Where the browser blocks saving it can be closed: that stays so, whatever is done.
#[component]
pub(crate) fn NotSavedNotice(
    share: RwSignal<bool>,
    /// Called when it was closed: what had the focus is gone.
    closed: impl Fn() + Copy + Send + 'static,
) -> View {
    let editor = expect_context::<EditorStore>();
    let has_closed = RwSignal::new(LocalKey::get(&HAS_CLOSED));
    let not_saved = Memo::new(move |_| {
        let is_begun = editor.plan(|plan| !plan.picks().is_empty()) || editor.controls().undo;
        let notice = Notice::not_saved(editor.saving(), is_begun);
        notice.filter(|notice| !(notice.may_be_closed() && has_closed.get()))
    });
    // Who has tried again hears what came of it, also where that is the same.
    let tried = Trigger::new();
    let shown = move || {
        tried.track();
        let close = move || {
            HAS_CLOSED.set(true);
            has_closed.set(true);
            closed();
        };
        not_saved.get().map(|of| {
            let close = of
                .may_be_closed()
                .then(|| -> Box<dyn FnMut()> { Box::new(close) });
            notice(editor, tried, Some(share), &of, close)
        })
    };
    view! { <div class="qp-unsaved">{live(shown)}</div> }.built()
}
