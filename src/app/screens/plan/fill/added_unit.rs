//! A unit of such a way.

use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View};
use crate::drawing::colour;
use crate::editor::AddedView;

/// A unit that would be added, with its code and figures.
#[component]
pub(super) fn AddedUnit(added: AddedView) -> View {
    let AddedView {
        title,
        short,
        figures,
        group,
    } = added;
    let colour = group.map(colour).unwrap_or_default();
    let figures = figures.into_iter();
    let figures: Vec<View> = figures
        .map(|figure| view! { <span>{figure}</span> }.built())
        .collect();
    view! {
        <li class=colour>
            <Icon outline=icon::PLUS />
            <p class="qp-way-title">{title}</p>
            <p class="qp-picked-facts">
                <span translate="no">{short}</span>
                {figures}
            </p>
        </li>
    }
    .built()
}
