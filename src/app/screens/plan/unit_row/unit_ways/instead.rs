//! The unit that took the place of another.

use leptos::prelude::*;

use crate::app::components::with_code::with_code;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::editor::row_id;
use crate::plan::Action;
use crate::qualification::UnitCode;
use crate::wording;

/// Takes the other unit in place of this one.
#[component]
pub(super) fn Instead(out: UnitCode, into: UnitCode) -> View {
    let editor = expect_context::<EditorStore>();
    let of = editor.qualification();
    let words = with_code(wording::choose(&of, &into));
    let place = of
        .groups
        .iter()
        .position(|group| group.units.contains(&into));
    let id = row_id(place.unwrap_or(0), &into);
    let press = pressed(move || {
        let (out, into) = (vec![out.clone()], vec![into.clone()]);
        editor.dispatch(Action::Change { out, into });
        editor.focus(&id);
    });
    view! { <button type="button" class="qp-button" on:click=press>{words}</button> }.built()
}
