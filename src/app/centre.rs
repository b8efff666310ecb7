//! How the catalogue file that the host page names comes to the planner.

use leptos::task::spawn_local;

use super::browser;
use super::lazy::{Fetched, wasm_split};
use super::stores::Stores;
use super::tables::rest_for;
use crate::catalogue;
use crate::wording;

/// It has come.
pub(super) fn came(stores: Stores, name: String, bytes: Vec<u8>) {
    let centre = stores.centre();
    let asked = centre.asked();
    spawn_local(async move {
        let loading = async {
            rest_for(stores).await?;
            read(stores, asked, name.clone(), bytes).await
        };
        if loading.await.is_err() && centre.still_asks(asked) {
            centre.was_not_fetched(&name, wording::part_missing());
        }
    });
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn read(stores: Stores, asked: u32, name: String, bytes: Vec<u8>) -> Fetched<()> {
    // The planner may be gone meanwhile, or the page may name another file.
    if stores.are_here() && stores.centre().still_asks(asked) {
        let centre = stores.centre();
        match browser::text_in(&bytes) {
            Ok(text) => centre.was_read(&name, &text, catalogue::read(&text.text)),
            Err(what) => centre.was_no_text(&name, what),
        }
    }
    Ok(())
}
