//! A plan to look at and not to change: one that came as a link, a saved plan of a newer version, or one whose
//! qualification is not here.

mod body;
mod files;
mod offer;
mod screen;
mod units;

use leptos::prelude::*;

use self::offer::{Here, Offer};
use self::screen::Received;
use super::{Main, Title};
use crate::app::arriving;
use crate::app::browser;
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, pressed};
use crate::exchange::link;
use crate::saved_plans::{NewerPlan, PlanSnapshot};
use crate::wording::{self, act, file_name, heading};

/// The plan in a link.
pub(crate) fn from_link(stores: Stores, text: String) -> Loading<View> {
    lazy::loading(of_link(stores, text))
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn of_link(stores: Stores, text: String) -> Fetched<View> {
    Ok(match link::open(&text) {
        Ok(snapshot) => sent(stores, snapshot),
        Err(error) => {
            let why = wording::link_error(error).to_owned();
            let kept = wording::link_error_kept();
            view! { <NotShown title=heading::LINK_FAULT why kept more=None /> }.built()
        }
    })
}

fn sent(stores: Stores, mut snapshot: PlanSnapshot) -> View {
    let catalogue = stores.catalogues().all();
    catalogue.own_name(&mut snapshot.plan.qualification);
    let of = catalogue.qualification(&snapshot.plan.qualification);
    stores.router().link_is_for(of.cloned());
    let same = stores.plans().same_as(&snapshot);
    let offer = Offer {
        // One that is kept already is not said to be none.
        what: if same.is_some() {
            wording::SENT
        } else {
            wording::from_link()
        },
        keep: Some(match same {
            Some(_) => act::KEEP_ANOTHER,
            None => act::KEEP,
        }),
        note: same.map(|plan| view! { <Here plan=&plan /> }.built()),
        more: None,
    };
    view! { <Received snapshot offer /> }.built()
}

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
            view! { <Received snapshot offer /> }.built()
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
    Ok(view! { <Received snapshot offer /> }.built())
}

/// Why there is nothing to look at, what is kept, and the way on.
#[component]
fn NotShown(title: &'static str, why: String, kept: &'static str, more: Option<View>) -> View {
    let stores = expect_context::<Stores>();
    let see_all = pressed(move || stores.router().go_home());
    let content = view! {
        <div class="qp-part">
            <Title text=title.to_owned() />
            <p>{why}</p>
            <p>{kept}</p>
            <div class="qp-actions">
                {more}
                <button type="button" class="qp-button" on:click=see_all>
                    {act::SEE_ALL_QUALIFICATIONS}
                </button>
            </div>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}
