//! A state as an icon with its word. Never the colour alone.

use crate::app::dom::{El, el, styled};
use crate::assess::State;

/// The mark of a state; the word is there for those who do not see the mark.
pub(crate) fn mark(state: State) -> El {
    let (class, sign, word) = match state {
        State::Met => ("qp-mark qp-mark--met", "✓", "Met: "),
        State::Open => ("qp-mark qp-mark--open", "…", "Open: "),
        State::NotKnown => ("qp-mark qp-mark--not-known", "?", "Not known: "),
        State::Broken => ("qp-mark qp-mark--broken", "!", "Broken: "),
    };
    el("span")
        .with(styled("span", class).attr("aria-hidden", "true").text(sign))
        .with(styled("span", "qp-unseen").text(word))
}
