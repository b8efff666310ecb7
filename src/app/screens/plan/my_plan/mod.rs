//! “My plan”: beside the units where there is room, else docked at the foot, from where it opens.

mod add_units;
mod counts_for;
mod counts_line;
mod history;
mod my_foot;
mod pick_mandatory;
mod picked;
mod picked_units;
mod plan_body;
mod primary_button;
mod repairs;
mod rule_lines;
mod step;
mod time_entry;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use history::History;
use my_foot::{DOCK, MyFoot};
pub(super) use picked_units::picked;
use plan_body::PlanBody;

use super::sheets::{STATE, Sheets};
use crate::app::components::bar::Bar;
use crate::app::components::heading::heading_of;
use crate::app::focus;
use crate::app::screens::saving::NotSavedNotice;
use crate::app::signals::follow;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::PlanBar;
use crate::wording::{self, label};

/// The plan: its number, its bar, what is left, and behind the button of the dock all else.
#[component]
pub(super) fn MyPlan(
    sheets: Sheets,
    /// Where the plan stands.
    summary: View,
) -> View {
    let editor = expect_context::<EditorStore>();
    let open = RwSignal::new(false);
    let escape = heard(move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            // Where it stands in a dialog, that stays open.
            event.prevent_default();
            open.set(false);
            editor.focus(DOCK);
        }
    });
    let bar = Memo::new(move |_| editor.current(|current| current.plan_bar()));
    let stores = editor.stores();
    let body = view! { <PlanBody sheets /> }.built();
    let unofficial = live(move || stores.router().sourced(wording::unofficial));
    let unofficial = view! { <p class="qp-unofficial" prop:textContent=unofficial></p> }.built();
    let foot = view! { <MyFoot sheets open unofficial=unofficial.clone() /> }.built();
    // Where it is opened what closes it, and gets the plan further, stands above the units, however many there are: for
    // keys and ears too. The body is what moves: the focus is in the foot. What the planner is not stands last.
    let (moved, last) = (body.clone(), foot.clone());
    follow(Box::new(move || {
        let (moved, last) = (moved.element(), last.element());
        let is_open = open.get();
        let _ = if is_open {
            last.after_with_node_1(moved)
        } else {
            last.before_with_node_1(moved)
        };
        let end = if is_open { moved } else { last };
        let _ = end.append_child(unofficial.element());
    }));
    // What stands in the place of the units is not behind it.
    follow(Box::new(move || {
        if sheets.pane.with(Option::is_some) {
            open.set(false);
        }
    }));
    let leave_notice = move || {
        editor.focus(STATE);
        // In a dock of one line that is not shown.
        queue_microtask(move || {
            if focus::is_nowhere() {
                editor.focus(DOCK);
            }
        });
    };
    let view = view! {
        <div
            class="qp-my-plan"
            class=("qp-my-plan--open", live(move || open.get()))
            on:keydown=escape
        >
            <NotSavedNotice share=sheets.share closed=leave_notice />
            <div class="qp-my-head">
                {heading_of(2).child(label::MY_PLAN)}
                <History />
            </div>
            {summary}
            <Bar bar=bar label=PlanBar::name(&editor.qualification()) />
            {body}
            {foot}
        </div>
    };
    view.built()
}
