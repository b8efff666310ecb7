//! A plan that came as a link.

use leptos::prelude::*;

use super::here::Here;
use super::not_shown::NotShown;
use super::offer::Offer;
use super::received_screen::ReceivedScreen;
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::Stores;
use crate::app::view::{Build, View};
use crate::exchange::link;
use crate::saved_plans::PlanSnapshot;
use crate::wording::{self, act, heading};

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

/// The plan that was sent, and what can be done with it.
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
    view! { <ReceivedScreen snapshot offer /> }.built()
}
