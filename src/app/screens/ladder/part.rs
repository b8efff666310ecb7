//! The way into the part of the program that says what units count for: one for all of it, for each weighs in the first
//! program. It is in that of the links: both read lists of codes, and each part more weighs there too.

use leptos::prelude::*;

use super::answers::answers;
use super::held_now::held_now;
use super::picture::Picture;
use crate::app::lazy::{Fetched, Loading, loading, wasm_split};
use crate::app::stores::Stores;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};

/// What is asked of it.
#[derive(Clone, Copy)]
pub(in crate::app::screens) enum Wanted {
    /// The ladder of a plan.
    OfPlan(EditorStore),
    /// That of the units that stand in a field.
    Typed(Stores, RwSignal<String>),
    /// The same in short, with what opens that ladder.
    Answers(Stores, RwSignal<String>, RwSignal<bool>),
}

/// Fetches it.
pub(in crate::app::screens) fn wanted(what: Wanted) -> Loading<View> {
    loading(build(what))
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn build(what: Wanted) -> Fetched<View> {
    let ladder = match what {
        Wanted::OfPlan(editor) => editor.ladder(),
        Wanted::Typed(stores, typed) => held_now(stores, typed).ladder,
        Wanted::Answers(stores, typed, plans) => return Ok(answers(stores, typed, plans)),
    };
    Ok(view! { <Picture ladder /> }.built())
}
