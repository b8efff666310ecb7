//! How a plan is made, in three steps, for who has none yet.

use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View};
use crate::wording;

/// The drawings of the steps.
const DRAWINGS: [&str; 3] = [icon::LIST, icon::GAUGE, icon::PAGE];

/// The steps, each with a drawing.
#[component]
pub(super) fn Steps() -> View {
    let steps = wording::STEPS.into_iter().zip(DRAWINGS);
    let step = |([title, more], outline): ([&'static str; 2], &'static str)| {
        view! {
            <li>
                <Icon outline />
                <p>
                    <strong>{title}</strong>
                    " "
                    <span>{more}</span>
                </p>
            </li>
        }
        .built()
    };
    let steps: Vec<View> = steps.map(step).collect();
    view! { <ol class="qp-steps" role="list">{steps}</ol> }.built()
}
