use leptos::prelude::*;

use super::sheets::{STATE, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::editor::{Primary, SuggestionView};
use crate::plan::Plan;
use crate::wording::act;

/// The id of what comes of a repair.
const RESULT: &str = "repair-result";

/// The one filled button: what gets the plan further.
#[component]
pub(super) fn PrimaryButton(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    // A repair is searched for once the plan has been left alone for a moment, and shown for that plan only.
    let repair = Memo::new(move |_| {
        editor.follow_pauses();
        untrack(|| (editor.plan(Plan::clone), editor.primary()))
    });
    let primary = Memo::new(move |_| {
        if editor.assessment(|_, found| found.state) != State::Broken {
            return editor.primary();
        }
        repair.with(|(of, primary)| {
            let is_of_plan = editor.plan(|plan| plan == of);
            if is_of_plan {
                primary.clone()
            } else {
                Primary::Nothing
            }
        })
    });
    let shown = move || match primary.get() {
        Primary::PutRight(repair) => Some(view! { <Repair repair=*repair sheets /> }.built()),
        Primary::Complete => {
            Some(view! { <Opens label=act::WAYS_TO_COMPLETE open=sheets.ways /> }.built())
        }
        Primary::Share => Some(view! { <Opens label=act::SHARE open=sheets.share /> }.built()),
        Primary::LookLonger => Some(view! { <LookLonger /> }.built()),
        Primary::Nothing => None,
    };
    view! { <div class="qp-primary">{live(shown)}</div> }.built()
}

/// Opens a sheet.
#[component]
fn Opens(label: &'static str, open: RwSignal<bool>) -> View {
    let press = pressed(move || open.set(true));
    view! { <button type="button" class="qp-button qp-button--main" on:click=press>{label}</button> }
        .built()
}

/// Has it judged by a longer search. It is not filled: nobody knows what comes of it.
#[component]
fn LookLonger() -> View {
    let editor = expect_context::<EditorStore>();
    let look = pressed(move || {
        editor.look_longer();
        editor.focus(STATE);
    });
    view! { <button type="button" class="qp-button" on:click=look>{act::LOOK_LONGER}</button> }
        .built()
}

/// The first repair that was tried and is sound, what comes of it, and the way to the others.
#[component]
fn Repair(repair: SuggestionView, sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let SuggestionView {
        label,
        detail,
        action,
        ..
    } = repair;
    let mend = pressed(move || {
        editor.dispatch(action.clone());
        editor.focus(STATE);
    });
    let others = pressed(move || sheets.ways.set(true));
    view! {
        <div class="qp-repair">
            <button type="button" class="qp-button qp-button--main" aria-describedby=RESULT on:click=mend>{label}</button>
            <p class="qp-hint" id=RESULT>{detail}</p>
            <button type="button" class="qp-link" on:click=others>{act::OTHER_WAYS}</button>
        </div>
    }
    .built()
}
