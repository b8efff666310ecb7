//! What else the units of the plan count for, in short.

use leptos::prelude::*;

use super::counts_line::CountsLine;
use crate::app::browser;
use crate::app::components::heading::heading_of;
use crate::app::components::rows::{Row, rows};
use crate::app::screens::plan::sheets::Sheets;
use crate::app::signals::{follow, set_other};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::RungView;
use crate::plan::Plan;
use crate::wording::ladder as words;

/// How many qualifications are named. The sheet has all.
const MOST: usize = 3;

/// The first of them, each the way to the sheet. Searched for once the plan has been left alone for a moment.
#[component]
pub(super) fn CountsFor(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let others = RwSignal::new(Vec::<RungView>::new());
    // The plan that they are of.
    let of = RwSignal::new(None::<Plan>);
    let search = move || {
        // The screen may have gone meanwhile.
        if !others.is_disposed() && editor.is_judged_now() {
            set_other(others, editor.ladder().others().cloned().collect());
            of.set(Some(editor.plan_now(Plan::clone)));
        }
    };
    Effect::new(move |before: Option<()>| {
        editor.follow_pauses();
        if before.is_some() {
            search();
        } else {
            // Of a plan that is opened: once that is shown.
            browser::after_paint(search);
        }
    });
    let each = move || {
        let row = |rung: &RungView| {
            let rung = rung.clone();
            Row {
                key: format!("{} {} {}", rung.name, rung.in_short, rung.share),
                build: Box::new(move || view! { <CountsLine rung sheets /> }.built()),
            }
        };
        others.with(|all| all.iter().take(MOST).map(row).collect())
    };
    let is_older = move || editor.plan(|plan| of.with(|of| of.as_ref() != Some(plan)));
    let is_empty = live(move || others.with(Vec::is_empty));
    let is_all = live(move || others.with(|all| all.len() <= MOST));
    let open = pressed(move || sheets.counts.set(true));
    let view = view! {
        <div class="qp-counts" class=("qp-hidden", is_empty)>
            {heading_of(3).child(words::COUNTS_ALSO_FOR)}
            <ul role="list">{rows(Box::new(each))}</ul>
            <button type="button" class="qp-link" class=("qp-hidden", is_all) on:click=open>{words::SEE_ALL}</button>
        </div>
    };
    let view = view.built();
    let shown = view.clone();
    follow(Box::new(move || {
        let is_busy = if is_older() { "true" } else { "false" };
        let _ = shown.element().set_attribute("aria-busy", is_busy);
    }));
    view
}
