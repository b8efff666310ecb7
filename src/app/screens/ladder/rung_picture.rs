//! What counts in a qualification, drawn.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::drawing::colour;
use crate::editor::{RungBar, RungSegment};

/// The units in the colours of their groups; the line marks what is needed, the shaded part what is allowed. The words
/// beside it and the table say the same.
#[component]
pub(super) fn RungPicture(bar: RungBar) -> View {
    let RungBar {
        segments,
        line,
        needed,
        allowed,
        end,
        most,
    } = bar;
    let unit = |one: RungSegment| {
        let class = format!("qp-rung-unit {}", colour(one.group));
        view! { <rect class=class y="22%" height="56%" rx="3" style:x=one.start style:width=one.width /> }
            .built()
    };
    let units: Vec<View> = segments.into_iter().map(unit).collect();
    let is_needed = !line.is_empty();
    let mark = is_needed.then(|| {
        view! { <rect class="qp-rung-line" height="100%" width="2" style:x=line.clone() /> }.built()
    });
    view! {
        <div class="qp-rung-picture" aria-hidden="true">
            <svg class="qp-rung-bar" focusable="false">
                <rect class="qp-rung-track" y="11%" width="100%" height="78%" rx="3" />
                <rect class="qp-rung-allowed" y="11%" height="78%" style:x=line.clone() style:width=allowed />
                {mark}
                {units}
            </svg>
            <p class="qp-rung-scale">
                <span style:inset-inline-start=line>{needed}</span>
                <span style:inset-inline-start=end>{most}</span>
            </p>
        </div>
    }
    .built()
}
