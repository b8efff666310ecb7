//! The plan in time: its units over the months to the last day, as a picture and as a table.

mod axis;
mod bar;
mod dates;
mod hours_by_month;
mod in_order;
mod lane;
mod lane_lines;
mod lanes;
mod late_notice;
mod month_choice;
mod spread_units;
mod time_row;
mod time_table;

use leptos::prelude::*;

use dates::Dates;
use hours_by_month::HoursByMonth;
use lanes::Lanes;
use late_notice::LateNotice;
use spread_units::SpreadUnits;
use time_table::TimeTable;

use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::wording::timeline as words;

/// The plan in time, with the part of the program that is for it.
pub(super) fn timeline(editor: EditorStore) -> Loading<View> {
    lazy::loading(built(editor))
}

#[wasm_split(time, wasm_split_path = leptos::wasm_split, fallible)]
fn built(editor: EditorStore) -> Fetched<View> {
    let today = editor.today();
    let view = Memo::new(move |_| editor.current(|current| current.timeline(today)));
    let is_empty = Memo::new(move |_| view.with(Option::is_none));
    let shown = move || {
        if is_empty.get() {
            return view! { <p>{words::NO_UNITS}</p> }.built();
        }
        // While there are units there is a view.
        let view = Signal::derive(move || view.get().unwrap_or_default());
        let shown = view! {
            <div class="qp-time">
                <LateNotice view />
                <Lanes view />
                <HoursByMonth view />
                <SpreadUnits view />
                <TimeTable view />
            </div>
        };
        shown.built()
    };
    let whole = view! {
        <div class="qp-time">
            <Dates />
            {live(shown)}
        </div>
    };
    Ok(whole.built())
}
