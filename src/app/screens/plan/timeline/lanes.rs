//! The units over the months.

use leptos::prelude::*;

use super::axis::Axis;
use super::in_order::in_first_order;
use super::lane::Lane;
use crate::app::components::rows::{Row, rows};
use crate::app::view::{Build, View};
use crate::editor::{LaneView, TimelineView};
use crate::wording::timeline as words;

/// The months, and below them a lane for each unit. They stay in the order in which they stood at first: a unit that is
/// moved does not go from under the pointer.
#[component]
pub(super) fn Lanes(view: Signal<TimelineView>) -> View {
    let each = move || {
        let lane = |lane: &LaneView| {
            let was = lane.clone();
            Row {
                key: lane.code.to_string(),
                build: Box::new(move || view! { <Lane was view /> }.built()),
            }
        };
        view.with(|view| view.lanes.iter().map(lane).collect::<Vec<Row>>())
    };
    let order = StoredValue::new(Vec::<String>::new());
    let each = move || in_first_order(order, each());
    view! {
        <div class="qp-lanes">
            <Axis view />
            <ul role="list" aria-label=words::TIMELINE>{rows(Box::new(each))}</ul>
        </div>
    }
    .built()
}
