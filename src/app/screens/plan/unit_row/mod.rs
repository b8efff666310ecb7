//! A unit of the list.

mod tick;
mod unit_follow;
mod unit_ways;

use leptos::prelude::*;
use web_sys::Event;

use tick::tick;
pub(super) use unit_follow::follow;

use super::sheets::Sheets;
use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, pressed};
use crate::editor::{FigureView, UnitView, note_id};
use crate::qualification::UnitCode;
use crate::wording::act;

/// Its box, its title and figures, a place for why it does not count, and the button that opens it.
#[component]
pub(super) fn UnitRow(
    code: UnitCode,
    unit: UnitView,
    /// The id of its box.
    id: String,
    /// Whether Tab stops here: once in a list.
    is_first: bool,
    sheets: Sheets,
) -> View {
    let editor = expect_context::<EditorStore>();
    let UnitView {
        title,
        code: whole,
        short_code,
        level,
        figures,
    } = unit;
    let is_picked = editor.current_now(|current| current.pick(&code).is_some());
    let (note, more) = (note_id(&id), format!("{id}-more"));
    let toggle = {
        let code = code.clone();
        heard(move |event: Event| tick(editor, &code, &event))
    };
    let open = pressed(move || sheets.unit.set(Some(code.clone())));
    view! {
        <li class="qp-unit">
            <input
                type="checkbox"
                tabindex=if is_first { "0" } else { "-1" }
                id=id.clone()
                aria-describedby=note.clone()
                prop:checked=is_picked
                on:change=toggle
            />
            <label for=id>{title.clone()}</label>
            <div class="qp-unit-facts" aria-hidden="true">
                <span class="qp-unit-code" translate="no" title=whole>{short_code}</span>
                {(!level.is_empty()).then(|| view! { <span class="qp-unit-level">{level}</span> }.built())}
                <div class="qp-unit-figures">
                    {figures.into_iter().map(figure).collect::<Vec<_>>()}
                </div>
            </div>
            <button
                type="button"
                tabindex="-1"
                class="qp-icon-button qp-unit-more"
                id=more
                aria-label=act::more_about(&title)
                on:click=open
            >
                <Icon outline=icon::CHEVRON />
            </button>
            <p class="qp-unit-note" id=note></p>
        </li>
    }
    .built()
}

/// A figure in its column; under no heading, with its noun.
fn figure(figure: Option<FigureView>) -> View {
    let (number, noun) =
        figure.map_or_else(Default::default, |one| (one.number.to_string(), one.noun));
    view! {
        <span class="qp-unit-figure">{number}<span class="qp-unit-noun">{noun}</span></span>
    }
    .built()
}
