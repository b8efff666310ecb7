//! The months above the lanes.

use leptos::prelude::*;

use crate::app::view::{Build, View, live};
use crate::editor::{MonthView, TimelineView};

/// The years, the months below them, and where the last day is.
#[component]
pub(super) fn Axis(view: Signal<TimelineView>) -> View {
    let months = Memo::new(move |_| view.with(|view| view.months.clone()));
    let last = Memo::new(move |_| view.with(|view| view.last.clone()));
    let month = |month: &MonthView| {
        let at = month.start.clone();
        let year = (!month.year.is_empty())
            .then(|| view! { <strong>{month.year.clone()}</strong> }.built());
        let short = month.short;
        view! { <span style:inset-inline-start=at>{year}<span>{short}</span></span> }.built()
    };
    let months = move || months.with(|months| months.iter().map(month).collect::<Vec<_>>());
    let last = move || {
        last.get().map(|last| {
            let at = format!("calc(100% - {})", last.at);
            view! { <span class="qp-time-last" style:inset-inline-end=at>{last.short}</span> }
                .built()
        })
    };
    view! {
        <div class="qp-time-axis" aria-hidden="true">
            <div>{live(last)}</div>
            <div class="qp-time-months">{live(months)}</div>
        </div>
    }
    .built()
}
