//! Lists of plain texts and of terms with their facts.

use crate::app::dom::{El, el, said};

/// A list without bullets that stays a list for screen readers.
pub(crate) fn plain_list(class: &str) -> El {
    let list = el("ul").attr("role", "list");
    if class.is_empty() {
        list
    } else {
        list.attr("class", class)
    }
}

/// A bulleted list under a heading; nothing where it would be empty.
pub(crate) fn bullets(heading: &str, items: &[String]) -> Vec<El> {
    if items.is_empty() {
        return Vec::new();
    }
    let items = items.iter().map(|item| said("li", item)).collect();
    vec![said("h2", heading), el("ul").with_all(items)]
}

/// Terms with their facts, as the rows of a `dl`.
pub(crate) fn facts(pairs: Vec<(&'static str, String)>) -> Vec<El> {
    pairs
        .into_iter()
        .map(|(term, fact)| el("div").with(said("dt", term)).with(said("dd", &fact)))
        .collect()
}
