//! A state as an icon with its word. Never the colour alone.

use crate::app::dom::{El, el, styled};
use crate::assess::State;
use crate::wording::mark;

/// The mark of a state; the word is there for those who do not see the mark.
pub(crate) fn mark(state: State) -> El {
    let (class, sign, word) = match state {
        State::Met => ("qp-mark qp-mark--met", "✓", mark::MET),
        State::Open => ("qp-mark qp-mark--open", "…", mark::OPEN),
        State::NotKnown => ("qp-mark qp-mark--not-known", "?", mark::NOT_KNOWN),
        State::Broken => ("qp-mark qp-mark--broken", "!", mark::BROKEN),
    };
    el("span")
        .with(styled("span", class).attr("aria-hidden", "true").text(sign))
        .with(styled("span", "qp-unseen").text(word))
}
