//! A plan as a bar of units.

use leptos::prelude::*;

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
    let segments = move || bar.with(|bar| bar.segments.iter().map(segment).collect::<Vec<_>>());
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
                <span class="qp-bar-segments" translate="no">{live(segments)}</span>
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

fn segment(one: &Segment) -> View {
    let Segment {
        code,
        title,
        group,
        start,
        width,
        is_over,
        is_added,
        ..
    } = one.clone();
    view! {
        <span
            class=format!("qp-bar-segment {}", colour(group))
            class=("qp-bar-segment--over", is_over)
            class=("qp-bar-segment--added", is_added)
            style:inset-inline-start=start
            style:inline-size=width
            title=title
        >
            <span class="qp-bar-code">{code}</span>
        </span>
    }
    .built()
}
