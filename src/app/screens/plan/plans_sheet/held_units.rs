//! Units that the learner has already.

use leptos::prelude::*;

use crate::app::arriving::{Details, DetailsProps};
use crate::app::components::codes_field::{CodesField, CodesFieldProps};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::View;
use crate::wording::{held, label, unit_state};

/// Units that the learner has already, by their codes or titles, behind a summary: all are achieved in one step.
pub(super) fn held_units() -> View {
    let fetch = move || -> Loading<View> { lazy::loading(content()) };
    Details(DetailsProps {
        summary: held::HAVE_UNITS,
        fetch: Box::new(fetch),
    })
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn content() -> Fetched<View> {
    let editor = expect_context::<EditorStore>();
    Ok(CodesField(CodesFieldProps {
        label: label::CODES_OR_TITLES,
        note: "held-note",
        button: unit_state::MARK,
        act: Box::new(move |text| editor.achieve_codes(text)),
    }))
}
