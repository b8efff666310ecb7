//! A state as a mark with its word. Never the colour alone.

use leptos::prelude::*;

use super::sign::Sign;
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
