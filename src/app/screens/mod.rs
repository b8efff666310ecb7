//! The screens, and what belongs to one of them.

mod catalogue;
mod deleted;
mod exports;
pub(super) mod footer;
mod library;
pub(super) mod missing;
mod paper;
pub(super) mod plan;
mod plans;
mod rename;
pub(super) mod saving;
pub(super) mod share;
pub(super) mod shared;
mod shared_head;
mod shared_units;
pub(super) mod start;
pub(super) mod travel;
pub(super) mod unknown;

use crate::app::arriving;
use crate::app::dom::{self, El, el, styled};
use crate::app::focus::HEADING;
use crate::app::lazy;
use crate::app::stores::Stores;
use crate::app::tables::rest_for;
use crate::saved_plans::PlanId;
use crate::wording;

/// The main part of a screen. Only on our own page is it the main part of the page.
fn main(stores: Stores, class: &str) -> El {
    styled(
        if stores.page().is_page() {
            "main"
        } else {
            "div"
        },
        class,
    )
}

/// A named part of a screen: a landmark on our own page, a group within another's.
fn landmark(stores: Stores, tag: &'static str, class: &str, name: &str) -> El {
    let part = if stores.page().is_page() {
        styled(tag, class)
    } else {
        styled("div", class).attr("role", "group")
    };
    part.attr("aria-label", name)
}

/// The heading of a screen, which takes the focus when the screen comes.
fn title(text: &str) -> El {
    el("h1")
        .attr("id", HEADING)
        .attr("tabindex", "-1")
        .text(text)
}

/// The way to another screen, by the name that it has in an address. On our own page it is a link, which can
/// be opened in another tab; elsewhere a button, for the address is the host's.
///
/// A link is followed here too, and not by the browser: that tells of it only later, when a key may have been
/// pressed.
pub(super) fn way(stores: Stores, name: String) -> El {
    let page = stores.page().is_page();
    let way = if page {
        el("a").attr("href", &format!("#/{name}"))
    } else {
        el("button").attr("type", "button")
    };
    way.on("click", move |event| {
        if !(page && dom::opens_elsewhere(&event)) {
            event.prevent_default();
            stores.router().go_by(&name);
        }
    })
}

/// The way back to the choice of a qualification.
fn back(stores: Stores) -> El {
    let link = way(stores, String::new());
    styled("p", "qp-back").with(link.attr("class", "qp-link").text(wording::act::BACK))
}

/// What stands here while it is not known which catalogues there are.
pub(super) fn awaited(stores: Stores) -> El {
    arriving::place(move || {
        lazy::loading(async move {
            rest_for(stores).await?;
            // The screen that comes then takes this away, with the focus where that is here.
            std::future::pending().await
        })
    })
}

/// The screen of a plan from a link.
pub(super) fn link(stores: Stores, text: String) -> El {
    stores.router().link_is_for(None);
    arriving::screen_of(stores, move |rest| (rest.from_link)(stores, text.clone()))
}

/// The screen of a qualification that no catalogue has.
pub(super) fn unknown(stores: Stores, name: String, saved_plan: Option<PlanId>) -> El {
    arriving::screen_of(stores, move |rest| {
        (rest.unknown)(stores, name.clone(), saved_plan.clone())
    })
}
