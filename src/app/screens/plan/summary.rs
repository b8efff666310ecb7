//! Where a plan stands.

use leptos::prelude::*;

use super::sheets::STATE;
use crate::app::components::head::Head;
use crate::app::focus;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};

/// Says it in this place of the plan, in which so far is the total alone.
pub(crate) fn summarise(editor: EditorStore, place: &View) {
    keep_focus(editor, place, || {
        place.fill(&view! { <Summary /> }.built());
    });
}

/// Moves or fills the place in which it is said; the focus, where that is in it, goes to what is said then.
pub(super) fn keep_focus(editor: EditorStore, place: &View, change: impl FnOnce()) {
    let leads = focus::holds(place);
    change();
    if leads {
        editor.focus(STATE);
    }
}

/// The number, and what is left in one sentence.
#[component]
fn Summary() -> View {
    let editor = expect_context::<EditorStore>();
    let head = Memo::new(move |_| editor.current(|current| current.plan_head()));
    view! { <Head head id=STATE /> }.built()
}
