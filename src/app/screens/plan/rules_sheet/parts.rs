//! What the sheet is made of.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::components::sentence::sentence;
use crate::app::view::{Build, View};

/// A part under its heading; nothing where there is nothing in it.
pub(super) fn part(heading: &'static str, body: Option<View>) -> Option<View> {
    let part = |body: View| view! { <div class="qp-rules-part">{heading_of(3).child(heading)}{body}</div> };
    body.map(|body| part(body).built())
}

/// A paragraph of what the document says, if it says anything.
pub(super) fn text(text: &str) -> Option<View> {
    (!text.is_empty()).then(|| view! { <p>{text.to_owned()}</p> }.built())
}

pub(super) fn bullets(heading: &'static str, items: &[String]) -> Option<View> {
    let items = items
        .iter()
        .map(|item| view! { <li>{item.clone()}</li> }.built());
    let items: Vec<View> = items.collect();
    let list = (!items.is_empty()).then(|| view! { <ul>{items}</ul> }.built());
    part(heading, list)
}

/// Terms with their facts.
pub(super) fn terms(pairs: Vec<(&'static str, String)>) -> View {
    let rows = pairs
        .into_iter()
        .map(|(term, fact)| view! { <div><dt>{term}</dt><dd>{sentence(&fact)}</dd></div> }.built());
    let rows: Vec<View> = rows.collect();
    view! { <dl class="qp-facts">{rows}</dl> }.built()
}
