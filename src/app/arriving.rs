//! Places on a screen for what comes with a part of the program.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::components::notice::button;
use super::dom::{El, effect, el, said, styled};
use super::focus::{self, HEADING};
use super::lazy::{Loading, loading};
use super::signals::set_other;
use super::stores::Stores;
use super::tables::{Rest, once_here, rest_for};
use crate::wording;

/// A place that fills itself with what a part builds: empty until that is there; where it cannot be fetched,
/// that and a button that tries once more. Who has pressed that and stayed there is led to what has come.
pub(super) fn place(fetch: impl Fn() -> Loading<El> + 'static) -> El {
    place_of(Box::new(fetch), None)
}

/// The same for a whole screen, which brings the focus along when it has come.
pub(super) fn screen(stores: Stores, fetch: impl Fn() -> Loading<El> + 'static) -> El {
    if stores.page().focused().is_some() {
        // It is in the screen that goes now, before another has come.
        stores.router().brings_focus();
    }
    place_of(Box::new(fetch), Some((stores, HEADING)))
}

/// The same for a screen that the part after the first screen builds.
pub(super) fn screen_of(
    stores: Stores,
    build: impl Fn(&'static Rest) -> Loading<El> + 'static,
) -> El {
    let build = Rc::new(build);
    screen(stores, move || {
        let build = Rc::clone(&build);
        loading(async move { build(rest_for(stores).await?).await })
    })
}

/// A place that fills itself with what that part builds; where it cannot be fetched, as [`place`]. Who has it
/// fetched once more is led to the element of this id.
pub(super) fn part_of(
    stores: Stores,
    id: &'static str,
    build: impl Fn(&'static Rest) -> Vec<El> + 'static,
) -> El {
    let build = Rc::new(build);
    let fetch = move || {
        let build = Rc::clone(&build);
        loading(async move {
            let children = build(rest_for(stores).await?);
            Ok(styled("div", "qp-part").with_all(children))
        })
    };
    place_of(Box::new(fetch), Some((stores, id)))
}

/// A place for what the part after the first screen builds, once it is there.
pub(super) fn later(stores: Stores, build: impl Fn(&'static Rest) -> Vec<El> + 'static) -> El {
    let place = styled("div", "qp-part");
    let filled = place.clone();
    once_here(stores, move |rest| filled.put(build(rest).iter()));
    place
}

/// `leads_to` is what the reader is led to, where that is not what comes itself.
fn place_of(fetch: Box<dyn Fn() -> Loading<El>>, leads_to: Option<(Stores, &'static str)>) -> El {
    // True once the reader has asked for it again.
    let asked = RwSignal::new(false);
    let place = styled("div", "qp-part");
    let shown = place.clone();
    effect(Box::new(move || {
        let is_asked = asked.get();
        let shown = shown.clone();
        untrack(|| {
            let loading = fetch();
            spawn_local_scoped_with_cancellation(async move {
                let came = loading.await;
                // The button that asked for it goes, and with it the focus, where that is still there.
                let leads = is_asked && focus::is_in(&shown);
                let is_here = came.is_ok();
                let came = came.unwrap_or_else(|_| {
                    let words = said("p", wording::part_missing());
                    let again = button(wording::act::TRY_AGAIN, move || {
                        asked.set(true);
                    });
                    let words = match leads_to {
                        // It stands for the screen, and is found as its heading is.
                        Some((_, HEADING)) => words.attr("id", HEADING).attr("tabindex", "-1"),
                        _ => words,
                    };
                    let notice = styled("div", "qp-notice").attr("role", "alert");
                    notice.with(words).with(again)
                });
                shown.put([&came].into_iter());
                match leads_to {
                    Some((stores, HEADING)) => {
                        if leads {
                            stores.router().brings_focus();
                        }
                        stores.router().arrive();
                    }
                    Some((stores, id)) if leads && is_here => stores.page().focus(id),
                    _ if leads => focus::first_in(&shown),
                    _ => {}
                }
                queue_microtask(focus::come);
            });
        });
    }));
    place
}

/// A place behind a summary, which fills itself when it is first opened.
pub(super) fn details(
    class: &str,
    summary: &str,
    fetch: impl Fn(Open) -> Loading<El> + 'static,
) -> El {
    details_of(class, summary, Box::new(fetch))
}

fn details_of(class: &str, summary: &str, fetch: Box<dyn Fn(Open) -> Loading<El>>) -> El {
    let (wanted, open) = (RwSignal::new(false), RwSignal::new(false));
    let details = styled("details", class);
    let node = details.node().clone();
    let fetch: Rc<dyn Fn(Open) -> Loading<El>> = fetch.into();
    details
        .on("toggle", move |_| {
            set_other(open, node.has_attribute("open"));
            set_other(wanted, true);
        })
        .with(said("summary", summary))
        .with(el("div").live(move || {
            let wanted = wanted.get();
            let fetch = Rc::clone(&fetch);
            let body = wanted.then(|| place(move || fetch(open)));
            body.into_iter().collect()
        }))
}

/// Whether what stands behind a summary is looked at.
pub(super) type Open = RwSignal<bool>;
