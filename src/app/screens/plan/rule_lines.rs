use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::rule_line::rule_line;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::wording::heading;

/// The rules as short lines: the mark, what is asked for, and the learner's figure.
#[component]
pub(super) fn RuleLines(editor: EditorStore) -> View {
    let lines = Memo::new(move |_| editor.current(|current| current.rule_lines()));
    let rows = move || lines.with(|lines| lines.iter().cloned().map(rule_line).collect::<Vec<_>>());
    view! {
        <div class="qp-part">
            {heading_of(3).class("qp-unseen").child(heading::RULES)}
            <ul role="list" class="qp-rule-lines">{live(rows)}</ul>
        </div>
    }
    .built()
}
