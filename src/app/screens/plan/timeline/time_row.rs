//! A unit of the table.

use leptos::prelude::*;

use super::in_order::lane_of;
use super::month_choice::MonthChoice;
use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{LaneView, TimelineView};
use crate::wording::timeline as words;

/// Its figures, its first and last month to be chosen, and buttons that move it by a month.
#[component]
pub(super) fn TimeRow(was: LaneView, view: Signal<TimelineView>) -> View {
    let editor = expect_context::<EditorStore>();
    let lane = Memo::new(move |_| lane_of(view, &was));
    let LaneView {
        short,
        title,
        figures,
        ..
    } = lane.get_untracked();
    let step = |is_later: bool| {
        let name = words::moved(is_later, &title);
        let by = if is_later { 1 } else { -1 };
        let move_it = pressed(move || {
            if let Some(action) = lane.with_untracked(|lane| lane.moved(by)) {
                editor.dispatch(action);
            }
        });
        let none = live(move || lane.with(|lane| lane.start.is_empty()).to_string());
        let class = if is_later {
            "qp-icon-button"
        } else {
            "qp-icon-button qp-time-earlier"
        };
        view! {
            <button type="button" class=class aria-label=name aria-disabled=none on:click=move_it>
                <Icon outline=icon::CHEVRON />
            </button>
        }
        .built()
    };
    let steps = [step(false), step(true)];
    let steps: Vec<View> = steps.into();
    let state = live(move || {
        lane.with(|lane| {
            if lane.late.is_empty() {
                lane.state.to_owned()
            } else {
                lane.late.clone()
            }
        })
    });
    view! {
        <tr class=("qp-time-row--late", live(move || lane.with(|lane| !lane.late.is_empty())))>
            <td class="qp-time-code" translate="no">{short}</td>
            <th scope="row">{title.clone()}<span class="qp-hint">{figures}</span></th>
            <td><MonthChoice lane view is_last=false /></td>
            <td><MonthChoice lane view is_last=true /></td>
            <td><span prop:textContent=state></span><span class="qp-time-steps">{steps}</span></td>
        </tr>
    }
    .built()
}
