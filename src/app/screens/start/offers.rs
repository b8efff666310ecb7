//! The qualifications that a plan can be started for.

use leptos::prelude::*;

use super::offer_row::{OfferRow, OfferRowProps};
use super::state::{START, StartScreen};
use crate::app::components::heading::heading_of;
use crate::app::tables::{Rest, once};
use crate::app::view::{Build, View, live};
use crate::editor::{OfferGroup, OffersView};
use crate::wording::{self, heading};

/// The list, by level, under its heading; whose list it is, or that it is on its way.
#[component]
pub(super) fn Offers(screen: StartScreen) -> View {
    let StartScreen {
        stores, has_plans, ..
    } = screen;
    let title = move || {
        if has_plans.get() {
            heading::START
        } else {
            heading::START_FIRST
        }
    };
    let is_awaited = move || stores.centre().is_awaited();
    let offers = move || {
        // Until the centre's file has come nobody knows whether it is to stand alone.
        if is_awaited() {
            return OffersView::default();
        }
        OffersView::new(&stores.catalogues().all().by_suite())
    };
    let groups = move || -> Vec<View> {
        let groups = offers().groups.into_iter();
        groups.map(|group| offer_group(screen, group)).collect()
    };
    let is_empty = move || stores.catalogues().all().qualifications().next().is_none();
    let list = view! { <div>{live(groups)}</div> }.built();
    let filters = view! { <div class="qp-filters"></div> }.built();
    {
        let (filters, list) = (filters.clone(), list.clone());
        once(stores, move |rest: &'static Rest| {
            filters.fill(&(rest.offer_filters)(stores, &list));
        });
    }
    let awaited = view! { <p role="status">{wording::centre_awaited()}</p> };
    let awaited = awaited.built();
    view! {
        <div class="qp-offers">
            {live(move || is_awaited().then(|| awaited.clone()))}
            <div class=("qp-hidden", live(move || is_awaited() || is_empty()))>
                {heading_of(2).id(START).tabindex("-1").prop("textContent", live(title))}
                <p class="qp-hint" prop:textContent=live(move || stores.centre().line().unwrap_or_default())></p>
                {filters}
                {list}
            </div>
        </div>
    }
    .built()
}

/// The qualifications of a level.
fn offer_group(screen: StartScreen, group: OfferGroup) -> View {
    let rows = group.offers.into_iter();
    let rows: Vec<View> = rows
        .map(|offer| OfferRow(OfferRowProps { screen, offer }))
        .collect();
    view! {
        <div class="qp-offer-group">
            {heading_of(3).class("qp-offer-level").child(group.heading)}
            <ul role="list">{rows}</ul>
        </div>
    }
    .built()
}
