use leptos::prelude::*;

use crate::app::components::bar::Bar;
use crate::app::components::mark::Mark;
use crate::app::view::{Build, View};
use crate::assess::State;
use crate::editor::{PlanBar, PlanHead};

/// The number of the plan, where it stands, and its bar.
#[component]
pub(super) fn SharedHead(head: PlanHead, bar: PlanBar, label: String) -> View {
    let is = |state: State| head.state == Some(state);
    let mark = head.state.map(|state| view! { <Mark state /> }.built());
    view! {
        <div class="qp-part">
            <div
                class="qp-my-state"
                class=("qp-my-state--met", is(State::Met))
                class=("qp-my-state--broken", is(State::Broken))
                class=("qp-my-state--not-known", is(State::NotKnown))
            >
                <p class="qp-my-total">
                    <strong>{head.number}</strong>
                    " "
                    <span>{head.rest}</span>
                    " "
                    <span class="qp-my-hours">{head.hours}</span>
                </p>
                <p class="qp-my-sentence">
                    {mark}
                    <span>{head.sentence}</span>
                    <span class="qp-my-more">{head.more}</span>
                </p>
            </div>
            <Bar bar=Signal::stored(bar) label />
        </div>
    }
    .built()
}
