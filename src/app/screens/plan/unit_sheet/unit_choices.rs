//! What a learner says of a unit.

use leptos::prelude::*;

use super::achieved::Achieved;
use super::counts_in::CountsIn;
use super::earned_by::EarnedBy;
use crate::app::components::fields::{DateField, DateFieldProps};
use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::DetailsView;
use crate::plan::Action;
use crate::qualification::Unit;
use crate::wording::{label, unit_sheet};

/// The id of what is said of the day that a unit is planned for.
const LATE: &str = "sheet-late";

/// That it is in the plan, by when, in which group and how it is earned.
///
/// What is not asked is hidden, not gone: a field that has the focus keeps it while the plan changes.
#[component]
pub(super) fn UnitChoices<'a>(unit: &'a Unit, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let code = unit.code.clone();
    let pick = {
        let code = code.clone();
        pressed(move || {
            let is_picked = view.with_untracked(|view| view.is_picked);
            editor.dispatch(Action::tick(code.clone(), !is_picked));
        })
    };
    let words = live(move || {
        let is_picked = view.with(|view| view.is_picked);
        if is_picked {
            unit_sheet::REMOVE
        } else {
            unit_sheet::ADD
        }
        .to_owned()
    });
    let day = code.clone();
    let by_when = DateField(DateFieldProps {
        label: label::PLANNED_FOR,
        value: Signal::derive(move || view.with(|view| view.planned.clone())),
        note: LATE,
        on_day: Box::new(move |date| {
            editor.dispatch(Action::Schedule(day.clone(), date.map(Into::into)));
        }),
    });
    let choices = view! {
        <div class="qp-unit-choices">
            {heading_of(3).child(unit_sheet::IN_YOUR_PLAN)}
            <Achieved code=code.clone() view />
            <div class="qp-asked" class=("qp-hidden", live(move || view.with(|view| !view.is_picked)))>
                {by_when}
                <p class="qp-late" id=LATE role="status" prop:textContent=live(move || view.with(|view| view.late.clone()))></p>
                <CountsIn code=code.clone() view />
                <EarnedBy code view />
            </div>
            <button type="button" class="qp-button" prop:textContent=words on:click=pick></button>
        </div>
    };
    choices.built()
}
