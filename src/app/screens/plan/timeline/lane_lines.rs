//! The lines behind a lane: the turns of the years, today, the last day.

use leptos::prelude::*;

use crate::app::view::{Build, View, live};
use crate::editor::TimelineView;

/// What is drawn behind each lane.
#[component]
pub(super) fn LaneLines(view: Signal<TimelineView>) -> View {
    let lines = Memo::new(move |_| {
        view.with(|view| {
            let years = view.months.iter().filter(|month| month.begins_year);
            let years = years.map(|month| month.start.clone());
            (
                years.collect::<Vec<_>>(),
                view.today.clone(),
                view.last.clone(),
            )
        })
    });
    let lines = move || {
        let (years, today, last) = lines.get();
        let line = |class: &'static str, at: String| {
            view! { <span class=class style:inset-inline-start=at></span> }.built()
        };
        let mut all: Vec<View> = years
            .into_iter()
            .map(|at| line("qp-time-year", at))
            .collect();
        if let Some(last) = last {
            let (at, rest) = (last.at.clone(), last.rest);
            let after = view! { <span class="qp-time-after" style:inset-inline-start=at style:inline-size=rest></span> };
            all.extend([after.built(), line("qp-time-end", last.at)]);
        }
        if !today.is_empty() {
            all.push(line("qp-time-today", today));
        }
        all
    };
    view! { <div class="qp-lane-lines" aria-hidden="true">{live(lines)}</div> }.built()
}
