//! Whether a unit was achieved before, in its sheet.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::DetailsView;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::label;

/// The ids of what takes the focus from the other, which goes: the button that says that a unit was achieved, and the
/// answer that takes that back.
pub(super) const HAVE: &str = "sheet-have";
pub(super) const ACHIEVED: &str = "sheet-achieved";

/// That a unit was achieved before, where that opens it and the learner has said so.
#[component]
pub(super) fn Achieved(code: UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let change = heard(move |event: Event| {
        editor.dispatch(Action::Achieve(code.clone(), event_target_checked(&event)));
        editor.focus(HAVE);
    });
    let question = view! {
        <label
            class="qp-unit-achieved"
            class=("qp-hidden", live(move || view.with(|view| view.achieved != Some(true))))
        >
            <input
                type="checkbox"
                id=ACHIEVED
                prop:checked=live(move || view.with(|view| view.achieved == Some(true)))
                on:change=change
            />
            {label::ACHIEVED}
        </label>
    };
    question.built()
}
