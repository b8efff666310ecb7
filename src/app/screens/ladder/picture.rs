//! A ladder of qualifications, each with the units that count there, on one scale.

use leptos::prelude::*;

use super::ladder_table::LadderTable;
use super::rung::Rung;

use crate::app::components::sentence::sentence;
use crate::app::stores::{Page, Stores};
use crate::app::view::{Build, View, pressed};
use crate::editor::{LadderView, RungView};
use crate::wording::{act, ladder as words};

/// The picture with its table, and from each rung the way to a plan with these units.
#[component]
pub(super) fn Picture(ladder: LadderView) -> View {
    let stores = expect_context::<Stores>();
    let table = view! { <LadderTable ladder=&ladder /> }.built();
    let LadderView {
        rungs,
        same,
        none,
        about,
    } = ladder;
    let rungs = rungs.into_iter();
    let rungs: Vec<View> = rungs
        .map(|rung: RungView| view! { <Rung rung /> }.built())
        .collect();
    let same = same.into_iter();
    let same: Vec<View> = same
        .map(|line| view! { <p class="qp-ladder-same">{sentence(&line)}</p> }.built())
        .collect();
    let page: Page = stores.page();
    let print = pressed(move || page.print());
    view! {
        <div class="qp-ladder">
            <ul role="list" class="qp-rungs">{rungs}</ul>
            <p class="qp-hint">{about}</p>
            {same}
            <p class="qp-hint">{none}</p>
            <details class="qp-details">
                <summary>{words::AS_A_TABLE}</summary>
                {table}
            </details>
            <button type="button" class="qp-button" on:click=print>{act::PRINT}</button>
        </div>
    }
    .built()
}
