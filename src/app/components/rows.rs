//! Rows that come and go.

use leptos::prelude::*;

use crate::app::view::View;

/// A row of a list. `build` is called where no row of this key is there yet.
pub(crate) struct Row {
    /// All of what the row shows that it does not follow by itself.
    pub(crate) key: String,
    pub(crate) build: Box<dyn FnOnce() -> View + Send>,
}

/// A list whose rows stay as long as their keys do. `<For>` weighs some 3.5 KB for each type of row: here there is one.
pub(crate) fn rows(each: Box<dyn Fn() -> Vec<Row> + Send>) -> impl IntoView {
    let key = |row: &Row| row.key.clone();
    view! { <For each key children=|row| (row.build)() /> }
}
