//! A unit of a plan, in its list.

use leptos::prelude::*;

use super::progress_mark::progress_mark;
use super::sentence::sentence;
use crate::app::view::{Build, View};
use crate::drawing::colour;
use crate::editor::PickedView;
use crate::plan::Progress;

/// Its title, its code and figures with what else there is to know of it, why it does not count where that is so, what
/// there is to press, and what gets out of that it does not count.
pub(crate) fn picked_unit(
    unit: PickedView,
    title: View,
    code: Option<String>,
    note: String,
    act: Option<View>,
    ways: Option<View>,
) -> View {
    let colour = unit.group.map(colour).unwrap_or_default();
    let is_counted = unit.reason.is_empty();
    let reason = (!is_counted)
        .then(|| view! { <p class="qp-picked-reason">{sentence(&unit.reason)}</p> }.built());
    // Where more is said of it, that says it is achieved too.
    let achieved = (unit.is_achieved && note.is_empty()).then(|| progress_mark(Progress::Achieved));
    let figures = unit.figures.into_iter();
    let figures: Vec<View> = figures
        .map(|figure| view! { <span>{figure}</span> }.built())
        .collect();
    view! {
        <li class=format!("qp-picked-unit {colour}") class=("qp-picked-unit--uncounted", !is_counted)>
            {title}
            <p class="qp-picked-facts">
                <span translate="no">{code}</span>
                {figures}
                <span>{achieved}{note}</span>
            </p>
            {reason}
            {act}
            {ways}
        </li>
    }
    .built()
}
