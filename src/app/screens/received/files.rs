//! The plan to look at, on paper and as files.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::browser;
use crate::app::screens::exports;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, pressed};
use crate::exchange::file::{self, Item};
use crate::exchange::sheet;
use crate::qualification::Qualification;
use crate::saved_plans::PlanSnapshot;
use crate::wording::{self, act};

/// The plan on paper and as files.
#[component]
pub(super) fn Files(
    of: Option<Arc<Qualification>>,
    snapshot: PlanSnapshot,
    more: Option<View>,
) -> View {
    let stores = expect_context::<Stores>();
    let print = pressed(move || stores.page().print());
    let copied = snapshot.clone();
    let copy = pressed(move || {
        exports::save_one(stores, Item::new(None, 0, copied.clone()));
    });
    let table = of.map(|of| {
        let table = pressed(move || {
            let found = stores.plans().judge(&of, &snapshot.plan);
            let rows = wording::plan_table(&of, &snapshot, &found);
            let name = file::name(&snapshot.plan, stores.page().today(), "csv");
            browser::download(&name, &sheet::csv(&rows));
        });
        view! { <button type="button" class="qp-button" on:click=table>{act::TABLE}</button> }
            .built()
    });
    view! {
        <div class="qp-actions">
            <button type="button" class="qp-button" on:click=print>{act::PRINT}</button>
            <button type="button" class="qp-button" on:click=copy>{act::SAVE_COPY}</button>
            {table}
            {more}
        </div>
    }
    .built()
}
