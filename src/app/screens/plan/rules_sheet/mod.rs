//! What a qualification is and what it asks: its rules with the learner's own figures, its hours, and what else its
//! document says.

mod document;
mod hours;
mod parts;
mod rules;

use leptos::prelude::*;

use document::{good_to_know, source};
use hours::Hours;
use parts::{bullets, part, terms, text};
use rules::Rules;

use crate::app::arriving;
use crate::app::components::sentence::sentence;
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
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
            <p class="qp-hint">{sentence(&rules_sheet::whose(of))}</p>
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
