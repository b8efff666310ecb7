//! The head of the start screen.

use leptos::prelude::*;

use super::state::StartScreen;
use crate::app::components::heading::heading_of;
use crate::app::focus::HEADING;
use crate::app::view::{Build, View, live};
use crate::wording::{self, heading};

/// Its heading, and beside it where plans are kept.
#[component]
pub(super) fn Head(screen: StartScreen) -> View {
    let has_plans = move || screen.has_plans.get();
    let title = move || {
        if has_plans() {
            heading::PLANS
        } else {
            heading::PLANNER
        }
    };
    view! {
        <div class="qp-start-head">
            {heading_of(1).id(HEADING).tabindex("-1").prop("textContent", live(title))}
            <p class="qp-hint" class=("qp-hidden", live(move || !has_plans()))>
                {wording::SAVED_HERE_ONLY}
            </p>
        </div>
    }
    .built()
}
