//! What a learner says of a unit.

use leptos::prelude::*;

use super::counts_in::CountsIn;
use super::earned_by::EarnedBy;
use super::unit_evidence::UnitEvidence;
use super::unit_progress::{ACHIEVED, UnitProgress};
use super::unit_when::UnitWhen;
use super::without_credit::WithoutCredit;
use crate::app::components::fields::{NoteField, NoteFieldProps};
use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::DetailsView;
use crate::plan::{Action, Plan};
use crate::qualification::Unit;
use crate::wording::{unit_sheet, unit_state};

/// That it is in the plan, how far the learner has come, when, in which group, how it is earned, and a note.
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
    let have = {
        let code = code.clone();
        pressed(move || {
            editor.dispatch(Action::Achieve(code.clone(), true));
            editor.focus(ACHIEVED);
        })
    };
    // Where that opens it, it is said beside why it is closed.
    let has_none = live(move || view.with(|view| view.is_picked || view.achieved.is_some()));
    let noted = code.clone();
    let note = NoteField(NoteFieldProps {
        label: unit_state::NOTE,
        longest: Plan::LONGEST_NOTE,
        value: Signal::derive(move || view.with(|view| view.noted.clone())),
        on_text: Box::new(move |text| {
            editor.dispatch(Action::NoteOf(noted.clone(), text));
        }),
    });
    let choices = view! {
        <div class="qp-unit-choices">
            {heading_of(3).child(unit_sheet::IN_YOUR_PLAN)}
            <div class="qp-asked" class=("qp-hidden", live(move || view.with(|view| !view.is_picked)))>
                <UnitProgress code=&code view />
                <UnitWhen code=code.clone() view />
                <CountsIn code=code.clone() view />
                <EarnedBy code=code.clone() view />
                <WithoutCredit code=code.clone() view />
                <UnitEvidence code view />
                {note}
            </div>
            <button type="button" class="qp-button" prop:textContent=words on:click=pick></button>
            <button type="button" class="qp-button" class=("qp-hidden", has_none) on:click=have>{unit_state::HAVE}</button>
        </div>
    };
    choices.built()
}
