//! How far the learner has come with a unit.

use leptos::prelude::*;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::DetailsView;
use crate::plan::{Action, Progress};
use crate::qualification::UnitCode;
use crate::wording::unit_state;

/// The id of the answer that it is achieved: it takes the focus from the button that says so and goes.
pub(super) const ACHIEVED: &str = "sheet-achieved";

/// Not started, being worked on, or achieved.
#[component]
pub(super) fn UnitProgress<'a>(code: &'a UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let choice = |progress: Progress| {
        let code = code.clone();
        let choose = heard(move |_: web_sys::Event| {
            editor.dispatch(Action::SetProgress(code.clone(), progress));
        });
        let id = (progress == Progress::Achieved).then_some(ACHIEVED);
        let is_it = live(move || view.with(|view| view.progress == progress));
        let choice = view! {
            <label class="qp-unit-progress-choice">
                <input type="radio" name="sheet-progress" id=id prop:checked=is_it on:change=choose />
                <span>{unit_state::progress(progress)}</span>
            </label>
        };
        choice.built()
    };
    let choices: Vec<View> = Progress::ALL.into_iter().map(choice).collect();
    view! {
        <fieldset class="qp-unit-progress-choices">
            <legend>{unit_state::IS_ACHIEVED}</legend>
            {choices}
        </fieldset>
    }
    .built()
}
