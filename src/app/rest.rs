//! What completes the screens of the first program, once plans can be judged and kept: fetched right after
//! the engine.
//!
//! The first program knows this part by one table of functions, as it knows the engine.

use std::cell::Cell;
use std::sync::Arc;
use std::thread::LocalKey;

use super::desk::Desk;
use super::dom::El;
use super::engine::engine_for;
use super::lazy::{Fetched, Loading, wasm_split};
use super::library::PlanLibrary;
use super::live::{Handle, Live};
use super::screens::{choose, footer, plan, shared, summary, unknown};
use super::state::State;
use crate::assess::ByRows;
use crate::editor::Sentences;
use crate::qualification::Qualification;
use crate::saved_plans::PlanId;

/// What the first program calls of this part.
pub(super) struct Rest {
    /// Called once for each planner: it keeps in step with the catalogue files that are kept.
    pub(super) arrive: fn(State),
    /// The search for plans whose units may count in many groups.
    pub(super) by_rows: ByRows,
    /// The sentences of what the engine finds.
    pub(super) sentences: Sentences,
    /// Reads every catalogue anew.
    pub(super) read_catalogues: fn(State),
    /// What else the planning screen has.
    pub(super) plan: fn(&plan::Places),
    /// What else stands beside the list of units.
    pub(super) summary: fn(Desk) -> Vec<El>,
    /// What else the footer has.
    pub(super) footer: fn(State) -> Vec<El>,
    /// What else the choice of a qualification has.
    pub(super) choose: fn(&choose::Places),
    /// Where the saved plan for a qualification stands that opens with it.
    pub(super) plan_line: fn(State, Handle<Live<PlanLibrary>>, &Arc<Qualification>) -> El,
    /// The screen of a plan from a link.
    pub(super) from_link: fn(State, String) -> Loading<El>,
    /// The screen of a qualification that is not here.
    pub(super) unknown: fn(State, String, Option<PlanId>) -> Loading<El>,
}

thread_local! {
    static REST: Cell<Option<&'static Rest>> = const { Cell::new(None) };
}

/// This part, where it is there.
pub(super) fn rest() -> Option<&'static Rest> {
    LocalKey::get(&REST)
}

#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn fetch() -> Fetched<&'static Rest> {
    if let Some(rest) = rest() {
        return Ok(rest);
    }
    let rest: &'static Rest = Box::leak(Box::new(Rest {
        arrive: State::subscribe_to_catalogues,
        by_rows: ByRows::new(),
        sentences: Sentences::all(),
        read_catalogues: State::read_catalogues,
        plan: plan::rest,
        summary: summary::rest,
        footer: footer::rest,
        choose: choose::rest,
        plan_line: choose::plan_line_of,
        from_link: shared::from_link,
        unknown: unknown::unknown,
    }));
    REST.set(Some(rest));
    Ok(rest)
}

/// This part with the engine, fetched where they are not there yet.
pub(super) async fn rest_for(state: State) -> Fetched<&'static Rest> {
    engine_for(state).await?;
    let rest = fetch().await?;
    if let Some(held) = state.0.still_held() {
        held.has_rest.set_other(true);
    }
    Ok(rest)
}
