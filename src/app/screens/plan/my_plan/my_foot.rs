//! The foot of “My plan”.

use leptos::prelude::*;

use super::primary_button::PrimaryButton;
use crate::app::components::icon::{self, Icon};
use crate::app::screens::plan::sheets::Sheets;
use crate::app::screens::saving::CopyReminder;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::wording::act;

/// The id of the button that opens the plan where it is docked.
pub(super) const DOCK: &str = "qp-dock-button";

/// The button of the dock, what gets the plan further, and what the planner is not.
#[component]
pub(super) fn MyFoot(sheets: Sheets, open: RwSignal<bool>, unofficial: View) -> View {
    let editor = expect_context::<EditorStore>();
    let toggle = pressed(move || open.update(|open| *open = !*open));
    let number = move || editor.plan(|plan| plan.picks().len());
    view! {
        <div class="qp-my-foot">
            <CopyReminder />
            <button
                type="button"
                class="qp-button qp-dock-button"
                id=DOCK
                aria-expanded=live(move || open.get().to_string())
                on:click=toggle
            >
                <span prop:textContent=live(move || act::my_plan(number()))></span>
                <Icon outline=icon::CHEVRON />
            </button>
            <PrimaryButton sheets />
            {unofficial}
        </div>
    }
    .built()
}
