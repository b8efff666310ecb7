//! The plan as a card.

use leptos::prelude::*;

use super::my_plan::picked;
use crate::app::components::bar::Bar;
use crate::app::components::head::Head;
use crate::app::components::sentence::sentence;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::drawing::colour;
use crate::editor::{PickedView, PlanBar};
use crate::wording;

/// How many units are named: more would make the card much higher than its page has room for.
const MOST: usize = 2;

/// The plan in short, for a page of another's with little room: where it stands, and its first units.
#[component]
pub(super) fn PlanCard() -> View {
    let editor = expect_context::<EditorStore>();
    let head = Memo::new(move |_| editor.current(|current| current.plan_head()));
    let bar = Memo::new(move |_| editor.current(|current| current.plan_bar()));
    let picked = Memo::new(move |_| picked(editor));
    let units =
        move || -> Vec<View> { picked.with(|all| all.iter().take(MOST).map(unit).collect()) };
    let none = live(move || picked.with(Vec::is_empty));
    let more = move || {
        let more = picked.with(Vec::len).saturating_sub(MOST);
        if more == 0 {
            String::new()
        } else {
            wording::and_more(more)
        }
    };
    view! {
        <div class="qp-brief-plan">
            <Head head />
            <Bar bar label=PlanBar::name(&editor.qualification()) />
            <ul role="list" class="qp-brief-units" class=("qp-hidden", none)>{live(units)}</ul>
            <p class="qp-hint" prop:textContent=live(more)></p>
        </div>
    }
    .built()
}

/// A unit: its title, its first figure, and why it does not count where that is so.
fn unit(one: &PickedView) -> View {
    let uncounted = !one.reason.is_empty();
    let colour = one.group.map(colour).unwrap_or_default();
    let figure = one.figures.first().cloned();
    let reason = uncounted
        .then(|| view! { <span class="qp-picked-reason">{sentence(&one.reason)}</span> }.built());
    view! {
        <li class=colour class=("qp-brief-unit--uncounted", uncounted)>
            <span>{one.title.clone()}</span>
            <span class="qp-brief-figure">{figure}</span>
            {reason}
        </li>
    }
    .built()
}
