//! When a unit is to be done, or was achieved.

use leptos::prelude::*;

use crate::app::components::fields::{DateField, DateFieldProps};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::DetailsView;
use crate::plan::{Action, Progress};
use crate::qualification::UnitCode;
use crate::wording::{label, unit_state};

/// The id of what is said of the day that a unit is planned for.
const LATE: &str = "sheet-late";

/// By when, until it is achieved; then when that was.
#[component]
pub(super) fn UnitWhen(code: UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let is_achieved = move || view.with(|view| view.progress == Progress::Achieved);
    let day = code.clone();
    let by_when = DateField(DateFieldProps {
        label: label::PLANNED_FOR,
        value: Signal::derive(move || view.with(|view| view.planned.clone())),
        note: LATE,
        on_day: Box::new(move |date| {
            editor.dispatch(Action::Schedule(day.clone(), date.map(Into::into)));
        }),
    });
    let achieved_on = DateField(DateFieldProps {
        label: unit_state::ACHIEVED_ON,
        value: Signal::derive(move || view.with(|view| view.achieved_on.clone())),
        note: "",
        on_day: Box::new(move |date| {
            editor.dispatch(Action::AchieveOn(code.clone(), date.map(Into::into)));
        }),
    });
    view! {
        <div class="qp-asked">
            <div class="qp-asked" class=("qp-hidden", live(is_achieved))>
                {by_when}
                <p class="qp-late" id=LATE role="status" prop:textContent=live(move || view.with(|view| view.late.clone()))></p>
            </div>
            <div class=("qp-hidden", live(move || !is_achieved()))>{achieved_on}</div>
        </div>
    }
    .built()
}
