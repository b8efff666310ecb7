//! The sheets whose insides are still written by hand.

use leptos::prelude::*;

use super::sheets::{STATE, Sheets};
use crate::app::components::sheet::Sheet;
use crate::app::dom::styled;
use crate::app::screens::share::ShareSheet;
use crate::app::screens::{footer, setup, travel};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::plan::Action;
use crate::wording::act;

/// The plans that are kept with what there is to set of this one, the rules, and sharing.
#[component]
pub(super) fn OldSheets(editor: EditorStore, sheets: Sheets) -> View {
    let plans = move || {
        let of = editor.qualification();
        let body = styled("div", "qp-part")
            .with(
                crate::app::screens::way(editor.stores(), String::new())
                    .attr("class", "qp-link")
                    .text(act::BACK),
            )
            .with(setup::setup(editor, &of))
            .with(travel::by_codes(editor))
            .with(view! { <Clear editor sheets /> }.built().into())
            .with_all(footer::rest(editor.stores()));
        View::from(body)
    };
    let title = |words: &'static str| Signal::stored(words.to_owned());
    view! {
        <div class="qp-part">
            <Sheet title=title(act::PLANS) open=sheets.plans body=Box::new(plans) />
            <ShareSheet editor open=sheets.share />
        </div>
    }
    .built()
}

/// Takes every unit out, where there is one.
#[component]
fn Clear(editor: EditorStore, sheets: Sheets) -> View {
    let none = live(move || !editor.controls().clear);
    let clear = pressed(move || {
        editor.dispatch(Action::Clear);
        sheets.plans.set(false);
        editor.focus(STATE);
    });
    view! {
        <button type="button" class="qp-button" class=("qp-hidden", none) on:click=clear>
            {act::CLEAR}
        </button>
    }
    .built()
}
