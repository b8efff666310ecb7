//! The button that keeps the plan.

use leptos::prelude::*;

use crate::app::components::banner::Banner;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::editor::Notification;
use crate::saved_plans::PlanSnapshot;
use crate::wording::{self, heading};

/// It stands at the foot of the screen, below why the plan could not be kept.
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
