//! What is to be said of a catalogue file that nobody is opening.

use leptos::prelude::*;

use super::lines;
use crate::app::arriving;
use crate::app::components::banner::{Banner, BannerProps};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::{OpenedCatalogue, Stores};
use crate::app::view::{Build, View, live};
use crate::assess::State;
use crate::wording::{act, heading};

/// What is wrong with a catalogue file that nobody is opening: one that is kept here is damaged, one that came with plans
/// has problems, or the screen went on which it was opened. It stands on every screen until it is closed.
#[component]
pub(crate) fn CatalogueNotice() -> View {
    let stores = expect_context::<Stores>();
    let told = move || {
        let noticed = stores.catalogues().reports().noticed();
        noticed.map(|of| arriving::place(move || lazy::loading(what_came(stores, of.clone()))))
    };
    view! { <div class="qp-opened">{live(told)}</div> }.built()
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn what_came(stores: Stores, of: OpenedCatalogue) -> Fetched<View> {
    let close = move || {
        stores.catalogues().reports().notice(None);
        stores.page().focus_heading();
    };
    let (state, heading) = if of.is_whole() {
        (State::Met, heading::file_added(&of.name))
    } else {
        (State::Broken, heading::file_problem(&of.name))
    };
    let banner = Banner(BannerProps {
        state: Some(state),
        heading,
        lines: lines(&of).concat(),
        actions: vec![(act::CLOSE, Box::new(close))],
        close: None,
    });
    Ok(banner)
}
