//! The head of a plan.

use leptos::prelude::*;

use super::mark::Mark;
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::editor::PlanHead;

/// The number with what it is of, and what is left in one sentence.
#[component]
pub(crate) fn Head(
    #[prop(into)] head: Signal<PlanHead>,
    /// The id of the sentence, where the reader is led to it.
    #[prop(optional)]
    id: Option<&'static str>,
) -> View {
    let text =
        move |what: fn(&PlanHead) -> &String| live(move || head.with(|head| what(head).clone()));
    // The mark is drawn anew with another state only.
    let now = Memo::new(move |_| head.with(|head| head.state));
    let is = move |state: State| live(move || now.get() == Some(state));
    let mark = live(move || now.get().map(|state| view! { <Mark state /> }.built()));
    view! {
        <div
            class="qp-my-state"
            class=("qp-my-state--met", is(State::Met))
            class=("qp-my-state--broken", is(State::Broken))
            class=("qp-my-state--not-known", is(State::NotKnown))
        >
            <p class="qp-my-total" dir="auto">
                <strong prop:textContent=text(|head| &head.number)></strong>
                " "
                <span prop:textContent=text(|head| &head.rest)></span>
                " "
                <span class="qp-my-hours" prop:textContent=text(|head| &head.hours)></span>
            </p>
            <p class="qp-my-sentence" id=id tabindex=id.map(|_| "-1")>
                {mark}
                <span prop:textContent=text(|head| &head.sentence)></span>
                <span class="qp-my-more" prop:textContent=text(|head| &head.more)></span>
            </p>
        </div>
    }
    .built()
}
