use leptos::prelude::*;

use super::conditions::Conditions;
use super::picked::PickedUnits;
use super::rule_lines::RuleLines;
use super::sheets::{STATE, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::Current;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::{self, act};

/// What “My plan” says below its bar: the rules, what is assumed and earned, what can be ticked, and the units.
#[component]
pub(super) fn PlanBody(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let text = move |what: fn(&Current<'_>) -> String| {
        live(move || editor.current(|current| what(&current)))
    };
    let of = editor.qualification();
    let mandatory = wording::mandatory(&of).map(<[UnitCode]>::to_vec);
    let mandatory = mandatory.map(|units| view! { <PickMandatory units /> }.built());
    view! {
        <div class="qp-my-body">
            <RuleLines />
            <p class="qp-hint qp-assumed" prop:textContent=text(assumed)></p>
            <p class="qp-endorsed" prop:textContent=text(|current| wording::endorsements(current.assessment))></p>
            <Conditions />
            {mandatory}
            <PickedUnits sheets />
        </div>
    }
    .built()
}

/// Picks what everybody has to take, while some of it is missing. The button goes with that, and leaves the focus where
/// it is said what came of it.
#[component]
fn PickMandatory(units: Vec<UnitCode>) -> View {
    let editor = expect_context::<EditorStore>();
    let missing = live(move || !editor.controls().pick_mandatory);
    let pick = pressed(move || {
        editor.dispatch(Action::PickAll(units.clone()));
        editor.focus(STATE);
    });
    view! {
        <button type="button" class="qp-button" class=("qp-hidden", missing) on:click=pick>
            {act::PICK_MANDATORY}
        </button>
    }
    .built()
}

fn assumed(current: &Current<'_>) -> String {
    current.assumed()
}
