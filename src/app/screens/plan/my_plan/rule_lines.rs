//! The rules in “My plan”.

use leptos::prelude::*;

use super::add_units::AddUnits;
use crate::app::components::heading::heading_of;
use crate::app::components::rows::{Row, rows};
use crate::app::components::rule_line::rule_line;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View};
use crate::wording::{RuleLine, heading};

/// The rules as short lines: the mark, what is asked for, and the learner's figure.
#[component]
pub(super) fn RuleLines() -> View {
    let editor = expect_context::<EditorStore>();
    let lines = Memo::new(move |_| editor.current(|current| current.rule_lines()));
    let each = move || {
        let row = |(at, line): (usize, RuleLine)| Row {
            // One that says something else is drawn anew.
            key: format!(
                "{at} {:?} {} {} {:?}",
                line.state, line.asks, line.figure, line.add
            ),
            build: Box::new(move || {
                let units = line.add.clone();
                let add = (!units.is_empty()).then(|| view! { <AddUnits units /> }.built());
                rule_line(line, add)
            }),
        };
        lines.get().into_iter().enumerate().map(row).collect()
    };
    view! {
        <div class="qp-part">
            {heading_of(3).class("qp-unseen").child(heading::RULES)}
            <ul role="list" class="qp-rule-lines">
                {rows(Box::new(each))}
            </ul>
        </div>
    }
    .built()
}
