use leptos::prelude::*;

use super::announcement::Announcement;
use super::plans_sheet::PlansSheet;
use super::rules_sheet::RulesSheet;
use super::sheets::Sheets;
use super::toolbar::NothingFound;
use super::unit_sheet::UnitSheet;
use super::ways_sheet::WaysSheet;
use crate::app::screens::catalogue::CatalogueNotice;
use crate::app::screens::library::OpenFileSheet;
use crate::app::screens::saving::{KeepingNotices, SavingLine};
use crate::app::screens::share::ShareSheet;
use crate::app::stores::editor::UnitsStore;
use crate::app::view::{Build, View};

/// What the planning screen has once the engine is there: what is to be said of the plan, its sheets, and what a
/// screen reader is told.
#[component]
pub(super) fn Extras(units: UnitsStore, sheets: Sheets) -> View {
    view! {
        <div class="qp-part">
            <NothingFound units />
            <SavingLine />
            <Announcement />
            <WaysSheet sheets />
            <RulesSheet open=sheets.rules />
            <UnitSheet unit=sheets.unit />
            <PlansSheet sheets />
            <OpenFileSheet open=sheets.file with_codes=true />
            <ShareSheet open=sheets.share />
        </div>
    }
    .built()
}

/// What is to be said of the plan that is kept and of the catalogues, above the units.
#[component]
pub(super) fn Notices() -> View {
    view! {
        <div class="qp-part">
            <KeepingNotices />
            <CatalogueNotice />
        </div>
    }
    .built()
}
