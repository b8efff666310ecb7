//! The choice of a month.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::{LaneView, TimelineView};
use crate::wording::timeline as words;

/// The first or the last month of a unit.
#[component]
pub(super) fn MonthChoice(lane: Memo<LaneView>, view: Signal<TimelineView>, is_last: bool) -> View {
    let editor = expect_context::<EditorStore>();
    let chosen = move || lane.with(|lane| if is_last { &lane.to } else { &lane.from }.clone());
    let choices = Memo::new(move |_| view.with(|view| view.choices.clone()));
    let option = move |(value, words): (String, String)| {
        let own = value.clone();
        let is_chosen = live(move || chosen() == own);
        view! { <option value=value prop:selected=is_chosen>{words}</option> }.built()
    };
    let options = move || {
        let none = (String::new(), words::NO_MONTH.to_owned());
        let all = std::iter::once(none).chain(choices.get());
        all.map(option).collect::<Vec<_>>()
    };
    let choose = heard(move |event: Event| {
        let month = event_target_value(&event);
        editor.dispatch(lane.with_untracked(|lane| lane.with_month(&month, is_last)));
    });
    let label = if is_last { words::BY } else { words::FROM };
    let name = lane.with_untracked(|lane| words::month_of(label, &lane.title));
    view! { <select aria-label=name on:change=choose>{live(options)}</select> }.built()
}
