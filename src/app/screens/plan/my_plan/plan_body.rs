//! What “My plan” says below its bar.

use leptos::prelude::*;

use super::counts_for::CountsFor;
use super::pick_mandatory::PickMandatory;
use super::picked_units::PickedUnits;
use super::rule_lines::RuleLines;
use super::time_entry::TimeEntry;
use crate::app::screens::plan::fill::compared_ways;
use crate::app::screens::plan::sheets::Sheets;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::Current;
use crate::qualification::UnitCode;
use crate::wording;

/// What “My plan” says below its bar: the rules, what is assumed and earned, and the units.
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
            <p class="qp-hint qp-assumed" prop:textContent=text(achieved)></p>
            <p class="qp-endorsed" prop:textContent=text(|current| wording::endorsements(current.assessment))></p>
            {mandatory}
            <PickedUnits sheets />
            <CountsFor sheets />
            <TimeEntry sheets />
            {live(move || sheets.compared.get().map(compared_ways))}
        </div>
    }
    .built()
}

fn assumed(current: &Current<'_>) -> String {
    current.assumed()
}

fn achieved(current: &Current<'_>) -> String {
    current.achieved_line()
}
