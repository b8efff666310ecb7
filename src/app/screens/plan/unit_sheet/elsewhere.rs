//! Where else a unit counts.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::sentence::sentence;
use crate::app::screens::ladder::state_class;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::editor::WhereElse;
use crate::qualification::UnitCode;
use crate::wording::ladder as words;

/// The qualifications that have it, in which group it counts there and with what effect, a moment after each change.
/// Nothing where only that of the plan has it.
#[component]
pub(super) fn Elsewhere(code: UnitCode) -> View {
    let editor = expect_context::<EditorStore>();
    let all = Memo::new(move |_| {
        editor.follow_pauses();
        untrack(|| editor.where_else(&code))
    });
    let lines = move || all.with(|all| all.iter().map(line).collect::<Vec<View>>());
    let is_alone = live(move || all.with(|all| all.len() < 2));
    view! {
        <div class="qp-elsewhere" class=("qp-hidden", is_alone)>
            {heading_of(3).child(words::WHERE_ELSE)}
            <ul role="list">{live(lines)}</ul>
        </div>
    }
    .built()
}

fn line(one: &WhereElse) -> View {
    let said = sentence(&one.said);
    let said = if one.is_own {
        view! { <strong>{said}</strong> }.built()
    } else {
        let class = state_class(
            one.state
                .filter(|state| *state == State::Met)
                .unwrap_or(State::NotKnown),
        );
        view! { <span class=class><span>{said}</span></span> }.built()
    };
    view! {
        <li>
            <span>{one.name.clone()}</span>
            <span class="qp-hint">{one.group.clone()}</span>
            {said}
        </li>
    }
    .built()
}
