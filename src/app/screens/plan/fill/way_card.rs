//! A way to complete the plan.

use leptos::prelude::*;
use web_sys::Event;

use super::added_unit::AddedUnit;
use super::filling::Filling;
use crate::app::components::bar::Bar;
use crate::app::screens::plan::sheets::{STATE, Sheets};
use crate::app::view::{Build, View, heard, live, pressed};
use crate::editor::WayView;
use crate::wording::{act, fill as words};

/// A way as a card: its units, the bar with what would be added, its totals and why it stands where it does.
#[component]
pub(super) fn WayCard(way: WayView, is_first: bool, filling: Filling, sheets: Sheets) -> View {
    let editor = filling.editor;
    let WayView {
        name,
        label,
        added,
        without,
        bar,
        totals,
        why,
        then,
        in_time,
        action,
        ..
    } = way;
    let choose = pressed(move || {
        sheets.pane.set(None);
        editor.dispatch(action.clone());
        editor.focus(STATE);
    });
    let units: Vec<View> = added
        .into_iter()
        .map(|added| view! { <AddedUnit added /> }.built())
        .collect();
    let line = |class: &'static str, words: String| {
        (!words.is_empty()).then(|| view! { <p class=class>{words}</p> }.built())
    };
    let own = name.clone();
    let is_compared = live(move || filling.compared.with(|all| all.contains(&own)));
    let compare = heard(move |event: Event| filling.compare(&name, event_target_checked(&event)));
    let main = if is_first {
        "qp-button qp-button--main"
    } else {
        "qp-button"
    };
    view! {
        <article class="qp-way" aria-label=label.clone()>
            <ul role="list" class="qp-way-units">{units}</ul>
            {line("qp-way-without", without)}
            <Bar bar=Signal::stored(bar) label=label.clone() />
            <p class="qp-way-totals">
                <span><strong>{totals}</strong>{words::IN_ALL}</span>
                <span>{why}</span>
            </p>
            {line("qp-hint", then)}
            {line("qp-hint", in_time)}
            <div class="qp-way-acts">
                <label class="qp-way-compare">
                    <input type="checkbox" prop:checked=is_compared on:change=compare />
                    {act::COMPARE}
                </label>
                <button type="button" class=main aria-label=act::of_one(act::CHOOSE, &label) on:click=choose>{act::CHOOSE}</button>
            </div>
        </article>
    }
    .built()
}
