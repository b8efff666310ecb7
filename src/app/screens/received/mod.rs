//! A plan to look at and not to change: one that came as a link, a saved plan of a newer version, or one whose
//! qualification is not here.

mod bare;
mod body;
mod files;
mod from_link;
mod here;
mod keep;
mod not_shown;
mod offer;
mod received_screen;
mod units;
mod unknown;

use leptos::prelude::*;

pub(crate) use self::from_link::from_link;
use self::not_shown::NotShown;
use self::offer::Offer;
use self::received_screen::ReceivedScreen;
use crate::app::arriving;
use crate::app::browser;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, pressed};
use crate::saved_plans::NewerPlan;
use crate::wording::{self, act, file_name, heading};

/// A saved plan of a newer version.
pub(crate) fn newer(stores: Stores, saved_plan: Box<NewerPlan>) -> View {
    arriving::screen(stores, move || lazy::loading(of_newer(saved_plan.clone())))
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn of_newer(saved_plan: Box<NewerPlan>) -> Fetched<View> {
    let NewerPlan { newer, kept } = *saved_plan;
    let why = wording::unreadable(&kept).to_owned();
    let download = pressed(move || browser::download(file_name::NEWER_PLAN, &kept.text));
    let download = view! {
        <button type="button" class="qp-button" on:click=download>{act::DOWNLOAD_AS_IT_IS}</button>
    };
    let more = Some(download.built());
    Ok(match newer.snapshot {
        Some(snapshot) => {
            let offer = Offer {
                what: wording::newer_plan(),
                keep: Some(act::KEEP),
                note: None,
                more,
            };
            view! { <ReceivedScreen snapshot offer /> }.built()
        }
        None => view! { <NotShown title=heading::NOT_SHOWN why kept="" more /> }.built(),
    })
}

/// A saved plan whose qualification no catalogue here has.
pub(super) fn waiting(stores: Stores, summary: PlanSummary) -> View {
    arriving::screen(stores, move || lazy::loading(of_waiting(summary.clone())))
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn of_waiting(summary: PlanSummary) -> Fetched<View> {
    let offer = Offer {
        what: wording::waiting_plan(),
        keep: None,
        note: None,
        more: None,
    };
    let snapshot = summary.snapshot;
    Ok(view! { <ReceivedScreen snapshot offer /> }.built())
}
