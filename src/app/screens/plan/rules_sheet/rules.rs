//! The rules, in the sheet of the qualification.

use leptos::prelude::*;

use super::parts::part;
use crate::app::components::mark::Mark;
use crate::app::components::sentence::sentence;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::RuleFact;
use crate::wording::heading;

/// The rules one by one. They stand; what follows the plan is the mark and the figure of each.
#[component]
pub(super) fn Rules() -> View {
    let editor = expect_context::<EditorStore>();
    let facts = Memo::new(move |_| editor.current(|current| current.rule_facts()));
    let rules = facts.get_untracked().into_iter().enumerate();
    let rules: Vec<View> = rules
        .map(|(place, fact)| rule(facts, place, fact))
        .collect();
    let list = view! { <ul role="list">{rules}</ul> };
    part(heading::RULES, Some(list.built())).unwrap_or_else(|| view! { <div></div> }.built())
}

fn rule(facts: Memo<Vec<RuleFact>>, place: usize, fact: RuleFact) -> View {
    let state = Memo::new(move |_| facts.with(|all| all.get(place).and_then(|fact| fact.state)));
    let mark = live(move || match state.get() {
        Some(state) => view! { <Mark state /> }.built(),
        None => view! { <span class="qp-rule-dash" aria-hidden="true"></span> }.built(),
    });
    let figure = live(move || {
        let figure = |all: &Vec<RuleFact>| all.get(place).map(|fact| fact.figure.clone());
        sentence(&facts.with(figure).unwrap_or_default())
    });
    let reading = fact
        .reading
        .map(|reading| view! { <p>{sentence(&reading)}</p> }.built());
    let rule = view! {
        <li class="qp-rule-fact">
            {mark}
            <p class="qp-rule-text">{sentence(&fact.text)}</p>
            <span class="qp-rule-figure">{figure}</span>
            <div class="qp-rule-reading">
                <p class="qp-source">{fact.heading}</p>
                {reading}
            </div>
        </li>
    };
    rule.built()
}
