//! A plan as a bar, and where it stands in one sentence.

use leptos::prelude::*;

use super::bar::Bar;
use super::mark::Mark;
use crate::app::view::{Build, View};
use crate::assess::Assessment;
use crate::editor::PlanBar;
use crate::qualification::Qualification;
use crate::wording;

/// A plan that was judged, as it stands in a list.
pub(crate) fn standing(of: &Qualification, found: &Assessment) -> View {
    let bar = Signal::stored(PlanBar::new(of, found));
    let words = wording::headline_in_short(of, found);
    view! {
        <div class="qp-plan-standing">
            <Bar bar label=PlanBar::name(of) />
            <p class="qp-plan-state"><Mark state=found.state /><span>{words}</span></p>
        </div>
    }
    .built()
}
