//! The plans of a file, before they are added.

use std::sync::Arc;

use leptos::prelude::*;

use super::arrival::arrival;
use super::not_done::{NOT_DONE, not_done};
use crate::app::components::heading::heading_of;
use crate::app::components::paged::{Paged, Row};
use crate::app::stores::{CAME, Choice, Incoming, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::wording::{self, act, heading};

/// How many plans are shown at once.
const PAGE: usize = 50;

/// The plans of a file, before they are added, each with what is to be done with it, and the button that does it. Where
/// that fails, `failed` says so.
pub(super) fn file_review(
    stores: Stores,
    open: RwSignal<bool>,
    failed: RwSignal<bool>,
    incoming: &Arc<Incoming>,
) -> View {
    let choices = incoming.plans.iter().map(|one| one.choice).collect();
    let choices: RwSignal<Vec<Choice>> = RwSignal::new(choices);
    let places = |same: bool| -> Vec<usize> {
        let all = incoming.plans.iter().enumerate();
        let of = all.filter(|(_, one)| one.is_here() == same);
        of.map(|(place, _)| place).collect()
    };
    let (others, same) = (places(false), places(true));
    let rows = |places: Vec<usize>| {
        let (incoming, number) = (Arc::clone(incoming), places.len());
        let row: Row = Arc::new(move |row| {
            let place = places.get(row).copied().unwrap_or_default();
            arrival(stores, &incoming, place, choices)
        });
        view! { <Paged class="qp-arrivals" page=PAGE number row /> }.built()
    };
    let is_nothing_new = others.is_empty() && incoming.catalogues.is_empty();
    let hint = match (is_nothing_new, same.len()) {
        (true, 0) => wording::NO_PLAN_TO_ADD.to_owned(),
        (true, same) => wording::nothing_new(same),
        (false, _) => wording::NOTHING_ADDED_YET.to_owned(),
    };
    let trouble = incoming.trouble().into_iter();
    let trouble = trouble.map(|line| view! { <p class="qp-refused">{line}</p> }.built());
    let trouble: Vec<View> = trouble.collect();
    let titles: Vec<String> = incoming.titles();
    let with = (!titles.is_empty()).then(|| wording::with_catalogues(&titles));
    let with = with.map(|words| view! { <p>{words}</p> }.built());
    // Nothing has to be done with these: they take no room.
    let folded = (!same.is_empty()).then(|| {
        let summary = wording::already_here(same.len());
        view! {
            <details class="qp-arrivals-same">
                <summary>{summary}</summary>
                {rows(same)}
            </details>
        }
        .built()
    });
    let others = (!others.is_empty()).then(|| rows(others));
    let catalogues = titles.len();
    let label = Memo::new(move |_| choices.with(|all| label(all, catalogues)));
    let add = pressed(move || {
        failed.set(false);
        if let Some(taken_in) = choices.with_untracked(|all| stores.import().take_in(all)) {
            open.set(false);
            stores.import().go_on(taken_in);
        } else {
            failed.set(true);
            stores.page().focus(NOT_DONE);
        }
    });
    view! {
        <div class="qp-file-told">
            {heading_of(3).id(CAME).tabindex("-1").child(heading::plans_in(&incoming.name))}
            {trouble}
            <p class="qp-hint">{hint}</p>
            {with}
            {live(move || failed.get().then(|| not_done(stores)).flatten())}
            {others}
            {folded}
            <div class="qp-file-foot" class=("qp-hidden", live(move || label.with(Option::is_none)))>
                <button
                    type="button"
                    class="qp-button qp-button--main"
                    on:click=add
                    prop:textContent=live(move || label.get().unwrap_or_default())
                ></button>
            </div>
        </div>
    }
    .built()
}

/// What the button says that does what was chosen; none where that is nothing.
fn label(all: &[Choice], catalogues: usize) -> Option<String> {
    let count = |choice: Choice| all.iter().filter(|one| **one == choice).count();
    act::take_in(count(Choice::Add), count(Choice::Replace), catalogues)
}
