//! Parts of the program that are fetched when they are wanted.
//!
//! A function with `#[wasm_split(part, …, fallible)]` is the way into a part: it and what only such
//! functions of that part use is taken out of the program by tools/bindgen. To call it is to fetch the
//! part first. One that cannot be fetched is an answer, and the next call asks for it anew.

use std::pin::Pin;

use leptos::prelude::untrack;
use leptos::reactive::spawn_local_scoped_with_cancellation;
pub(super) use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::dom::{El, effect, el, said, styled};
use super::focus::{self, HEADING};
use super::live::{Handle, Live, after_bindings};
use super::parts::notice::button;
use super::rest::{Rest, rest, rest_for};
use super::state::State;
use crate::wording;

/// What comes with a part, or that it could not be fetched.
pub(super) type Fetched<T> = Result<T, SplitLoaderError>;

/// What is fetched, some time.
pub(super) type Loading<T> = Pin<Box<dyn Future<Output = Fetched<T>>>>;

/// What a function of a part gives, in one type for all.
pub(super) fn loading<T>(what: impl Future<Output = Fetched<T>> + 'static) -> Loading<T> {
    Box::pin(what)
}

/// A place that fills itself with what a part builds: empty until that is there; where it cannot be fetched,
/// that and a button that tries once more. Who has pressed that and stayed there is led to what has come.
pub(super) fn place(fetch: impl Fn() -> Loading<El> + 'static) -> El {
    place_of(Box::new(fetch), None)
}

/// The same for a whole screen, which brings the focus along when it has come.
pub(super) fn screen(state: State, fetch: impl Fn() -> Loading<El> + 'static) -> El {
    if state.focused().is_some() {
        // It is in the screen that goes now, before another has come.
        state.brings_focus();
    }
    place_of(Box::new(fetch), Some((state, HEADING)))
}

/// The same for a screen that the part after the first screen builds.
pub(super) fn screen_of(
    state: State,
    build: impl Fn(&'static Rest) -> Loading<El> + 'static,
) -> El {
    let build = std::rc::Rc::new(build);
    screen(state, move || {
        let build = std::rc::Rc::clone(&build);
        loading(async move { build(rest_for(state).await?).await })
    })
}

/// A place that fills itself with what that part builds; where it cannot be fetched, as [`place`]. Who has it
/// fetched once more is led to the element of this id.
pub(super) fn part_of(
    state: State,
    id: &'static str,
    build: impl Fn(&'static Rest) -> Vec<El> + 'static,
) -> El {
    let build = std::rc::Rc::new(build);
    let fetch = move || {
        let build = std::rc::Rc::clone(&build);
        loading(async move {
            let children = build(rest_for(state).await?);
            Ok(styled("div", "qp-part").with_all(children))
        })
    };
    place_of(Box::new(fetch), Some((state, id)))
}

/// A place for what the part after the first screen builds, once it is there.
pub(super) fn later(state: State, build: impl Fn(&'static Rest) -> Vec<El> + 'static) -> El {
    let place = styled("div", "qp-part");
    let filled = place.clone();
    once_here(state, move |rest| filled.put(build(rest).iter()));
    place
}

/// Does something once that part is there: at once, where it is.
pub(super) fn once_here(state: State, act: impl Fn(&'static Rest) + 'static) {
    effect(Box::new(move || {
        if state.0.held().has_rest.get()
            && let Some(rest) = rest()
        {
            untrack(|| act(rest));
            after_bindings(focus::come);
        }
    }));
}

/// `leads_to` is what the reader is led to, where that is not what comes itself.
fn place_of(fetch: Box<dyn Fn() -> Loading<El>>, leads_to: Option<(State, &'static str)>) -> El {
    let tries = Handle::new(Live::new(0));
    let place = styled("div", "qp-part");
    let shown = place.clone();
    effect(Box::new(move || {
        let number = tries.held().get();
        let shown = shown.clone();
        untrack(|| {
            let loading = fetch();
            spawn_local_scoped_with_cancellation(async move {
                let came = loading.await;
                // The button that asked for it goes, and with it the focus, where that is still there.
                let leads = number > 0 && focus::is_in(&shown);
                let is_here = came.is_ok();
                let came = came.unwrap_or_else(|_| {
                    let words = said("p", wording::part_missing());
                    let again = button(wording::act::TRY_AGAIN, move || {
                        tries.held().change(|tries| *tries += 1);
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
                    Some((state, HEADING)) => {
                        if leads {
                            state.brings_focus();
                        }
                        state.arrive();
                    }
                    Some((state, id)) if leads && is_here => state.focus(id),
                    _ if leads => focus::first_in(&shown),
                    _ => {}
                }
                after_bindings(focus::come);
            });
        });
    }));
    place
}

/// Does what a part does; `failed` where it cannot be fetched.
pub(super) fn run(loading: Loading<()>, failed: impl FnOnce() + 'static) {
    spawn_local_scoped_with_cancellation(async move {
        if loading.await.is_err() {
            failed();
        }
    });
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
    let (wanted, open) = (Handle::new(Live::new(false)), Handle::new(Live::new(false)));
    let details = styled("details", class);
    let node = details.node().clone();
    let fetch = Handle::new(fetch);
    details
        .on("toggle", move |_| {
            open.held().set_other(node.has_attribute("open"));
            wanted.held().set_other(true);
        })
        .with(said("summary", summary))
        .with(el("div").live(move || {
            let wanted = wanted.held().get();
            let body = wanted.then(|| place(move || fetch.held()(open)));
            body.into_iter().collect()
        }))
}

/// Whether what stands behind a summary is looked at.
pub(super) type Open = Handle<Live<bool>>;
