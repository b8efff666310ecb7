//! The ways into the parts that are fetched right after the first screen: what fills their tables.

use super::lazy::{Fetched, Loading, loading, wasm_split};
use super::screens::plan;
use super::screens::{everything, received, start, unknown};
use super::stores::editor::EditorStore;
use super::stores::{Additions, Program, Stores};
use super::tables::{Engine, Rest, WaysIn};
use crate::assess::{ByRows, Collisions};
use crate::editor::Sentences;

pub(super) const WAYS_IN: WaysIn = WaysIn {
    engine: || -> Loading<&'static Engine> { loading(engine()) },
    rest: || -> Loading<&'static Rest> { loading(rest()) },
};

#[wasm_split(next, wasm_split_path = leptos::wasm_split, fallible)]
fn engine() -> Fetched<&'static Engine> {
    Ok(Box::leak(Box::new(Engine {
        arrive: keep_plans,
        open: plan::open,
        keep: EditorStore::keep,
        tick: EditorStore::tick,
    })))
}

/// Keeps the plans of a planner in step with other tabs and planners, and with the second copy.
fn keep_plans(stores: Stores) {
    stores.saves().keep_in_step();
    stores.plans().keep_in_step();
}

#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn rest() -> Fetched<&'static Rest> {
    Program::add(Additions {
        by_rows: ByRows::new(),
        collisions: Collisions::new(),
        sentences: Sentences::all(),
    });
    Ok(Box::leak(Box::new(Rest {
        arrive: |stores| stores.catalogues().keep_in_step(),
        read_catalogues: |stores| stores.catalogues().read_and_show(),
        plan: plan::complete,
        plan_keys: plan::keys,
        plan_focused: plan::focused,
        footer: everything::delete_everything,
        start: start::part,
        offer_filters: start::filters,
        start_keys: start::keys,
        from_link: received::from_link,
        unknown: unknown::unknown,
    })))
}
