use leptos::prelude::*;

use super::sheets::{STATE, Sheets};
use crate::app::arriving;
use crate::app::components::bar::Bar;
use crate::app::components::icon::{self, Icon};
use crate::app::components::sheet::Sheet;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::drawing::colour;
use crate::editor::{AddedView, SuggestionView};
use crate::wording::{act, heading};

/// Ways to complete the plan, or to put it right.
#[component]
pub(super) fn WaysSheet(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let title = Signal::derive(move || {
        let is_broken = editor.assessment(|_, found| found.state == State::Broken);
        if is_broken {
            heading::PUT_RIGHT
        } else {
            heading::COMPLETE
        }
        .to_owned()
    });
    let body = move || arriving::place(move || lazy::loading(ways(editor, sheets)));
    view! { <Sheet title open=sheets.ways body=Box::new(body) /> }.built()
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn ways(editor: EditorStore, sheets: Sheets) -> Fetched<View> {
    let ways = move || match editor.suggestions() {
        Ok(ways) => ways
            .into_iter()
            .map(|one| way(editor, sheets, one))
            .collect(),
        Err(why) => vec![view! { <p>{why}</p> }.built()],
    };
    Ok(view! { <div class="qp-ways">{live(ways)}</div> }.built())
}

/// A way as a card: its units, the bar with what would be added, what comes of it.
fn way(editor: EditorStore, sheets: Sheets, one: SuggestionView) -> View {
    let SuggestionView {
        label,
        detail,
        action,
        bar,
        added,
    } = one;
    let choose = pressed(move || {
        editor.dispatch(action.clone());
        sheets.ways.set(false);
        editor.focus(STATE);
    });
    // What only adds is told by its units; what does more by what it does.
    let title = if added.is_empty() {
        view! { <p class="qp-way-title">{label.clone()}</p> }.built()
    } else {
        let units: Vec<View> = added.into_iter().map(unit).collect();
        view! { <ul role="list" class="qp-way-units">{units}</ul> }.built()
    };
    view! {
        <div class="qp-way">
            {title}
            <Bar bar=Signal::stored(bar) label=label.clone() />
            <p>{detail}</p>
            <button type="button" class="qp-button" aria-label=act::of_one(act::CHOOSE, &label) on:click=choose>{act::CHOOSE}</button>
        </div>
    }
    .built()
}

/// A unit that would be added, with its code and figures.
fn unit(one: AddedView) -> View {
    let AddedView {
        title,
        short,
        figures,
        group,
    } = one;
    let colour = group.map(colour).unwrap_or_default();
    let figures = figures.into_iter();
    let figures: Vec<View> = figures
        .map(|figure| view! { <span>{figure}</span> }.built())
        .collect();
    view! {
        <li class=colour>
            <Icon outline=icon::PLUS />
            <p class="qp-way-title">{title}</p>
            <p class="qp-picked-facts">
                <span translate="no">{short}</span>
                {figures}
            </p>
        </li>
    }
    .built()
}
