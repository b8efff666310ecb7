//! Rows of units that stay where they are, and the lane of each as it is now.

use leptos::prelude::*;

use crate::app::components::rows::Row;
use crate::editor::{LaneView, TimelineView};

/// The rows as they stood before, with new ones behind them.
pub(super) fn in_first_order(order: StoredValue<Vec<String>>, mut rows: Vec<Row>) -> Vec<Row> {
    order.update_value(|order| {
        for row in &rows {
            if !order.contains(&row.key) {
                order.push(row.key.clone());
            }
        }
        rows.sort_by_key(|row| order.iter().position(|key| *key == row.key));
    });
    rows
}

/// The lane of a unit as it is now; as it was where it has just gone, and its row goes too.
pub(super) fn lane_of(view: Signal<TimelineView>, was: &LaneView) -> LaneView {
    view.with(|view| {
        let mut lanes = view.lanes.iter();
        lanes
            .find(|lane| lane.code == was.code)
            .unwrap_or(was)
            .clone()
    })
}
