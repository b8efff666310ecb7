//! The screens, and what belongs to one of them.

mod catalogue;
pub(super) mod everything;
mod exports;
pub(super) mod footer;
mod library;
pub(super) mod masthead;
pub(super) mod missing;
mod paper;
pub(super) mod plan;
mod plans;
pub(super) mod received;
pub(super) mod saving;
pub(super) mod share;
pub(super) mod start;
pub(super) mod travel;
pub(super) mod unknown;
mod way;
mod widen;

use leptos::prelude::*;

pub(super) use self::way::{Way, WayProps};
use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::focus::HEADING;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::tables::rest_for;
use crate::app::view::{Build, View};
use crate::saved_plans::PlanId;
use crate::wording::act;

/// The main part of a screen. Only on our own page is it the main part of the page.
#[component]
fn Main(class: &'static str, content: View) -> View {
    let stores = expect_context::<Stores>();
    if stores.page().is_page() {
        view! { <main class=class>{content}</main> }.built()
    } else {
        view! { <div class=class>{content}</div> }.built()
    }
}

/// The heading of a screen, which takes the focus when the screen comes.
#[component]
fn Title(text: String) -> View {
    heading_of(1).id(HEADING).tabindex("-1").child(text).built()
}

/// The way back to the choice of a qualification.
#[component]
fn Back() -> View {
    let content = view! { <span>{act::BACK}</span> }.built();
    let name = String::new();
    view! { <p class="qp-back"><Way name class="qp-link" content /></p> }.built()
}

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
