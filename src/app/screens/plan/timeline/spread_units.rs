//! The units one after the other, at so many hours a week.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::screens::plan::sheets::PANE;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::editor::{MOST_HOURS, TimelineView};
use crate::wording::timeline as words;

/// The id of what comes of it.
const RESULT: &str = "spread-result";

/// Asks for the hours a week, says when the last unit would end, and does it in one step.
#[component]
pub(super) fn SpreadUnits(view: Signal<TimelineView>) -> View {
    let editor = expect_context::<EditorStore>();
    // What was typed; before that what ends in time.
    let typed = RwSignal::new(None::<u32>);
    let hours = move || typed.get().unwrap_or_else(|| view.with(|view| view.week));
    let enter = heard(move |event: Event| {
        if let Ok(number) = event_target_value(&event).trim().parse::<u32>() {
            typed.set(Some(number.clamp(1, MOST_HOURS)));
        }
    });
    let spread = move || editor.spread(hours());
    let press = pressed(move || {
        let (action, _) = untrack(spread);
        editor.dispatch(action);
        editor.focus(PANE);
    });
    view! {
        <div class="qp-spread">
            <label>
                <span>{words::SPREAD}</span>
                <input
                    type="number"
                    min="1"
                    max=MOST_HOURS.to_string()
                    prop:value=live(move || hours().to_string())
                    on:input=enter
                />
                <span>{words::HOURS_A_WEEK}</span>
            </label>
            <button type="button" class="qp-button" aria-describedby=RESULT on:click=press>{words::SPREAD_THEM}</button>
            <p class="qp-hint" id=RESULT prop:textContent=live(move || spread().1)></p>
        </div>
    }
    .built()
}
