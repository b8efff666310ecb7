//! What there is to say and to do beside the plan itself.

use leptos::prelude::*;

use crate::app::components::banner::Banner;
use crate::app::screens::plans::Link;
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::editor::Notification;
use crate::saved_plans::PlanSnapshot;
use crate::wording::{self, heading};

/// What it is, and what else can be done with it.
pub(super) struct Offer {
    pub(super) what: &'static str,
    /// The label of what makes a saved plan of it, where that can be done.
    pub(super) keep: Option<&'static str>,
    /// What else there is to say.
    pub(super) note: Option<View>,
    /// What else there is to do.
    pub(super) more: Option<View>,
}

/// That a saved plan of the learner's holds the same.
#[component]
pub(super) fn Here<'a>(plan: &'a PlanSummary) -> View {
    let [before, behind] = wording::SAME_PLAN;
    view! { <p>{before}<Link plan />{behind}</p> }.built()
}

/// The button that keeps it, at the foot of the screen, and why it could not be kept.
#[component]
pub(super) fn Keep(snapshot: PlanSnapshot, label: &'static str) -> View {
    let stores = expect_context::<Stores>();
    let keep = pressed(move || stores.plans().adopt(snapshot.clone()));
    let failed = move || match stores.notifications().shown() {
        Some(Notification::Failed(failure, _)) => {
            let why = wording::failure(failure).to_owned();
            let (state, heading) = (State::Broken, heading::NOT_KEPT.to_owned());
            let lines = vec![why];
            Some(view! { <Banner state heading lines actions=Vec::new() /> }.built())
        }
        _ => None,
    };
    view! {
        <div class="qp-keep">
            {live(failed)}
            <button type="button" class="qp-button qp-button--main" on:click=keep>{label}</button>
        </div>
    }
    .built()
}
