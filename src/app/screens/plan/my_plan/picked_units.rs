//! The units in “My plan”.

use leptos::prelude::*;

use super::picked::{Picked, remove_id};
use crate::app::components::heading::heading_of;
use crate::app::components::rows::{Row, rows};
use crate::app::components::show_more::ShowMore;
use crate::app::screens::plan::sheets::{STATE, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::editor::{self, PickedView};
use crate::qualification::UnitCode;
use crate::wording::heading;

/// How many units are shown at first, and how many more each time: a page that builds hundreds at once stands still
/// meanwhile.
const PAGE: usize = 100;

/// The units of the plan, by date and as listed, each with a button that takes it out.
#[component]
pub(super) fn PickedUnits(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let picked = Memo::new(move |_| picked(editor));
    let most = RwSignal::new(PAGE);
    let page = move || editor::page(picked.with(Vec::len), most.get(), PAGE);
    // What has the focus once a unit is taken out.
    let after = move |code: &UnitCode| {
        picked.with_untracked(|all| {
            let mut rest = all.iter().skip_while(|one| one.code != *code).skip(1);
            rest.next().map_or(STATE.to_owned(), remove_id)
        })
    };
    let each = move || {
        let row = |picked: &PickedView| {
            let picked = picked.clone();
            let PickedView {
                code,
                group,
                planned,
                is_achieved,
                figures,
                reason,
                ..
            } = &picked;
            Row {
                key: format!("{code} {group:?} {planned} {is_achieved} {figures:?} {reason}"),
                build: Box::new(move || view! { <Picked picked after sheets /> }.built()),
            }
        };
        let showing = page().showing;
        picked.with(|all| all.iter().take(showing).map(row).collect())
    };
    let more = move || {
        let first = untrack(page).showing;
        let first = picked.with_untracked(|all| all.get(first).map(remove_id));
        most.update(|most| *most = most.saturating_add(PAGE));
        if let Some(first) = first {
            editor.focus(&first);
        }
    };
    view! {
        <div class="qp-part" class=("qp-hidden", live(move || picked.with(Vec::is_empty)))>
            {heading_of(3).class("qp-unseen").child(heading::UNITS)}
            <ul role="list" class="qp-picked">{rows(Box::new(each))}</ul>
            <ShowMore page more=Box::new(more) />
        </div>
    }
    .built()
}

/// The units of the plan.
pub(in crate::app::screens::plan) fn picked(editor: EditorStore) -> Vec<PickedView> {
    let known = |code: &UnitCode| editor.facts(code).map(|facts| facts.title);
    editor.current(|current| current.picked(known))
}
