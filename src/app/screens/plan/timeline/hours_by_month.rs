//! The hours of each month.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::view::{Build, View, live};
use crate::editor::{MonthView, TimelineView};
use crate::wording::timeline as words;

/// A column for each month, in line with the lanes above it.
#[component]
pub(super) fn HoursByMonth(view: Signal<TimelineView>) -> View {
    let months = Memo::new(move |_| view.with(|view| view.months.clone()));
    let columns = move || {
        let month = |month: &MonthView| {
            let (number, height) = (month.hours.to_string(), month.height.clone());
            let number = if month.hours > 0 {
                number
            } else {
                String::new()
            };
            view! {
                <span class="qp-time-column" class=("qp-time-column--late", month.is_late)>
                    <span>{number}</span>
                    <span style:block-size=height></span>
                </span>
            }
            .built()
        };
        months.with(|months| months.iter().map(month).collect::<Vec<_>>())
    };
    let text = move |what: fn(&TimelineView) -> String| live(move || view.with(what));
    view! {
        <div class="qp-time-hours">
            <div>
                {heading_of(3).child(words::HOURS_A_MONTH)}
                <p class="qp-hint">{words::SPREAD_EVENLY}</p>
                <p class="qp-hint" prop:textContent=text(|view| view.most.clone())></p>
                <p class="qp-hint" prop:textContent=text(|view| view.without.clone())></p>
            </div>
            <div class="qp-time-columns" aria-hidden="true">{live(columns)}</div>
        </div>
    }
    .built()
}
