//! Where a unit stands in the plan.

use leptos::prelude::*;

use super::unit_about::UnitAbout;
use super::unit_progress::ACHIEVED;
use crate::app::components::sentence::sentence;
use crate::app::components::sheet::TITLE;
use crate::app::components::with_code::with_code;
use crate::app::screens::plan::registered::Registered;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{DetailsView, achieving_opens, depends_on_registration, taken_instead};
use crate::plan::Action;
use crate::qualification::{Qualification, Unit, UnitCode};
use crate::wording::{self, unit_sheet};

/// Whether it counts in this plan and what can be done about it, and what picking it would do.
#[component]
pub(super) fn UnitStanding<'a>(
    of: &'a Qualification,
    unit: &'a Unit,
    view: Memo<DetailsView>,
    sheet: RwSignal<Option<UnitCode>>,
) -> View {
    let editor = expect_context::<EditorStore>();
    let code = unit.code.clone();
    let instead = taken_instead(of, &code).map(|other| {
        let words = with_code(wording::choose(of, other));
        let (out, into) = (code.clone(), other.clone());
        let choose = pressed(move || {
            editor.dispatch(Action::Change {
                out: vec![out.clone()],
                into: vec![into.clone()],
            });
            sheet.set(Some(into.clone()));
            editor.focus(TITLE);
        });
        let hidden = live(move || view.with(|view| view.instead.is_none()));
        let button = view! {
            <button type="button" class="qp-button" class=("qp-hidden", hidden) on:click=choose>{words}</button>
        };
        button.built()
    });
    let have = achieving_opens(of, &code).then(|| {
        let (words, code) = (with_code(wording::already_have(of, &code)), code.clone());
        let have = pressed(move || {
            editor.dispatch(Action::Achieve(code.clone(), true));
            editor.focus(ACHIEVED);
        });
        let hidden = live(move || view.with(|view| view.achieved != Some(false)));
        let button = view! {
            <button type="button" class="qp-button" class=("qp-hidden", hidden) on:click=have>{words}</button>
        };
        button.built()
    });
    let registered = depends_on_registration(of, &code).then(|| {
        let asked = view! {
            <div class="qp-asked">
                <p class="qp-hint">{unit_sheet::DEPENDS_ON_DAY}</p>
                <Registered note="sheet-unit-registered" />
            </div>
        };
        asked.built()
    });
    let why = live(move || {
        let why = |view: &DetailsView| (!view.note.is_empty()).then(|| sentence(&view.note));
        view.with(why)
    });
    let outlook = live(move || editor.outlook(&code));
    let standing = view! {
        <div class="qp-unit-standing">
            <p class="qp-unit-why">{why}</p>
            <div class="qp-actions">
                {instead}
                {have}
            </div>
            <p prop:textContent=outlook></p>
            {registered}
            <UnitAbout of unit />
        </div>
    };
    standing.built()
}
