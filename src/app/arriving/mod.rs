//! Places on a screen for what comes with a part of the program.

mod details;
mod missing;

use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

pub(super) use details::{Details, DetailsProps};
use missing::Missing;

use super::focus::{self, HEADING};
use super::lazy::{Loading, loading};
use super::signals::follow;
use super::stores::Stores;
use super::tables::{Rest, once, rest_for};
use super::view::{Build, View};

/// A place that fills itself with what a part builds: empty until that is there; where it cannot be fetched,
/// that and a button that tries once more. Who has pressed that and stayed there is led to what has come.
pub(super) fn place(fetch: impl Fn() -> Loading<View> + 'static) -> View {
    place_of(empty(), Box::new(fetch), None)
}

/// The same in a place that is there.
pub(super) fn in_place(place: View, fetch: impl Fn() -> Loading<View> + 'static) -> View {
    place_of(place, Box::new(fetch), None)
}

/// The same for a whole screen, which brings the focus along when it has come.
pub(super) fn screen(stores: Stores, fetch: impl Fn() -> Loading<View> + 'static) -> View {
    if stores.page().focused().is_some() {
        // It is in the screen that goes now, before another has come.
        stores.router().brings_focus();
    }
    place_of(empty(), Box::new(fetch), Some((stores, HEADING)))
}

/// The same for a screen that the part after the first screen builds.
pub(super) fn screen_of(
    stores: Stores,
    build: impl Fn(&'static Rest) -> Loading<View> + 'static,
) -> View {
    let build = Rc::new(build);
    screen(stores, move || {
        let build = Rc::clone(&build);
        loading(async move { build(rest_for(stores).await?).await })
    })
}

/// Says where the part after the first screen cannot be fetched. Who has it fetched once more is led to the element
/// of this id.
pub(super) fn rest_or_why(stores: Stores, id: &'static str) -> View {
    let fetch = move || {
        loading(async move {
            rest_for(stores).await?;
            Ok(view! { <div></div> }.built())
        })
    };
    place_of(empty(), Box::new(fetch), Some((stores, id)))
}

/// A place for what the part after the first screen builds, once it is there.
pub(super) fn later(stores: Stores, build: impl Fn(&'static Rest) -> View + 'static) -> View {
    later_in(empty(), stores, build)
}

/// The same in a place that is there.
pub(super) fn later_in(
    place: View,
    stores: Stores,
    build: impl Fn(&'static Rest) -> View + 'static,
) -> View {
    let filled = place.clone();
    once(stores, move |rest: &'static Rest| filled.fill(&build(rest)));
    place
}

fn empty() -> View {
    view! { <div class="qp-part"></div> }.built()
}

/// `leads_to` is what the reader is led to, where that is not what comes itself.
fn place_of(
    place: View,
    fetch: Box<dyn Fn() -> Loading<View>>,
    leads_to: Option<(Stores, &'static str)>,
) -> View {
    // True once the reader has asked for it again.
    let asked = RwSignal::new(false);
    let shown = place.clone();
    follow(Box::new(move || {
        let is_asked = asked.get();
        let shown = shown.clone();
        untrack(|| {
            let loading = fetch();
            spawn_local_scoped_with_cancellation(async move {
                let came = loading.await;
                // The button that asked for it goes, and with it the focus, where that is still there.
                let leads = is_asked && focus::is_in(&shown);
                let is_here = came.is_ok();
                // A message in the place of a screen is found as its heading is.
                let is_screen = leads_to.is_some_and(|(_, id)| id == HEADING);
                shown.fill(&came.unwrap_or_else(|_| view! { <Missing asked is_screen /> }.built()));
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
