//! A rule in a short line.

use leptos::prelude::*;

use super::mark::Mark;
use crate::app::view::{Build, View};
use crate::wording::RuleLine;

/// The mark, what is asked for, and the learner's figure.
pub(crate) fn rule_line(line: RuleLine) -> View {
    let RuleLine {
        state,
        name,
        asks,
        figure,
    } = line;
    let mark = state.map(|state| view! { <Mark state /> }.built());
    view! {
        <li>
            <span class="qp-rule-mark">{mark}</span>
            <span>{name}" "<span class="qp-hint">{asks}</span></span>
            <strong>{figure}</strong>
        </li>
    }
    .built()
}
