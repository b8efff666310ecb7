//! A state as a mark with its word. Never the colour alone.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::assess::State;
use crate::wording::mark;

/// The mark of a state; the word is there for those who do not see the mark.
#[component]
pub(crate) fn Mark(state: State) -> View {
    view! {
        <span class="qp-mark-place">
            <Sign state />
            <span class="qp-unseen">{mark::of(state)}</span>
        </span>
    }
    .built()
}

/// The mark alone, beside words that say it: of what went well or wrong, which is no state of a plan.
#[component]
pub(crate) fn Sign(state: State) -> View {
    let (class, sign) = match state {
        State::Met => ("qp-mark qp-mark--met", "✓"),
        State::Open => ("qp-mark qp-mark--open", ""),
        State::NotKnown => ("qp-mark qp-mark--not-known", ""),
        State::Broken => ("qp-mark qp-mark--broken", "!"),
    };
    view! { <span class=class aria-hidden="true">{sign}</span> }.built()
}
