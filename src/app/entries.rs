//! The ways into the parts that are fetched right after the first screen: what fills their tables.

use std::cell::Cell;
use std::thread::LocalKey;

use super::lazy::{Fetched, Loading, loading, wasm_split};
use super::screens::plan;
use super::screens::{delete_everything, received, start, unknown};
use super::stores::editor::EditorStore;
use super::stores::{Additions, Program, Stores};
use super::tables::{Engine, Rest, Summary, Table, WaysIn, once};
use super::view::View;
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
        summary: |stores| loading(summary_for(stores)),
        summarise,
    })))
}

thread_local! {
    static SUMMARY: Cell<Option<&'static Summary>> = const { Cell::new(None) };
}

/// What says where a plan stands, fetched where it is not there yet.
async fn summary_for(stores: Stores) -> Fetched<()> {
    if LocalKey::get(&SUMMARY).is_none() {
        SUMMARY.set(Some(summary().await?));
    }
    if stores.are_here() {
        stores.program().has_summary_now();
    }
    Ok(())
}

/// Says where a plan stands, once that can be said.
fn summarise(editor: EditorStore, place: &View) {
    let place = place.clone();
    once(editor.stores(), move |summary: &'static Summary| {
        (summary.fill)(editor, &place);
    });
}

impl Table for Summary {
    fn of(program: Program) -> Option<&'static Self> {
        program.has_summary().then(|| LocalKey::get(&SUMMARY))?
    }
}

#[wasm_split(summary, wasm_split_path = leptos::wasm_split, fallible)]
fn summary() -> Fetched<&'static Summary> {
    Program::say(Sentences::first());
    Ok(Box::leak(Box::new(Summary {
        fill: plan::summarise,
    })))
}

/// Keeps the plans of a planner in step with other tabs and planners, and with the second copy.
fn keep_plans(stores: Stores) {
    stores.saves().keep_in_step();
    stores.plans().keep_in_step();
}

#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn rest() -> Fetched<&'static Rest> {
    Program::say(Sentences::all());
    Program::add(Additions {
        by_rows: ByRows::new(),
        collisions: Collisions::new(),
    });
    Ok(Box::leak(Box::new(Rest {
        arrive: |stores| stores.catalogues().keep_in_step(),
        read_catalogues: |stores| stores.catalogues().read_and_show(),
        plan: plan::complete,
        plan_keys: plan::keys,
        plan_focused: plan::focused,
        footer: delete_everything::delete_everything,
        start: start::part,
        offer_filters: start::filters,
        go: start::go,
        start_keys: start::keys,
        from_link: received::from_link,
        unknown: unknown::unknown,
    })))
}
