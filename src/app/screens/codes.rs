//! Units by a list of their codes.

use leptos::prelude::*;

use crate::app::arriving::{Details, DetailsProps};
use crate::app::components::codes_field::{CodesField, CodesFieldProps};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::View;
use crate::wording::{act, heading, label};

/// Units by a list of their codes, behind a summary.
pub(super) fn by_codes() -> View {
    let fetch = move || -> Loading<View> { lazy::loading(codes()) };
    Details(DetailsProps {
        summary: heading::BY_CODES,
        fetch: Box::new(fetch),
    })
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn codes() -> Fetched<View> {
    let editor = expect_context::<EditorStore>();
    Ok(CodesField(CodesFieldProps {
        label: label::CODES,
        note: "qp-codes-note",
        button: act::ADD_UNITS,
        act: Box::new(move |text| editor.pick_codes(text)),
    }))
}
