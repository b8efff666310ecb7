//! A state as a mark with its word. Never the colour alone.

use leptos::prelude::*;

use crate::app::dom::El;
use crate::app::view::{Build, View};
use crate::assess::State;
use crate::wording::mark;

/// The mark of a state; the word is there for those who do not see the mark.
#[component]
pub(crate) fn Mark(state: State) -> View {
    let (class, sign, word) = match state {
        State::Met => ("qp-mark qp-mark--met", "✓", mark::MET),
        State::Open => ("qp-mark qp-mark--open", "", mark::OPEN),
        State::NotKnown => ("qp-mark qp-mark--not-known", "", mark::NOT_KNOWN),
        State::Broken => ("qp-mark qp-mark--broken", "!", mark::BROKEN),
    };
    view! {
        <span class="qp-mark-place">
            <span class=class aria-hidden="true">{sign}</span>
            <span class="qp-unseen">{word}</span>
        </span>
    }
    .built()
}

/// The same for a screen that is written by hand.
pub(crate) fn mark(state: State) -> El {
    Mark(MarkProps { state }).into()
}
