//! The planning screen: what the qualification asks, its units, and the plan.
//!
//! The first program draws what a unit can be ticked with: the title, the units and the total. It stands still: what is
//! ticked is ticked by the browser. [`complete`] does all else, once the engine and the keeping of plans are there: it
//! has the rows follow the plan and fills the places (see [`Drawn`]). So the first screen weighs little, and each row
//! has one effect however much of it follows the plan.

mod announcement;
mod aside;
mod complete;
mod conditions;
mod counts_sheet;
mod drawn;
mod extras;
mod fill;
mod group;
mod group_strip;
mod header;
mod keys;
mod level_choice;
mod my_plan;
mod nothing_found;
mod notices;
mod pathway_choice;
mod plan_card;
mod plan_pane;
mod plan_screen;
mod plans_sheet;
mod registered;
mod rules_sheet;
mod sheets;
mod skip_links;
mod subject_choice;
mod summary;
mod timeline;
mod toolbar;
mod total;
mod unit_row;
mod unit_sheet;
mod ways_out;

use std::sync::Arc;

use leptos::prelude::*;

use super::{missing, received};
use crate::app::arriving;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::stores::editor::{EditorStore, OpenResult};
use crate::app::tables::{Engine, engine_for, once};
use crate::app::view::{Build, View};
use crate::qualification::Qualification;
use crate::saved_plans::PlanId;

pub(crate) use complete::complete;
pub(crate) use drawn::Drawn;
pub(crate) use keys::{focused, keys};
use plan_screen::PlanScreen;
pub(crate) use sheets::Sheets;
pub(crate) use summary::summarise;

/// A new plan, which is shown before anything can judge or keep it.
pub(crate) fn begin(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> View {
    let editor = EditorStore::begin(stores, of, saved_plan);
    once(stores, move |engine: &'static Engine| (engine.keep)(editor));
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

/// The screen of a plan that is there.
fn planning(editor: EditorStore, of: &Arc<Qualification>) -> View {
    view! { <PlanScreen editor of /> }.built()
}
