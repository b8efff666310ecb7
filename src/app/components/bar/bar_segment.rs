//! A unit of the bar.

use leptos::prelude::*;

use crate::app::view::{Build, View, live};
use crate::drawing::colour;
use crate::editor::{PlanBar, Segment};

/// A segment. It stays where only its place or width changes, so that it moves there.
#[component]
pub(super) fn BarSegment(
    bar: Signal<PlanBar>,
    /// What it shows at first.
    first: Segment,
) -> View {
    let class = format!("qp-bar-segment {}", colour(first.group));
    let is_over = first.is_over;
    // Until it is taken away it shows what it was.
    let is = Memo::new(move |was: Option<&Segment>| {
        let is = bar.with(|bar| bar.segment(&first).cloned());
        is.or_else(|| was.cloned()).unwrap_or_else(|| first.clone())
    });
    let text = move |what: fn(&Segment) -> &String| live(move || is.with(|is| what(is).clone()));
    let is_added = live(move || is.with(|is| is.is_added));
    view! {
        <span
            class=class
            class=("qp-bar-segment--over", is_over)
            class=("qp-bar-segment--added", is_added)
            style:inset-inline-start=text(|is| &is.start)
            style:inline-size=text(|is| &is.width)
            title=text(|is| &is.title)
        >
            <span class="qp-bar-code" prop:textContent=text(|is| &is.code)></span>
        </span>
    }
    .built()
}
