//! A sentence with codes of units in it.

use leptos::prelude::*;

use super::with_code::with_code;
use crate::app::view::{Build, View};
use crate::wording::codes_apart;

/// A sentence, of which a page translator leaves the codes of units alone.
pub(crate) fn sentence(words: &str) -> View {
    let mut pieces = codes_apart(words);
    if pieces.len() == 1 {
        return view! { <span>{pieces.pop().map(|[words, _]| words)}</span> }.built();
    }
    let pieces: Vec<View> = pieces.into_iter().map(with_code).collect();
    view! { <span>{pieces}</span> }.built()
}
