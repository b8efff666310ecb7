//! The planning screen: what the qualification asks, its units, and the plan.
//!
//! The first program draws what a unit can be ticked with: the title, the units and the total. It stands still: what is
//! ticked is ticked by the browser. [`complete`] does all else, once the engine and the keeping of plans are there: it
//! has the rows follow the plan and fills the places (see [`Drawn`]). So the first screen weighs little, and each row
//! has one effect however much of it follows the plan.

mod announcement;
mod body;
mod card;
mod complete;
mod conditions;
mod drawn;
mod extras;
mod group;
mod group_head;
mod group_rows;
mod header;
mod history;
mod my_plan;
mod picked;
mod plans_sheet;
mod primary;
mod registered;
mod rule_lines;
mod rules_sheet;
mod saved_plans;
mod sheets;
mod summary;
mod this_plan;
mod toolbar;
mod total;
mod unit_choices;
mod unit_follow;
mod unit_row;
mod unit_sheet;
mod unit_ways;
mod ways_sheet;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use super::{Main, missing, received};
use crate::app::arriving;
use crate::app::components::keys;
use crate::app::focus;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::stores::editor::{EditorStore, OpenResult};
use crate::app::tables::{engine_for, once_here, once_judged, rest};
use crate::app::view::{Build, View, heard, pressed};
use crate::drawing::finder;
use crate::editor::{Columns, is_worth_filtering};
use crate::qualification::Qualification;
use crate::saved_plans::PlanId;
use crate::wording::{act, heading, label};

pub(crate) use complete::complete;
pub(crate) use drawn::Drawn;
use group::unit_group;
use header::Header;
use sheets::UNITS;
pub(crate) use sheets::{STATE, Sheets};
pub(crate) use summary::summarise;
use total::Total;

/// A new plan, which is shown before anything can judge or keep it.
pub(crate) fn begin(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> View {
    let editor = EditorStore::begin(stores, of, saved_plan);
    once_judged(stores, move |engine| (engine.keep)(editor));
    planning(editor, of)
}

/// A plan that may be kept: shown once that can be told.
pub(crate) fn kept(stores: Stores, of: Arc<Qualification>, saved_plan: Option<PlanId>) -> View {
    arriving::screen(stores, move || {
        let (of, saved_plan) = (Arc::clone(&of), saved_plan.clone());
        lazy::loading(async move {
            let engine = engine_for(stores).await?;
            Ok((engine.open)(stores, &of, saved_plan))
        })
    })
}

/// The screen of a plan that is kept, or why there is none.
pub(crate) fn open(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> View {
    match EditorStore::open(stores, of, saved_plan) {
        OpenResult::Plan(editor) => planning(editor, of),
        OpenResult::Newer(saved_plan) => received::newer(stores, saved_plan),
        OpenResult::Deleted(id) => missing::missing(stores, of, id),
    }
}

/// The usual keys: takes back, and does again; goes from row to row.
pub(crate) fn keys(editor: EditorStore, event: &KeyboardEvent) {
    keys::undo(event, |forth| {
        if forth {
            editor.redo();
        } else {
            editor.undo();
        }
        true
    });
    keys::rows(event);
}

/// Something of the units has the focus.
pub(crate) fn focused(event: &FocusEvent) {
    keys::stop_here(event);
}

fn planning(editor: EditorStore, of: &Arc<Qualification>) -> View {
    let of = Arc::clone(of);
    view! { <Plan editor of /> }.built()
}

/// The screen of a plan.
#[component]
fn Plan(editor: EditorStore, of: Arc<Qualification>) -> View {
    provide_context(editor);
    let (stores, sheets) = (editor.stores(), Sheets::new());
    stores.page().set_planning(true);
    on_cleanup(move || stores.page().set_planning(false));
    let columns = Columns::new(&of);
    let groups = of.groups.iter().enumerate();
    let groups =
        groups.map(|(place, group)| unit_group(editor, &of, &columns, place, group, sheets));
    let groups: Vec<_> = groups.collect();
    let finder = finder(is_worth_filtering(&of), columns.shows_levels());
    let drawn = Drawn::new(finder, groups);
    if let Some(rules) = stores.page().rules_of(&of) {
        drawn.say_rules(&rules);
    }
    let units: Vec<View> = drawn
        .groups
        .iter()
        .map(|group| group.group.clone())
        .collect();
    let rows = drawn.groups.iter().flat_map(|group| &group.rows);
    let rows: Vec<View> = rows.map(|(_, row)| row.clone()).collect();
    let toolbar = drawn.toolbar.clone();
    let to_units = pressed(move || {
        // One that is filtered away is nowhere; where all are, it is the search that shows them again.
        let mut rows = rows.iter();
        let first = rows.find(|row| row.element().client_height() > 0);
        focus::first_in(first.unwrap_or(&toolbar));
    });
    let to_plan = pressed(move || editor.focus(STATE));
    let main = view! {
        <div class="qp-part">
            {drawn.notices.clone()}
            // What comes fills places of its own; this one says where it does not.
            {arriving::rest_or_why(stores, STATE)}
            <p class="qp-rules-line">{drawn.rules.clone()}<span>{label::UNOFFICIAL_SHORT}</span></p>
            {drawn.toolbar.clone()}
            <div
                id=UNITS
                role="group"
                aria-label=heading::UNITS
                on:focusin=heard(|event: FocusEvent| {
                    if let Some(rest) = rest() {
                        (rest.plan_focused)(&event);
                    }
                })
            >
                {units}
            </div>
            {drawn.extras.clone()}
        </div>
    };
    let main = view! { <Main class="qp-plan" content=main.built() /> }.built();
    let aside = aside(stores, drawn.my_plan.clone());
    drawn
        .my_plan
        .fill(&view! { <Total place=drawn.summary.clone() /> }.built());
    let summary = drawn.summary.clone();
    once_judged(stores, move |engine| (engine.summarise)(editor, &summary));
    let head = view! { <Header title=of.title.clone() name=drawn.name.clone() rules=drawn.head.clone() widen=drawn.widen.clone() sheets /> };
    let head = head.built();
    let drawn_card = drawn.card.clone();
    once_here(stores, move |rest| (rest.plan)(editor, sheets, &drawn));
    view! {
        <div class="qp-desk" on:keydown=heard(move |event: KeyboardEvent| {
            if let Some(rest) = rest() {
                (rest.plan_keys)(editor, &event);
            }
        })>
            <button type="button" class="qp-button qp-skip" on:click=to_units>{act::SKIP_TO_UNITS}</button>
            <button type="button" class="qp-button qp-skip" on:click=to_plan>{act::SKIP_TO_PLAN}</button>
            {head}
            {drawn_card}
            {main}
            {aside}
        </div>
    }
    .built()
}

/// What stands beside the units: a landmark on our own page, a group within another's.
fn aside(stores: Stores, content: View) -> View {
    if stores.page().is_page() {
        view! { <aside class="qp-aside" aria-label=label::MY_PLAN>{content}</aside> }.built()
    } else {
        view! { <div class="qp-aside" role="group" aria-label=label::MY_PLAN>{content}</div> }
            .built()
    }
}
