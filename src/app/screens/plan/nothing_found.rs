//! No unit was found.

use leptos::prelude::*;

use super::toolbar::SEARCH;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::{Build, View, live, pressed};
use crate::editor::UnitList;
use crate::wording;

/// What stands in place of the list where nothing was found.
#[component]
pub(super) fn NothingFound(units: UnitsStore) -> View {
    let editor = expect_context::<EditorStore>();
    let nothing = live(move || units.with(|list| list.found() > 0));
    let words = live(move || units.with(UnitList::nothing_line));
    let show_all = pressed(move || {
        units.change(UnitList::clear);
        editor.focus(SEARCH);
    });
    view! {
        <div class="qp-nothing" class=("qp-hidden", nothing)>
            <p prop:textContent=words></p>
            <button type="button" class="qp-button" on:click=show_all>{wording::SHOW_ALL_UNITS}</button>
        </div>
    }
    .built()
}
