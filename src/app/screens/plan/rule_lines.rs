use leptos::prelude::*;

use crate::app::components::mark::Mark;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::wording::RuleLine;
use crate::wording::heading;

/// The rules as short lines: the mark, what is asked for, and the learner's figure.
#[component]
pub(super) fn RuleLines(editor: EditorStore) -> View {
    let lines = Memo::new(move |_| editor.current(|current| current.rule_lines()));
    let rows = move || lines.with(|lines| lines.iter().cloned().map(line).collect::<Vec<_>>());
    view! {
        <div class="qp-part">
            <h3 class="qp-unseen">{heading::RULES}</h3>
            <ul role="list" class="qp-rule-lines">{live(rows)}</ul>
        </div>
    }
    .built()
}

fn line(line: RuleLine) -> View {
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
