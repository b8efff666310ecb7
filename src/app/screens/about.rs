//! What a qualification is and what it asks.

use std::sync::Arc;

use crate::app::arriving;
use crate::app::components::list::{bullets, facts, plain_list};
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::Stores;
use crate::qualification::{Note, Qualification, Rule};
use crate::wording::{self, heading};

/// Its title with the facts that matter most.
pub(crate) fn heading(stores: Stores, qualification: &Qualification) -> El {
    let points = wording::key_facts(qualification)
        .into_iter()
        .map(|(number, rest)| {
            el("li")
                .with(said("strong", &number))
                .text(&format!(" {rest}"))
        })
        .collect();
    styled("div", "qp-heading")
        .with(super::back(stores))
        .with(super::eyebrow(qualification))
        .with(super::title(&qualification.title))
        .with(plain_list("qp-key-facts").with_all(points))
        .with(super::unofficial(stores))
}

/// Everything else about it, behind a summary.
pub(crate) fn about(qualification: &Arc<Qualification>) -> El {
    let of = Arc::clone(qualification);
    let fetch = move |_| lazy::loading(all_about(Arc::clone(&of)));
    arriving::details("qp-details", heading::ABOUT, fetch)
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn all_about(qualification: Arc<Qualification>) -> Fetched<El> {
    let qualification = &*qualification;
    let rules = qualification
        .rules
        .iter()
        .map(|one| rule(qualification, one))
        .collect();
    let notes: Vec<El> = qualification.notes.iter().map(note).collect();
    let mut about = styled("div", "qp-part")
        .with_some(some_text(&qualification.purpose))
        .with(said("h2", heading::RULES))
        .with(styled("p", "qp-hint").text(wording::WHAT_RULES_SAY))
        .with(styled("ul", "qp-rules-text").with_all(rules))
        .with(said("h2", heading::TERMS))
        .with(styled("dl", "qp-facts").with_all(facts(wording::terms(qualification))))
        .with(said("h2", heading::FACTS))
        .with(styled("dl", "qp-facts").with_all(facts(wording::facts(qualification))))
        .with_all(bullets(heading::FOR_LEARNERS, &qualification.for_learners))
        .with_all(bullets(
            heading::FOR_EMPLOYERS,
            &qualification.for_employers,
        ))
        .with_all(bullets(heading::PROGRESSION, &qualification.progression))
        .with_some(
            some_text(&qualification.assessment)
                .map(|text| el("div").with(said("h2", heading::ASSESSMENT)).with(text)),
        );
    if !notes.is_empty() {
        about = about
            .with(said("h2", heading::NOTES))
            .with(styled("ul", "qp-rules-text").with_all(notes));
    }
    Ok(about.with(source(&wording::source(&qualification.source))))
}

/// A paragraph of what the document says, if it says anything.
fn some_text(text: &str) -> Option<El> {
    (!text.is_empty()).then(|| said("p", text))
}

fn rule(qualification: &Qualification, rule: &Rule) -> El {
    let note = rule
        .note
        .as_ref()
        .map(|note| styled("p", "qp-hint").text(note));
    el("li")
        .with(said("p", &wording::rule(qualification, rule)))
        .with_some(note)
        .with(source(&wording::source(&rule.source)))
}

fn note(note: &Note) -> El {
    el("li")
        .with(said("p", &note.text))
        .with(source(&note.heading))
}

fn source(text: &str) -> El {
    styled("p", "qp-source").text(text)
}
