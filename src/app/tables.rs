//! The parts of the program that are fetched right after the first screen.
//!
//! The first program knows each by one table of functions; what stands only behind that is not in the first
//! program. `next` is the engine and the keeping of plans: until it is there a plan is shown as far as that can
//! be said without judging it, and what is ticked is remembered (see [`crate::editor`]). `rest` completes the
//! screens, once plans can be judged and kept. Between them comes `summary`, which says where a plan stands: it is small,
//! so that this is soon said. The first program knows nothing of it; `next` does.
//!
//! What fills the tables stands above the screens, and what asks for them below: [`ways_in`] makes the two known
//! to each other.

use std::cell::Cell;
use std::sync::Arc;
use std::thread::LocalKey;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{FocusEvent, KeyboardEvent};

use super::focus;
use super::lazy::{Fetched, Loading};
use super::screens::plan::{Drawn, Sheets};
use super::screens::start::{StartPart, StartScreen};
use super::signals::follow;
use super::stores::editor::EditorStore;
use super::stores::{Program, Stores};
use super::view::View;
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::PlanId;

/// What the first program calls of the engine and the keeping of plans.
pub(super) struct Engine {
    /// Called once for each planner: it keeps in step with what others save from now on.
    pub(super) arrive: fn(Stores),
    /// The planning screen of a saved plan that is kept, or why there is none.
    pub(super) open: fn(Stores, &Arc<Qualification>, Option<PlanId>) -> View,
    /// Gives a plan that was begun before to a session.
    pub(super) keep: fn(EditorStore),
    /// Puts a unit into the plan, or takes it out.
    pub(super) tick: fn(EditorStore, &UnitCode, bool),
    /// Has fetched what says where a plan stands.
    pub(super) summary: fn(Stores) -> Loading<()>,
    /// Says where a plan stands, in this place, once that is there.
    pub(super) summarise: fn(EditorStore, &View),
}

/// What `next` calls of what says where a plan stands.
pub(super) struct Summary {
    pub(super) fill: fn(EditorStore, &View),
}

/// What the first program calls of what completes the screens.
pub(super) struct Rest {
    /// Called once for each planner: it keeps in step with the catalogue files that are kept.
    pub(super) arrive: fn(Stores),
    /// Reads every catalogue anew, and shows what was asked for.
    pub(super) read_catalogues: fn(Stores),
    /// Completes a planning screen.
    pub(super) plan: fn(EditorStore, Sheets, &Drawn),
    /// The keys that it hears, and what of its units has the focus.
    pub(super) plan_keys: fn(EditorStore, &KeyboardEvent),
    pub(super) plan_focused: fn(&FocusEvent),
    /// What else the footer has.
    pub(super) footer: fn() -> View,
    /// A part of the start screen.
    pub(super) start: fn(StartScreen, StartPart) -> View,
    /// What narrows the list of qualifications that was drawn.
    pub(super) offer_filters: fn(Stores, &View) -> View,
    /// Goes by a way, beside the plans that are kept.
    pub(super) go: fn(Stores, &str),
    /// The keys that the start screen hears.
    pub(super) start_keys: fn(Stores, &KeyboardEvent),
    /// The screen of a plan from a link.
    pub(super) from_link: fn(Stores, String) -> Loading<View>,
    /// The screen of a qualification that is not here.
    pub(super) unknown: fn(Stores, String, Option<PlanId>) -> Loading<View>,
}

/// How the two are fetched.
#[derive(Clone, Copy)]
pub(super) struct WaysIn {
    pub(super) engine: fn() -> Loading<&'static Engine>,
    pub(super) rest: fn() -> Loading<&'static Rest>,
}

thread_local! {
    static ENGINE: Cell<Option<&'static Engine>> = const { Cell::new(None) };
    static REST: Cell<Option<&'static Rest>> = const { Cell::new(None) };
    static WAYS_IN: Cell<Option<WaysIn>> = const { Cell::new(None) };
}

/// Tells how the two are fetched: before anything asks for them.
pub(super) fn ways_in(ways_in: WaysIn) {
    WAYS_IN.set(Some(ways_in));
}

/// The engine and the keeping of plans, where they are there.
pub(super) fn engine() -> Option<&'static Engine> {
    LocalKey::get(&ENGINE)
}

/// What completes the screens, where it is there.
pub(super) fn rest() -> Option<&'static Rest> {
    LocalKey::get(&REST)
}

/// Has both fetched, one after the other, so that they are there when they are needed. Where that fails, who
/// needs them asks again and says so.
pub(super) fn prefetch(stores: Stores) {
    spawn_local(async move {
        let _ = rest_for(stores).await;
    });
}

/// The engine, fetched where it is not there yet.
pub(super) async fn engine_for(stores: Stores) -> Fetched<&'static Engine> {
    let engine = match (engine(), LocalKey::get(&WAYS_IN)) {
        (None, Some(ways)) => (ways.engine)().await?,
        (None, None) => return std::future::pending().await,
        (Some(engine), _) => engine,
    };
    // Of two that have waited at once the first has set it.
    let engine = self::engine().unwrap_or(engine);
    ENGINE.set(Some(engine));
    tell(stores);
    Ok(engine)
}

/// What completes the screens with the engine, fetched where they are not there yet.
pub(super) async fn rest_for(stores: Stores) -> Fetched<&'static Rest> {
    let engine = engine_for(stores).await?;
    (engine.summary)(stores).await?;
    let rest = match (rest(), LocalKey::get(&WAYS_IN)) {
        (None, Some(ways)) => (ways.rest)().await?,
        (None, None) => return std::future::pending().await,
        (Some(rest), _) => rest,
    };
    let rest = self::rest().unwrap_or(rest);
    REST.set(Some(rest));
    tell(stores);
    Ok(rest)
}

/// Tells a planner, where it still is on the page, which of the two are there: for one beside another both may be.
pub(super) fn tell(stores: Stores) {
    if stores.are_here() {
        stores
            .program()
            .are_here(engine().is_some(), rest().is_some());
    }
}

/// A table that is known once its part is there.
pub(super) trait Table: 'static {
    /// The table, where a planner was told that the part is there.
    fn of(program: Program) -> Option<&'static Self>;
}

impl Table for Engine {
    fn of(program: Program) -> Option<&'static Self> {
        program.has_engine().then(engine)?
    }
}

impl Table for Rest {
    fn of(program: Program) -> Option<&'static Self> {
        program.has_rest().then(rest)?
    }
}

/// Does something with a table once that is there: at once, where it is.
pub(super) fn once<T: Table>(stores: Stores, act: impl Fn(&'static T) + 'static) {
    follow(Box::new(move || {
        if let Some(table) = T::of(stores.program()) {
            untrack(|| act(table));
            queue_microtask(focus::come);
        }
    }));
}
