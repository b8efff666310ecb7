//! The button of a rule that picks the units it asks for.

use leptos::prelude::*;

use crate::app::screens::plan::sheets::STATE;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording::act;

/// The button goes with what is missing, and leaves the focus where it is said what came of it.
#[component]
pub(super) fn AddUnits(units: Vec<UnitCode>) -> View {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let titles = units.iter().filter_map(|code| of.unit(code));
    let titles: Vec<&str> = titles.map(|unit| unit.title.as_str()).collect();
    let name = act::add_of_rule(&titles);
    let add = pressed(move || {
        editor.dispatch(Action::PickAll(units.clone()));
        editor.focus(STATE);
    });
    view! { <button type="button" class="qp-link" aria-label=name on:click=add>{act::ADD}</button> }
        .built()
}
