//! Where a unit comes from.

use leptos::prelude::*;

use crate::app::components::fields::{TextField, TextFieldProps};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::DetailsView;
use crate::plan::{Action, Plan};
use crate::qualification::UnitCode;
use crate::wording::unit_state;

/// The id of what is said of it.
const ABOUT: &str = "sheet-evidence";

/// The centre, the certificate, the reference: of a unit that is achieved, or earned otherwise than by study.
#[component]
pub(super) fn UnitEvidence(code: UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let field = TextField(TextFieldProps {
        label: unit_state::EVIDENCE,
        longest: Plan::LONGEST_EVIDENCE,
        value: Signal::derive(move || view.with(|view| view.evidence.clone())),
        note: ABOUT,
        on_text: Box::new(move |text| {
            editor.dispatch(Action::Evidence(code.clone(), text));
        }),
    });
    let hidden = live(move || view.with(|view| !view.asks_for_evidence));
    view! {
        <div class="qp-date" class=("qp-hidden", hidden)>
            {field}
            <p class="qp-hint" id=ABOUT>{unit_state::ABOUT_EVIDENCE}</p>
        </div>
    }
    .built()
}
