//! The same as a table.

use leptos::prelude::*;

use super::in_order::in_first_order;
use super::time_row::TimeRow;
use crate::app::components::rows::{Row, rows};
use crate::app::view::{Build, View, heard, live};
use crate::editor::{LaneView, TimelineView};
use crate::wording::timeline as words;

/// The units with their figures and months, each of which can be chosen here. Built when it is opened.
#[component]
pub(super) fn TimeTable(view: Signal<TimelineView>) -> View {
    let open = RwSignal::new(false);
    let toggle = heard(move |_: web_sys::Event| open.set(true));
    let order = StoredValue::new(Vec::<String>::new());
    let each = move || {
        let row = |lane: &LaneView| {
            let was = lane.clone();
            Row {
                key: lane.code.to_string(),
                build: Box::new(move || view! { <TimeRow was view /> }.built()),
            }
        };
        let all = view.with(|view| view.lanes.iter().map(row).collect());
        in_first_order(order, all)
    };
    let head = |words: &'static str| view! { <th scope="col">{words}</th> }.built();
    let heads = [words::UNIT, words::FROM, words::BY, words::STATE].map(head);
    let heads: Vec<View> = heads.into();
    let table = move || {
        let heads = heads.clone();
        open.get().then(|| {
            view! {
                <table>
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>{rows(Box::new(each))}</tbody>
                </table>
            }
            .built()
        })
    };
    view! {
        <details class="qp-details qp-time-table" on:toggle=toggle>
            <summary>{words::TABLE}</summary>
            {live(table)}
        </details>
    }
    .built()
}
