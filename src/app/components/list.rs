//! Lists of plain texts and of terms with their facts, and lists that may be long.

use leptos::prelude::*;

use crate::app::components::notice::button;
use crate::app::dom::{El, el, said};
use crate::editor;
use crate::wording;

/// How many rows of a long list are shown, and how many at first and more each time.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    now: RwSignal<usize>,
    page: usize,
    /// The id of the row that takes the focus.
    id: &'static str,
}

impl Shown {
    /// The first page of so many rows; `id` is the name of the first row of more.
    pub(crate) fn first(page: usize, id: &'static str) -> Self {
        Self {
            now: RwSignal::new(page),
            page,
            id,
        }
    }
}

/// The first rows of a list that may be long, and a button for more: a page that builds hundreds of rows at
/// once stands still meanwhile.
///
/// The focus goes to the first of the new rows.
pub(crate) fn long_list(
    class: &str,
    shown: Shown,
    number: usize,
    rows: &mut dyn Iterator<Item = El>,
    focus: impl Fn(&'static str) + 'static,
) -> Vec<El> {
    let Shown { now, page, id } = shown;
    let shown = editor::page(number, now.get(), page);
    let rows = rows.take(shown.showing).enumerate();
    let rows = rows.map(|(place, row)| {
        // Where the focus goes with more of them.
        if shown.focus == Some(place) {
            row.attr("id", id).attr("tabindex", "-1")
        } else {
            row
        }
    });
    let list = plain_list(class).with_all(rows.collect());
    let more = (shown.rest > 0).then(|| {
        button(&wording::show_more(shown.next, shown.rest), move || {
            now.update(|now| *now = now.saturating_add(page));
            focus(id);
        })
    });
    [Some(list), more].into_iter().flatten().collect()
}

/// A list without bullets that stays a list for screen readers.
pub(crate) fn plain_list(class: &str) -> El {
    let list = el("ul").attr("role", "list");
    if class.is_empty() {
        list
    } else {
        list.attr("class", class)
    }
}

/// Terms with their facts, as the rows of a `dl`.
pub(crate) fn facts(pairs: Vec<(&'static str, String)>) -> Vec<El> {
    pairs
        .into_iter()
        .map(|(term, fact)| el("div").with(said("dt", term)).with(said("dd", &fact)))
        .collect()
}
