//! Whether a unit brings its credit.

use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::DetailsView;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::unit_state;

/// That prior learning or an exemption meets the unit without its credit, where it is earned so.
#[component]
pub(super) fn WithoutCredit(code: UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let change = heard(move |event: web_sys::Event| {
        let is_without = event_target_checked(&event);
        editor.dispatch(Action::WithoutCredit(code.clone(), is_without));
    });
    let hidden = live(move || view.with(|view| view.without_credit.is_none()));
    view! {
        <label class="qp-unit-progress-choice" class=("qp-hidden", hidden)>
            <input
                type="checkbox"
                prop:checked=live(move || view.with(|view| view.without_credit == Some(true)))
                on:change=change
            />
            <span>{unit_state::WITHOUT_CREDIT}</span>
        </label>
    }
    .built()
}
