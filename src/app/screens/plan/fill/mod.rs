//! “Help me fill”: the best ways to complete the plan, as cards, with what is asked of them.

mod add_wish;
mod added_unit;
mod compare_ways;
mod fewest_of;
mod filling;
mod way_card;
mod which_unit;
mod wish;
mod wishes;

use leptos::prelude::*;

use add_wish::AddWish;
use compare_ways::CompareWays;
pub(super) use compare_ways::compared_ways;
use fewest_of::FewestOf;
use filling::Filling;
use way_card::WayCard;
use wishes::{List, Wishes};

use super::sheets::Sheets;
use crate::app::components::icon::{self, Icon};
use crate::app::components::rows::{Row, rows};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{FillRequest, WayView};
use crate::wording::fill as words;

/// The ways to complete the plan, with the part of the program that is for them.
pub(super) fn ways(editor: EditorStore, sheets: Sheets) -> Loading<View> {
    lazy::loading(built(editor, sheets))
}

#[wasm_split(fill, wasm_split_path = leptos::wasm_split, fallible)]
fn built(editor: EditorStore, sheets: Sheets) -> Fetched<View> {
    let filling = Filling::new(editor);
    let found = filling.found;
    let each = move || {
        let row = |(place, way): (usize, &WayView)| {
            let (way, is_first) = (way.clone(), place == 0);
            Row {
                key: format!("{place} {} {} {}", way.name, way.why, way.totals),
                build: Box::new(move || view! { <WayCard way is_first filling sheets /> }.built()),
            }
        };
        found.with(|found| found.ways.iter().enumerate().map(row).collect())
    };
    let more = pressed(move || {
        filling.request.update(FillRequest::ask_for_more);
    });
    let no_more = live(move || found.with(|found| !found.has_more));
    // Where there is little room the lists open below a line that says how many they are.
    let open = RwSignal::new(false);
    let toggle = pressed(move || open.update(|open| *open = !*open));
    let in_short =
        move || found.with(|found| words::in_short(found.kept.len(), found.left_out.len()));
    let view = view! {
        <div class="qp-fill">
            <FewestOf filling />
            <div class="qp-wishes" class=("qp-wishes--open", live(move || open.get()))>
                <button
                    type="button"
                    class="qp-button qp-wishes-short"
                    aria-expanded=live(move || open.get().to_string())
                    on:click=toggle
                >
                    <span prop:textContent=live(in_short)></span>
                    <Icon outline=icon::CHEVRON />
                </button>
                <Wishes list=List::Kept filling />
                <Wishes list=List::LeftOut filling />
                <AddWish filling />
            </div>
            <div class="qp-ways">{rows(Box::new(each))}</div>
            <p class="qp-hint" role="status" prop:textContent=live(move || found.with(|found| found.rest.clone()))></p>
            <button type="button" class="qp-button" class=("qp-hidden", no_more) on:click=more>{words::SHOW_MORE}</button>
            <CompareWays filling sheets />
        </div>
    };
    Ok(view.built())
}
