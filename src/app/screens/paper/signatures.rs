//! Where the paper is signed.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::wording::paper as words;

/// Lines for the name, the signature and the date, of the learner and of the advisor.
#[component]
pub(super) fn Signatures() -> View {
    let line = |what: &'static str| view! { <span class="qp-paper-line">{what}</span> }.built();
    let lines = |who: &'static str| {
        let [name, signature, date] = [words::NAME, words::SIGNATURE, words::DATE].map(line);
        view! { <div class="qp-paper-sign"><strong>{who}</strong>{name}{signature}{date}</div> }
            .built()
    };
    view! {
        <div>
            <p class="qp-paper-heading">{words::AGREED}</p>
            {lines(words::LEARNER)}
            {lines(words::ADVISOR)}
        </div>
    }
    .built()
}
