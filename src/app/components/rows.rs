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
///
/// What a row listens to holds the owner of the row, and the owner holds that: one that goes is cleaned up here.
pub(crate) fn rows(each: Box<dyn Fn() -> Vec<Row> + Send>) -> impl IntoView {
    let owners = StoredValue::new(Vec::<(String, Owner)>::new());
    let each = move || {
        let rows = each();
        let (stay, go) = owners
            .try_update_value(|owners| {
                let stays = |(key, _): &(String, Owner)| rows.iter().any(|row| row.key == *key);
                std::mem::take(owners).into_iter().partition(stays)
            })
            .unwrap_or_default();
        owners.set_value(stay);
        for (_, owner) in go {
            owner.cleanup();
        }
        rows
    };
    let build = move |row: Row| {
        let owner = Owner::current().unwrap_or_default();
        owners.update_value(|owners| owners.push((row.key, owner)));
        (row.build)()
    };
    view! { <For each key=|row| row.key.clone() children=build /> }
}
