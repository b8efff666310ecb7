//! The rows of a group as they are drawn.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::editor::{MANY, PART};
use crate::wording;

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

/// Where so many are folded away that are closed, and its line.
pub(super) fn fold_of(number: usize, closed: &View) -> (View, View) {
    let line = wording::closed_units(number);
    let line = view! { <summary>{line}</summary> }.built();
    let fold = view! {
        <details class="qp-fold" class=("qp-hidden", number == 0)>
            {line.clone()}
            {closed.clone()}
        </details>
    };
    (fold.built(), line)
}
