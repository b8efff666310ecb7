//! The screens, and what belongs to one of them.

mod back;
mod catalogue;
mod codes;
pub(super) mod delete_everything;
mod exports;
pub(super) mod footer;
mod ladder;
mod library;
mod main;
pub(super) mod masthead;
pub(super) mod missing;
mod paper;
pub(super) mod plan;
mod plans;
pub(super) mod received;
pub(super) mod saving;
pub(super) mod share_sheet;
pub(super) mod start;
mod title;
pub(super) mod unknown;
mod way;
mod widen;

use self::back::Back;
use self::main::Main;
use self::title::Title;
pub(super) use self::way::{Way, WayProps};
use crate::app::arriving;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::tables::rest_for;
use crate::app::view::View;
use crate::saved_plans::PlanId;

/// What stands here while it is not known which catalogues there are.
pub(super) fn awaited(stores: Stores) -> View {
    arriving::place(move || {
        lazy::loading(async move {
            rest_for(stores).await?;
            // The screen that comes then takes this away, with the focus where that is here.
            std::future::pending().await
        })
    })
}

/// The screen of a plan from a link.
pub(super) fn link(stores: Stores, text: String) -> View {
    stores.router().link_is_for(None);
    arriving::screen_of(stores, move |rest| (rest.from_link)(stores, text.clone()))
}

/// The screen of a qualification that no catalogue has.
pub(super) fn unknown(stores: Stores, name: String, saved_plan: Option<PlanId>) -> View {
    arriving::screen_of(stores, move |rest| {
        (rest.unknown)(stores, name.clone(), saved_plan.clone())
    })
}
