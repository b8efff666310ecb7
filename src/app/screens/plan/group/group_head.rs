//! The head of a group, once the plan is judged.

use leptos::prelude::*;

use crate::app::components::mark::Mark;
use crate::app::signals::follow;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::editor::GroupPot;

/// How far a group has come: what is asked of it, what it has, and the same as a small bar.
#[component]
pub(super) fn GroupHead(
    place: usize,
    /// The whole group, which is named so that it is heard where its title ends.
    group: View,
) -> View {
    let editor = expect_context::<EditorStore>();
    let pot = Memo::new(move |_| editor.current(|current| current.group_pot(place)));
    // The mark is drawn anew with another state only.
    let now = Memo::new(move |_| pot.with(|pot| pot.state));
    let is = move |state: State| live(move || now.get() == Some(state));
    let text =
        move |what: fn(&GroupPot) -> &String| live(move || pot.with(|pot| what(pot).clone()));
    follow(Box::new(move || {
        pot.with(|pot| {
            let _ = group.element().set_attribute("aria-label", &pot.name);
        });
    }));
    let mark = live(move || now.get().map(|state| view! { <Mark state /> }.built()));
    let over = live(move || {
        pot.with(|pot| {
            if pot.over.is_empty() {
                String::from("0")
            } else {
                pot.over.clone()
            }
        })
    });
    view! {
        <div class="qp-part">
            <span class="qp-group-asks" prop:textContent=text(|pot| &pot.asked)></span>
            <span class="qp-pot" aria-hidden="true" class=("qp-hidden", live(move || pot.with(|pot| pot.asked.is_empty())))>
                <span style:inline-size=text(|pot| &pot.filled)></span>
                <span
                    class="qp-pot-over"
                    style:inset-inline-start=text(|pot| &pot.filled)
                    style:inline-size=over
                ></span>
                <span
                    class="qp-pot-mark"
                    class=("qp-hidden", live(move || pot.with(|pot| pot.mark.is_empty())))
                    style:inset-inline-start=text(|pot| &pot.mark)
                ></span>
            </span>
            <span
                class="qp-group-state"
                class=("qp-group-state--met", is(State::Met))
                class=("qp-group-state--open", is(State::Open))
                class=("qp-group-state--broken", is(State::Broken))
            >
                {mark}
                <span prop:textContent=text(|pot| &pot.words)></span>
            </span>
        </div>
    }
    .built()
}
