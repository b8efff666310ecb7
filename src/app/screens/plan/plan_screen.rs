//! The planning screen as the first program draws it, with places for what completes it.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use super::aside::Aside;
use super::drawn::Drawn;
use super::group::unit_group;
use super::header::Header;
use super::sheets::{STATE, Sheets, UNITS};
use super::skip_links::SkipLinks;
use super::total::Total;
use crate::app::arriving;
use crate::app::screens::Main;
use crate::app::stores::editor::EditorStore;
use crate::app::tables::{Engine, Rest, once, rest};
use crate::app::view::{Build, View, heard, live};
use crate::drawing::finder;
use crate::editor::{Columns, is_worth_filtering};
use crate::qualification::Qualification;
use crate::wording::{heading, label};

/// The screen of a plan.
#[component]
pub(super) fn PlanScreen<'a>(editor: EditorStore, of: &'a Arc<Qualification>) -> View {
    provide_context(editor);
    let (stores, sheets) = (editor.stores(), Sheets::new());
    stores.page().set_planning(true);
    on_cleanup(move || stores.page().set_planning(false));
    let columns = Columns::new(of);
    let groups = of.groups.iter().enumerate();
    let groups =
        groups.map(|(place, group)| unit_group(editor, of, &columns, place, group, sheets));
    let groups: Vec<_> = groups.collect();
    let finder = finder(is_worth_filtering(of), of.groups.len());
    let drawn = Drawn::new(finder, groups);
    if let Some(rules) = stores.page().rules_of(of) {
        drawn.say_rules(&rules);
    }
    let units: Vec<View> = drawn
        .groups
        .iter()
        .map(|group| group.group.clone())
        .collect();
    let rows = drawn.groups.iter().flat_map(|group| &group.rows);
    let rows: Vec<View> = rows.map(|(_, row)| row.clone()).collect();
    let toolbar = drawn.toolbar.clone();
    let main = view! {
        <div class="qp-part">
            {drawn.notices.clone()}
            // What comes fills places of its own; this one says where it does not.
            {arriving::rest_or_why(stores, STATE)}
            <p class="qp-rules-line">{drawn.rules.clone()}<span>{label::UNOFFICIAL_SHORT}</span></p>
            {drawn.toolbar.clone()}
            <div
                id=UNITS
                role="group"
                aria-label=heading::UNITS
                on:focusin=heard(|event: FocusEvent| {
                    if let Some(rest) = rest() {
                        (rest.plan_focused)(&event);
                    }
                })
            >
                {units}
            </div>
            {drawn.extras.clone()}
        </div>
    };
    let main = view! { <Main class="qp-plan" content=main.built() /> }.built();
    let my_plan = drawn.my_plan.clone();
    drawn
        .my_plan
        .fill(&view! { <Total place=drawn.summary.clone() /> }.built());
    let summary = drawn.summary.clone();
    once(stores, move |engine: &'static Engine| {
        (engine.summarise)(editor, &summary);
    });
    let head = view! { <Header title=of.title.clone() name=drawn.name.clone() rules=drawn.head.clone() widen=drawn.widen.clone() sheets /> };
    let head = head.built();
    let drawn_card = drawn.card.clone();
    once(stores, move |rest: &'static Rest| {
        (rest.plan)(editor, sheets, &drawn);
    });
    view! {
        <div class="qp-desk" class=("qp-desk--pane", live(move || sheets.pane.with(Option::is_some))) on:keydown=heard(move |event: KeyboardEvent| {
            if let Some(rest) = rest() {
                (rest.plan_keys)(editor, &event);
            }
        })>
            <SkipLinks rows toolbar />
            {head}
            {drawn_card}
            {main}
            <Aside content=my_plan />
        </div>
    }
    .built()
}
