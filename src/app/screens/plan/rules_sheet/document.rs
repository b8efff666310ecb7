//! What is to be known of the document.

use leptos::prelude::*;

use super::parts::part;
use crate::app::components::sentence::sentence;
use crate::app::view::{Build, View};
use crate::qualification::Qualification;
use crate::wording::{self, rules_sheet};

/// How the document is read, each with the heading under which it stands.
pub(super) fn good_to_know(of: &Qualification) -> Option<View> {
    let notes = of.notes.iter().map(|note| {
        let note = view! {
            <li>
                <p>{sentence(&note.text)}</p>
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
pub(super) fn source(of: &Qualification) -> Option<View> {
    let source = wording::source(&of.source);
    let words = view! {
        <div>
            <p>{source}</p>
            <p class="qp-hint">{rules_sheet::SMALL_LINES}</p>
        </div>
    };
    part(rules_sheet::SOURCE, Some(words.built()))
}
