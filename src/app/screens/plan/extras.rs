//! What the planning screen has that is not drawn at first.

use leptos::prelude::*;

use super::announcement::Announcement;
use super::conditions::Conditions;
use super::counts_sheet::CountsSheet;
use super::nothing_found::NothingFound;
use super::plan_pane::PlanPane;
use super::plans_sheet::PlansSheet;
use super::rules_sheet::RulesSheet;
use super::sheets::Sheets;
use super::unit_sheet::UnitSheet;
use crate::app::screens::library::OpenFileSheet;
use crate::app::screens::saving::SavingLine;
use crate::app::screens::share_sheet::ShareSheet;
use crate::app::stores::editor::UnitsStore;
use crate::app::view::{Build, View};

/// What the planning screen has once the engine is there: what is to be said of the plan, its sheets, and what a
/// screen reader is told.
#[component]
pub(super) fn Extras(units: UnitsStore, sheets: Sheets) -> View {
    view! {
        <div class="qp-part">
            <PlanPane sheets />
            <NothingFound units />
            <Conditions />
            <SavingLine />
            <Announcement />
            <CountsSheet sheets />
            <RulesSheet open=sheets.rules />
            <UnitSheet unit=sheets.unit />
            <PlansSheet sheets />
            <OpenFileSheet open=sheets.file with_codes=true />
            <ShareSheet open=sheets.share />
        </div>
    }
    .built()
}
