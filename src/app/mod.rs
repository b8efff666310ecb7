//! The screens.
//!
//! One [`State`] a planner, `Copy`, handed down: which catalogue, which screen; on the planning
//! screen a `Desk` with the plan, its assessment and whether it is saved. Writes go through
//! `Desk::dispatch`; everything that is seen is derived from the plan.
//!
//! Views are plain functions that return an element of `dom`. `parts` know values and callbacks
//! only; `screens` know the state; `storage` alone touches the browser's storage, `browser` alone
//! its other interfaces.

mod browser;
mod catalogues;
mod centre;
mod desk;
mod dom;
mod engine;
mod files;
mod focus;
mod in_step;
mod lazy;
mod library;
mod live;
mod operations;
mod parts;
mod rest;
mod route;
mod screens;
mod state;
mod storage;

use dom::{El, el};
use engine::engine;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use route::Route;
pub use state::{Options, State};

/// A planner on a page. It goes, with every listener and timer of it, when this does.
pub struct Mounted {
    _handle: UnmountHandle<El>,
}

/// Mounts a planner into `root`.
#[must_use]
pub fn mount(root: &web_sys::HtmlElement, options: Options) -> Option<(State, Mounted)> {
    let made = std::rc::Rc::new(std::cell::Cell::new(None));
    let handle = mount_to_renderer(root, {
        let made = std::rc::Rc::clone(&made);
        move || {
            let state = State::new(options);
            made.set(Some(state));
            planner(state)
        }
    });
    made.get().map(|state| (state, Mounted { _handle: handle }))
}

fn planner(state: State) -> El {
    state.subscribe();
    // Only another route makes another screen: what a screen reads while it is built is its own.
    let screen = move || {
        let route = state.route();
        if state.awaits_catalogues() {
            return vec![screens::awaited(state)];
        }
        untrack(|| {
            let screen = match route {
                Route::Choose => screens::choose::choose(state),
                Route::Plan(qualification, saved_plan) if state.is_new(saved_plan.as_ref()) => {
                    screens::plan::begin(state, &qualification, saved_plan)
                }
                Route::Plan(qualification, saved_plan) => match engine() {
                    Some(engine) => (engine.open)(state, &qualification, saved_plan),
                    None => return vec![screens::plan::kept(state, qualification, saved_plan)],
                },
                // These come with a part, and bring the focus along themselves.
                Route::Link(text) => return vec![screens::link(state, text)],
                Route::Unknown(name, saved_plan) => {
                    return vec![screens::unknown(state, name, saved_plan)];
                }
            };
            state.arrive();
            vec![screen]
        })
    };
    el("div")
        .with(parts::frame::header(screens::way(state, String::new())))
        .with(el("div").live(screen))
        .with(screens::footer::footer(state))
}
