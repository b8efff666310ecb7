//! What a qualification is and what it asks: its rules with the learner's own figures, its hours, and what else its
//! document says.

use leptos::prelude::*;

use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::components::mark::Mark;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::RuleFact;
use crate::qualification::Qualification;
use crate::wording::{self, act, heading, rules_sheet};

/// The sheet of the rules and of all that is known of the qualification.
#[component]
pub(crate) fn RulesSheet(open: RwSignal<bool>) -> View {
    let editor = expect_context::<EditorStore>();
    let body = move || arriving::place(move || lazy::loading(content(editor)));
    let title = Signal::stored(act::RULES.to_owned());
    view! { <Sheet kind="qp-sheet--wide" title open body=Box::new(body) /> }.built()
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn content(editor: EditorStore) -> Fetched<View> {
    let of = &*editor.qualification();
    let unofficial = live(move || editor.stores().router().sourced(wording::unofficial));
    let body = view! {
        <div class="qp-rules-sheet">
            <p class="qp-hint">{rules_sheet::whose(of)}</p>
            {text(&of.purpose)}
            <div class="qp-columns">
                <div class="qp-rules-column">
                    <Rules />
                    {bullets(heading::FOR_LEARNERS, &of.for_learners)}
                    {bullets(heading::FOR_EMPLOYERS, &of.for_employers)}
                    {bullets(heading::PROGRESSION, &of.progression)}
                    {part(heading::ASSESSMENT, text(&of.assessment))}
                    {source(of)}
                </div>
                <div class="qp-rules-column">
                    <Hours />
                    {good_to_know(of)}
                    {part(heading::FACTS, Some(terms(wording::facts(of))))}
                    {part(heading::TERMS, Some(terms(wording::terms(of))))}
                </div>
            </div>
            <p class="qp-hint qp-sheet-foot" prop:textContent=unofficial></p>
        </div>
    };
    Ok(body.built())
}

/// The rules one by one. They stand; what follows the plan is the mark and the figure of each.
#[component]
fn Rules() -> View {
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
        facts.with(figure).unwrap_or_default()
    });
    let reading = fact
        .reading
        .map(|reading| view! { <p>{reading}</p> }.built());
    let rule = view! {
        <li class="qp-rule-fact">
            {mark}
            <p class="qp-rule-text">{fact.text}</p>
            <span class="qp-rule-figure" prop:textContent=figure></span>
            <div class="qp-rule-reading">
                <p class="qp-source">{fact.heading}</p>
                {reading}
            </div>
        </li>
    };
    rule.built()
}

/// The hours of the plan and those that the document publishes, each for itself.
#[component]
fn Hours() -> View {
    let editor = expect_context::<EditorStore>();
    let rows = Memo::new(move |_| editor.current(|current| current.hours()));
    let empty = live(move || rows.with(Vec::is_empty));
    let list = live(move || terms(rows.get()));
    let hours = view! {
        <div class="qp-rules-part" class=("qp-hidden", empty)>
            {heading_of(3).child(rules_sheet::HOURS)}
            {list}
            <p class="qp-hint">{rules_sheet::HOURS_MEAN}" "{rules_sheet::NOT_ADDED_UP}</p>
        </div>
    };
    hours.built()
}

/// How the document is read, each with the heading under which it stands.
fn good_to_know(of: &Qualification) -> Option<View> {
    let notes = of.notes.iter().map(|note| {
        let note = view! {
            <li>
                <p>{note.text.clone()}</p>
                <p class="qp-source">{note.heading.clone()}</p>
            </li>
        };
        note.built()
    });
    let notes: Vec<View> = notes.collect();
    let list = (!notes.is_empty())
        .then(|| view! { <ul role="list" class="qp-notes">{notes}</ul> }.built());
    part(rules_sheet::GOOD_TO_KNOW, list)
}

/// The document, with when it was read and what of all this stands in it.
fn source(of: &Qualification) -> Option<View> {
    let source = wording::source(&of.source);
    let words = view! {
        <div>
            <p>{source}</p>
            <p class="qp-hint">{rules_sheet::SMALL_LINES}</p>
        </div>
    };
    part(rules_sheet::SOURCE, Some(words.built()))
}

/// A part under its heading; nothing where there is nothing in it.
fn part(heading: &'static str, body: Option<View>) -> Option<View> {
    let part = |body: View| view! { <div class="qp-rules-part">{heading_of(3).child(heading)}{body}</div> };
    body.map(|body| part(body).built())
}

/// A paragraph of what the document says, if it says anything.
fn text(text: &str) -> Option<View> {
    (!text.is_empty()).then(|| view! { <p>{text.to_owned()}</p> }.built())
}

fn bullets(heading: &'static str, items: &[String]) -> Option<View> {
    let items = items
        .iter()
        .map(|item| view! { <li>{item.clone()}</li> }.built());
    let items: Vec<View> = items.collect();
    let list = (!items.is_empty()).then(|| view! { <ul>{items}</ul> }.built());
    part(heading, list)
}

/// Terms with their facts.
fn terms(pairs: Vec<(&'static str, String)>) -> View {
    let rows = pairs
        .into_iter()
        .map(|(term, fact)| view! { <div><dt>{term}</dt><dd>{fact}</dd></div> }.built());
    let rows: Vec<View> = rows.collect();
    view! { <dl class="qp-facts">{rows}</dl> }.built()
}
