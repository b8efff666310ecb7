//! The sheet of a unit: what it is, whether it counts, and what a learner can set for it.
//!
//! Built when it is opened: a list of many units carries a button for each and no more, and a tick searches
//! for no unit that nobody looks at.

use leptos::prelude::*;

use super::announcement::Announcement;
use super::registered::Registered;
use super::unit_choices::{ACHIEVED, HAVE, UnitChoices};
use crate::app::arriving;
use crate::app::components::sheet::{Sheet, TITLE};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{DetailsView, achieving_opens, depends_on_registration, taken_instead};
use crate::plan::Action;
use crate::qualification::{Qualification, Unit, UnitCode};
use crate::wording::{self, unit_sheet};

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
                    <UnitStanding editor of=&of unit view sheet />
                    <UnitChoices editor unit view />
                </div>
                <Announcement />
            </div>
        };
        body.built()
    });
    Ok(body.unwrap_or_else(|| view! { <div></div> }.built()))
}

/// Its code, level, figures and groups in a line.
#[component]
fn UnitLine<'a>(of: &'a Qualification, unit: &'a Unit) -> View {
    let facts = unit_sheet::facts(of, unit).into_iter();
    let facts: Vec<View> = facts
        .map(|fact| view! { <li>{fact}</li> }.built())
        .collect();
    let line = view! {
        <ul role="list" class="qp-unit-line">
            <li translate="no">{unit.code.to_string()}</li>
            {facts}
        </ul>
    };
    line.built()
}

/// Whether it counts in this plan and what can be done about it, and what picking it would do.
#[component]
fn UnitStanding<'a>(
    editor: EditorStore,
    of: &'a Qualification,
    unit: &'a Unit,
    view: Memo<DetailsView>,
    sheet: RwSignal<Option<UnitCode>>,
) -> View {
    let code = unit.code.clone();
    let instead = taken_instead(of, &code).map(|other| {
        let words = wording::choose(of, other);
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
        let (words, code) = (wording::already_have(of, &code), code.clone());
        let have = pressed(move || {
            editor.dispatch(Action::Achieve(code.clone(), true));
            editor.focus(ACHIEVED);
        });
        let hidden = live(move || view.with(|view| view.achieved != Some(false)));
        let button = view! {
            <button type="button" class="qp-button" id=HAVE class=("qp-hidden", hidden) on:click=have>{words}</button>
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
    let outlook = live(move || editor.outlook(&code));
    let standing = view! {
        <div class="qp-unit-standing">
            <p class="qp-unit-why" prop:textContent=live(move || view.with(|view| view.note.clone()))></p>
            <div class="qp-actions">
                {instead}
                {have}
            </div>
            <p prop:textContent=outlook></p>
            {registered}
            <p class="qp-hint">{unit_sheet::CENTRE_HAS_IT}</p>
        </div>
    };
    standing.built()
}
