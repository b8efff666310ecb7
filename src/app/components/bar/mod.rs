//! A plan as a bar of units.

mod bar_segment;

use leptos::prelude::*;

use bar_segment::BarSegment;

use super::rows::{Row, rows};
use crate::app::view::{Build, View, live};
use crate::drawing::colour;
use crate::editor::{PlanBar, Segment};

/// The bar: a segment a unit, drawn to the goal, whose line lies behind the segments. Below it what the groups have,
/// where the goal stands and how far the room above it goes.
#[component]
pub(crate) fn Bar(
    #[prop(into)] bar: Signal<PlanBar>,
    /// Names it: “Credits of your plan”.
    label: String,
) -> View {
    let segments = move || {
        let segment = |one: &Segment| {
            let first = one.clone();
            Row {
                key: format!("{} {} {}", one.unit, one.group, one.is_over),
                build: Box::new(move || view! { <BarSegment bar first /> }.built()),
            }
        };
        bar.with(|bar| bar.segments.iter().map(segment).collect())
    };
    let legend = move || {
        let line = |(group, words): &(usize, String)| {
            view! { <span class=colour(*group)>{words.clone()}</span> }.built()
        };
        bar.with(|bar| bar.legend.iter().map(line).collect::<Vec<_>>())
    };
    let text = move |what: fn(&PlanBar) -> &String| live(move || bar.with(|bar| what(bar).clone()));
    let no_goal = live(move || bar.with(|bar| bar.goal.is_empty()));
    view! {
        <div class="qp-bar">
            <div
                class="qp-bar-track"
                role="progressbar"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=live(move || bar.with(|bar| bar.full.to_string()))
                aria-valuenow=live(move || bar.with(|bar| bar.now.to_string()))
                aria-valuetext=text(|bar| &bar.words)
            >
                <span
                    class="qp-bar-goal"
                    class=("qp-hidden", no_goal)
                    style:inset-inline-start=text(|bar| &bar.goal)
                ></span>
                <span class="qp-bar-tail" style:inset-inline-start=text(|bar| &bar.goal)></span>
                <span class="qp-bar-segments" translate="no">
                    {rows(Box::new(segments))}
                </span>
            </div>
            <p class="qp-bar-words" aria-hidden="true">
                <span class="qp-bar-legend">{live(legend)}</span>
                <span prop:textContent=text(|bar| &bar.goal_words)></span>
                <span prop:textContent=text(|bar| &bar.tail_words)></span>
            </p>
        </div>
    }
    .built()
}
