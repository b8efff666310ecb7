//! A way to get the plan further.

use leptos::prelude::*;

use super::added_unit::AddedUnit;
use crate::app::components::bar::Bar;
use crate::app::screens::plan::sheets::{STATE, Sheets};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, pressed};
use crate::editor::SuggestionView;
use crate::wording::act;

/// A way as a card: its units, the bar with what would be added, what comes of it.
#[component]
pub(super) fn SuggestedWay(suggestion: SuggestionView, sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let SuggestionView {
        label,
        detail,
        action,
        bar,
        added,
    } = suggestion;
    let choose = pressed(move || {
        editor.dispatch(action.clone());
        sheets.ways.set(false);
        editor.focus(STATE);
    });
    // What only adds is told by its units; what does more by what it does.
    let title = if added.is_empty() {
        view! { <p class="qp-way-title">{label.clone()}</p> }.built()
    } else {
        let units = added.into_iter();
        let units: Vec<View> = units
            .map(|added| view! { <AddedUnit added /> }.built())
            .collect();
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
