//! A state as a mark alone.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::assess::State;

/// It stands beside words that say it: of what went well or wrong, which is no state of a plan.
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
