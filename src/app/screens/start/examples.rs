//! Plans to start from, for who has none yet.

use leptos::prelude::*;

use super::state::StartScreen;
use crate::app::components::bar::Bar;
use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::stores::{Program, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{ExampleView, PlanBar, examples};
use crate::wording::{act, heading};

/// The plans as cards under their heading; nothing where there are none.
#[component]
pub(super) fn Examples(screen: StartScreen) -> View {
    let stores = screen.stores;
    let cards = move || -> Vec<View> {
        if stores.centre().is_awaited() {
            return Vec::new();
        }
        let context = Program::context(stores.page().today());
        let catalogue = stores.catalogues().all();
        let all = examples(|name| catalogue.named(name), &context).into_iter();
        all.map(|one| card(stores, one)).collect()
    };
    view! {
        <div class="qp-examples">
            {heading_of(2).child(heading::EXAMPLES)}
            <ul role="list">{live(cards)}</ul>
        </div>
    }
    .built()
}

fn card(stores: Stores, one: ExampleView) -> View {
    let ExampleView {
        of,
        name,
        about,
        units,
        more,
        totals,
        bar,
        codes,
    } = one;
    let label = PlanBar::name(&of);
    let units = units.into_iter();
    let units: Vec<View> = units
        .map(|title| view! { <li>{title}</li> }.built())
        .collect();
    let start = pressed(move || stores.plans().begin_with(&of, name, codes.clone()));
    view! {
        <li class="qp-example">
            {heading_of(3).child(name)}
            <p class="qp-hint">{about}</p>
            <Bar bar=Signal::stored(bar) label />
            <ul role="list" class="qp-example-units">{units}<li>{more}</li></ul>
            <p class="qp-example-foot">
                <span>{totals}</span>
                <button
                    type="button"
                    class="qp-button"
                    aria-label=act::of_one(act::START_FROM, name)
                    on:click=start
                >
                    <span>{act::START_FROM}</span>
                    <Icon outline=icon::CHEVRON />
                </button>
            </p>
        </li>
    }
    .built()
}
