//! The button of “My plan” that gets the plan further.

use leptos::prelude::*;

use super::repairs::Repairs;
use crate::app::screens::plan::sheets::{PRIMARY, Pane, STATE, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::editor::Primary;
use crate::plan::Plan;
use crate::wording::act;

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
        Primary::PutRight(repairs) => Some(view! { <Repairs repairs /> }.built()),
        Primary::Complete => Some(opens(act::HELP_ME_FILL, move || {
            sheets.pane.set(Some(Pane::Fill));
        })),
        Primary::Share => Some(opens(act::SHARE, move || sheets.share.set(true))),
        Primary::LookLonger => Some(look_longer(editor)),
        Primary::Nothing => None,
    };
    view! { <div class="qp-primary">{live(shown)}</div> }.built()
}

/// Opens what gets it further.
fn opens(label: &'static str, open: impl FnMut() + 'static) -> View {
    view! { <button type="button" class="qp-button qp-button--main" id=PRIMARY on:click=pressed(open)>{label}</button> }
        .built()
}

/// Has it judged by a longer search. It is not filled: nobody knows what comes of it.
fn look_longer(editor: EditorStore) -> View {
    let look = pressed(move || {
        editor.look_longer();
        editor.focus(STATE);
    });
    view! { <button type="button" class="qp-button" on:click=look>{act::LOOK_LONGER}</button> }
        .built()
}
