//! The planning screen: what the qualification asks, its units, and the plan.
//!
//! The first program has what a unit can be ticked with, and the total. The rest comes once the engine and the keeping
//! of plans are there: each place that waits for it asks for its own (see [`Rest`]).

mod body;
mod conditions;
mod extras;
mod group;
mod group_head;
mod header;
mod history;
mod my_plan;
mod old_sheets;
mod picked;
mod primary;
mod registered;
mod rule_lines;
mod rules_sheet;
mod sheets;
mod toolbar;
mod unit_choices;
mod unit_row;
mod unit_rows;
mod unit_sheet;
mod unit_ways;
mod ways_sheet;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::{missing, shared};
use crate::app::arriving::{self, comes};
use crate::app::components::keys;
use crate::app::dom::El;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::stores::editor::{EditorStore, OpenResult, UnitsStore};
use crate::app::tables::{engine_for, once_judged, rest};
use crate::app::view::{Build, View, heard, pressed};
use crate::editor::{Columns, is_worth_filtering};
use crate::qualification::Qualification;
use crate::saved_plans::PlanId;
use crate::wording::{self, act, heading, label};

pub(crate) use body::PlanBody;
pub(crate) use extras::{Extras, Notices};
use group::UnitGroup;
pub(crate) use group_head::{GroupHead, GroupOthers};
use header::Header;
pub(crate) use history::History;
use my_plan::MyPlan;
pub(crate) use primary::PrimaryButton;
pub(crate) use sheets::{STATE, Sheets};
pub(crate) use toolbar::Toolbar;
pub(crate) use unit_ways::UnitWays;

/// The id of the list of units.
const UNITS: &str = "units";

/// A new plan, which is shown before anything can judge or keep it.
pub(crate) fn begin(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> El {
    let editor = EditorStore::begin(stores, of, saved_plan);
    once_judged(stores, move |engine| (engine.keep)(editor));
    planning(editor, of)
}

/// A plan that may be kept: shown once that can be told.
pub(crate) fn kept(stores: Stores, of: Arc<Qualification>, saved_plan: Option<PlanId>) -> El {
    arriving::screen(stores, move || {
        let (of, saved_plan) = (Arc::clone(&of), saved_plan.clone());
        lazy::loading(async move {
            let engine = engine_for(stores).await?;
            Ok((engine.open)(stores, &of, saved_plan))
        })
    })
}

/// The screen of a plan that is kept, or why there is none.
pub(crate) fn open(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> El {
    match EditorStore::open(stores, of, saved_plan) {
        OpenResult::Plan(editor) => planning(editor, of),
        OpenResult::Newer(saved_plan) => shared::newer(stores, saved_plan),
        OpenResult::Deleted(id) => missing::missing(stores, of, id),
    }
}

fn planning(editor: EditorStore, of: &Arc<Qualification>) -> El {
    let of = Arc::clone(of);
    view! { <Plan editor of /> }.built().into()
}

/// Takes back, and does again, by the usual keys.
pub(crate) fn keys(editor: EditorStore, event: &Event) {
    keys::undo(event, |forth| {
        if forth {
            editor.redo();
        } else {
            editor.undo();
        }
        true
    });
}

/// The screen of a plan.
#[component]
fn Plan(editor: EditorStore, of: Arc<Qualification>) -> View {
    let (stores, sheets) = (editor.stores(), Sheets::new());
    let units = UnitsStore::new(editor, &of);
    let columns = Arc::new(Columns::new(&of));
    let groups = of.groups.iter().enumerate().filter_map(|(place, group)| {
        let (of, columns) = (Arc::clone(&of), Arc::clone(&columns));
        let (title, rows) = (group.title.clone(), units.group(place)?);
        Some(view! { <UnitGroup editor units of columns title place rows sheets /> }.built())
    });
    let groups: Vec<View> = groups.collect();
    let rules = wording::rules_in_one_line(&of);
    let toolbar = is_worth_filtering(&of).then(|| {
        let of = Arc::clone(&of);
        let toolbar = comes(stores, move |rest| (rest.toolbar)(units, Arc::clone(&of)));
        view! { <div class="qp-finder">{toolbar}</div> }.built()
    });
    let to_units = pressed(move || editor.focus(UNITS));
    let to_plan = pressed(move || editor.focus(STATE));
    let main = view! {
        <div class="qp-part">
            {comes(stores, move |rest| (rest.plan_notices)(editor))}
            <p class="qp-rules-line">{rules.clone()}<span>{label::UNOFFICIAL_SHORT}</span></p>
            {toolbar}
            <div id=UNITS tabindex="-1" role="group" aria-label=heading::UNITS>{groups}</div>
            {comes(stores, move |rest| (rest.plan_extras)(editor, units, sheets))}
        </div>
    };
    let main = super::main(stores, "qp-plan").with(main.built().into());
    let aside = super::landmark(stores, "aside", "qp-aside", label::MY_PLAN);
    let aside = aside.with(view! { <MyPlan editor sheets /> }.built().into());
    view! {
        <div class="qp-desk" on:keydown=heard(move |event: KeyboardEvent| {
            if let Some(rest) = rest() {
                (rest.plan_keys)(editor, &event);
            }
        })>
            <button type="button" class="qp-button qp-skip" on:click=to_units>{act::SKIP_TO_UNITS}</button>
            <button type="button" class="qp-button qp-skip" on:click=to_plan>{act::SKIP_TO_PLAN}</button>
            <Header stores title=of.title.clone() rules sheets />
            {View::from(main)}
            {View::from(aside)}
        </div>
    }
    .built()
}
