//! A unit over the months.

use leptos::prelude::*;

use super::bar::{Bar, id_of};
use super::in_order::lane_of;
use super::lane_lines::LaneLines;
use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{LaneView, TimelineView, plan_unit};
use crate::wording::timeline as words;

/// Its title and hours, for when it is planned, and its bar; where it is not planned, the button that does it.
#[component]
pub(super) fn Lane(was: LaneView, view: Signal<TimelineView>) -> View {
    let editor = expect_context::<EditorStore>();
    let code = was.code.clone();
    let lane = Memo::new(move |_| lane_of(view, &was));
    let text = move |what: fn(&LaneView) -> String| live(move || lane.with(what));
    let LaneView {
        short,
        title,
        name: short_name,
        ..
    } = lane.get_untracked();
    let is_planned = Memo::new(move |_| lane.with(|lane| !lane.start.is_empty()));
    let name = words::plan_it(&title);
    let plan = pressed(move || {
        let month = view.with_untracked(|view| view.next_month.clone());
        editor.dispatch(plan_unit(&code, &month, &month));
        editor.focus(&id_of(&code));
    });
    let bar = view! { <Bar lane view /> }.built();
    view! {
        <li class="qp-lane" class=("qp-lane--late", live(move || lane.with(|lane| !lane.late.is_empty())))>
            <span class="qp-lane-code" translate="no">{short}</span>
            <span class="qp-lane-title" title=title>{short_name}</span>
            <span class="qp-lane-when">
                <span prop:textContent=text(|lane| lane.when.clone())></span>
                <strong prop:textContent=text(|lane| lane.late.clone())></strong>
            </span>
            <div class="qp-lane-track">
                <LaneLines view />
                {bar}
                <button
                    type="button"
                    class="qp-link qp-lane-plan"
                    class=("qp-hidden", live(move || is_planned.get()))
                    aria-label=name
                    on:click=plan
                >
                    <Icon outline=icon::PLUS />
                    {words::ADD_MONTH}
                </button>
            </div>
        </li>
    }
    .built()
}
