//! The screens, and what belongs to one of them.

pub(super) mod about;
pub(super) mod advice;
mod catalogues;
pub(super) mod choose;
mod deleted;
pub(super) mod details;
mod drafts;
mod exports;
pub(super) mod finder;
pub(super) mod footer;
mod incoming;
pub(super) mod missing;
pub(super) mod opened;
pub(super) mod plan;
mod rename;
mod rules;
pub(super) mod saving;
mod sending;
pub(super) mod setup;
pub(super) mod shared;
pub(super) mod summary;
pub(super) mod travel;
pub(super) mod unit;
pub(super) mod unknown;

use crate::app::dom::{El, el, styled};
use crate::app::route::Route;
use crate::app::state::State;
use crate::qualification::Qualification;
use crate::wording;

/// The main part of a screen. Only on our own page is it the main part of the page.
fn main(state: State, class: &str) -> El {
    styled(if state.is_page() { "main" } else { "div" }, class)
}

/// A named part of a screen: a landmark on our own page, a group within another's.
fn landmark(state: State, tag: &'static str, class: &str, name: &str) -> El {
    let part = if state.is_page() {
        styled(tag, class)
    } else {
        styled("div", class).attr("role", "group")
    };
    part.attr("aria-label", name)
}

/// The heading of a screen, which takes the focus when the screen comes.
fn title(text: &str) -> El {
    el("h1")
        .attr("id", "qp-heading")
        .attr("tabindex", "-1")
        .text(text)
}

/// The way back to the choice of a qualification.
fn back(state: State) -> El {
    let link = if state.is_page() {
        el("a").attr("href", "#/")
    } else {
        el("button")
            .attr("type", "button")
            .on_click(move || state.go(&Route::Choose))
    };
    styled("p", "qp-back").with(
        link.attr("class", "qp-link")
            .text("All drafts and qualifications"),
    )
}

/// That nobody but us stands behind the figures, at the head of a screen.
fn unofficial(state: State) -> El {
    styled("p", "qp-hint qp-unofficial").live_text(move || {
        let read = state.catalogue().checked().map(wording::date);
        wording::unofficial(&read.unwrap_or_default())
    })
}

/// Product code and qualification number, above a title.
fn eyebrow(qualification: &Qualification) -> El {
    let text = format!(
        "{} · {}",
        qualification.suite, qualification.accreditation_number
    );
    styled("p", "qp-eyebrow").text(&text)
}
