//! What a rule asks for beside units.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::ConditionView;
use crate::plan::Action;
use crate::wording::heading;

/// What a rule asks for that is no unit, to be ticked: in a box of its own below the units.
#[component]
pub(super) fn Conditions() -> Option<View> {
    let editor = expect_context::<EditorStore>();
    let all = editor.current_now(|current| current.conditions());
    let rows = all.into_iter().enumerate();
    let rows: Vec<View> = rows
        .map(|(place, one)| condition(editor, place, one))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let whole = view! {
        <fieldset class="qp-group" aria-label=heading::BESIDES_UNITS>
            <div class="qp-group-head">{heading_of(2).child(heading::BESIDES_UNITS)}</div>
            {rows}
        </fieldset>
    };
    Some(whole.built())
}

/// A box with what is asked for.
fn condition(editor: EditorStore, place: usize, condition: ConditionView) -> View {
    let ConditionView { rule, text, .. } = condition;
    let tick = heard(move |event: Event| {
        editor.dispatch(Action::Tick(rule.clone(), event_target_checked(&event)));
    });
    let is_ticked = live(move || {
        let all = editor.current(|current| current.conditions());
        all.get(place).is_some_and(|one| one.is_ticked)
    });
    view! {
        <label class="qp-condition">
            <input type="checkbox" prop:checked=is_ticked on:change=tick />
            {text}
        </label>
    }
    .built()
}
