//! The same plan is here.

use leptos::prelude::*;

use crate::app::screens::plans::Link;
use crate::app::stores::PlanSummary;
use crate::app::view::{Build, View};
use crate::wording;

/// That a saved plan of the learner's holds the same.
#[component]
pub(super) fn Here<'a>(plan: &'a PlanSummary) -> View {
    let [before, behind] = wording::SAME_PLAN;
    view! { <p>{before}<Link plan />{behind}</p> }.built()
}
