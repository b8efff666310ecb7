//! The sheet of a unit: what it is, whether it counts, and what a learner can set for it.
//!
//! Built when it is opened: a list of many units carries a button for each and no more, and a tick searches
//! for no unit that nobody looks at.

mod counts_in;
mod earned_by;
mod elsewhere;
mod unit_about;
mod unit_choices;
mod unit_evidence;
mod unit_line;
mod unit_progress;
mod unit_standing;
mod unit_when;
mod without_credit;

use leptos::prelude::*;

use elsewhere::Elsewhere;
use unit_choices::UnitChoices;
use unit_line::UnitLine;
use unit_standing::UnitStanding;

use super::announcement::Announcement;
use crate::app::arriving;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::qualification::UnitCode;

/// The sheet of the unit that is looked at, while there is one.
#[component]
pub(crate) fn UnitSheet(unit: RwSignal<Option<UnitCode>>) -> View {
    let editor = expect_context::<EditorStore>();
    let open = RwSignal::new(false);
    Effect::new(move || {
        let is_open = unit.with(Option::is_some);
        if open.get_untracked() != is_open {
            open.set(is_open);
        }
    });
    Effect::new(move || {
        if !open.get() && unit.with_untracked(Option::is_some) {
            unit.set(None);
        }
    });
    let title = Signal::derive(move || {
        let code = unit.get();
        let of = editor.qualification();
        let unit = code.and_then(|code| of.unit(&code).map(|unit| unit.title.clone()));
        unit.unwrap_or_default()
    });
    let body = move || {
        let shown = live(move || {
            let place = |code: UnitCode| {
                arriving::place(move || lazy::loading(content(editor, unit, code.clone())))
            };
            unit.get().map(place)
        });
        view! { <div class="qp-unit-sheet">{shown}</div> }.built()
    };
    view! { <Sheet title open body=Box::new(body) /> }.built()
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn content(
    editor: EditorStore,
    sheet: RwSignal<Option<UnitCode>>,
    code: UnitCode,
) -> Fetched<View> {
    let of = editor.qualification();
    let body = of.unit(&code).map(|unit| {
        let view = Memo::new(move |_| editor.current(|current| current.details(&code)));
        let body = view! {
            <div class="qp-unit-body">
                <UnitLine of=&of unit />
                <div class="qp-columns">
                    <UnitStanding of=&of unit view sheet />
                    <UnitChoices unit view />
                </div>
                <Elsewhere code=unit.code.clone() />
                <Announcement />
            </div>
        };
        body.built()
    });
    Ok(body.unwrap_or_else(|| view! { <div></div> }.built()))
}
