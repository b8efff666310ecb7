//! A rule in a short line.

use leptos::prelude::*;

use super::mark::Mark;
use super::sentence::sentence;
use crate::app::view::{Build, View};
use crate::wording::{RuleLine, label};

/// The mark, what is asked for, the learner's figure, and what can be done.
pub(crate) fn rule_line(line: RuleLine, act: Option<View>) -> View {
    let RuleLine {
        state,
        name,
        asks,
        figure,
        ..
    } = line;
    let mark = state.map(|state| view! { <Mark state /> }.built());
    // Read aloud, “at least 37, 24” would say nothing.
    let so_far = if figure.is_empty() { "" } else { label::SO_FAR };
    view! {
        <li>
            <span class="qp-rule-mark">{mark}</span>
            <span>{name}" "<span class="qp-hint">{sentence(&asks)}</span></span>
            <strong><span class="qp-unseen">{so_far}</span>{figure}</strong>
            {act}
        </li>
    }
    .built()
}
