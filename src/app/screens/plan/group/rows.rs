//! The rows of a group as they are drawn.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::editor::{MANY, PART};

/// A list of rows.
pub(super) fn list_of(rows: Vec<View>) -> View {
    view! { <ul role="list">{rows}</ul> }.built()
}

/// The rows without the places of their units.
pub(super) fn views(rows: &[(usize, View)]) -> Vec<View> {
    rows.iter().map(|(_, row)| row.clone()).collect()
}

/// Many stand in parts, which a browser lays out and draws each by itself.
pub(super) fn in_parts(rows: &[(usize, View)]) -> Vec<View> {
    let part = |rows: &[(usize, View)]| {
        let rows = views(rows);
        view! { <div class="qp-rows">{rows}</div> }.built()
    };
    if rows.len() > MANY {
        rows.chunks(PART).map(part).collect()
    } else {
        Vec::new()
    }
}

/// Where those are folded away that are closed, behind these words, and its line.
pub(super) fn fold_of(words: String, closed: &View) -> (View, View) {
    let is_empty = words.is_empty();
    let line = view! { <summary>{words}</summary> }.built();
    let fold = view! {
        <details class="qp-fold" class=("qp-hidden", is_empty)>
            {line.clone()}
            {closed.clone()}
        </details>
    };
    (fold.built(), line)
}
