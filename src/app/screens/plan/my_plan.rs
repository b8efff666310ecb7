//! “My plan”: beside the units where there is room, else docked at the foot, from where it opens.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::body::PlanBody;
use super::history::History;
use super::primary::PrimaryButton;
use super::sheets::{STATE, Sheets};
use crate::app::components::bar::Bar;
use crate::app::components::icon::{self, Icon};
use crate::app::components::mark::Mark;
use crate::app::screens::saving;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::assess::State;
use crate::editor::{PlanBar, PlanHead};
use crate::wording::{self, act, label};

/// The id of the button that opens the plan where it is docked.
const DOCK: &str = "qp-dock-button";

/// The plan: its number, its bar, what is left, and behind the button of the dock all else.
#[component]
pub(super) fn MyPlan(editor: EditorStore, sheets: Sheets) -> View {
    let open = RwSignal::new(false);
    let escape = heard(move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            editor.focus(DOCK);
        }
    });
    let bar = Memo::new(move |_| editor.current(|current| current.plan_bar()));
    let toggle = pressed(move || open.update(|open| *open = !*open));
    let number = move || editor.plan(|plan| plan.picks().len());
    let stores = editor.stores();
    let view = view! {
        <div
            class="qp-my-plan"
            class=("qp-my-plan--open", live(move || open.get()))
            on:keydown=escape
        >
            <div class="qp-my-head">
                <h2 id="my-plan">{label::MY_PLAN}</h2>
                <History editor />
            </div>
            <Head editor />
            <Bar bar=bar label=PlanBar::name(&editor.qualification()) />
            <PlanBody editor sheets />
            <div class="qp-my-foot">
                {View::from(saving::unsaved(editor))}
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
                <PrimaryButton editor sheets />
                <p class="qp-unofficial" prop:textContent=live(move || stores.router().sourced(wording::unofficial))></p>
            </div>
        </div>
    };
    view.built()
}

/// The number with what it is of, and what is left in one sentence.
#[component]
fn Head(editor: EditorStore) -> View {
    let head = Memo::new(move |_| editor.current(|current| current.plan_head()));
    let text =
        move |what: fn(&PlanHead) -> &String| live(move || head.with(|head| what(head).clone()));
    let is = move |state: State| live(move || head.with(|head| head.state == Some(state)));
    let mark = live(move || {
        head.with(|head| head.state)
            .map(|state| view! { <Mark state /> }.built())
    });
    view! {
        <div
            class="qp-my-state"
            class=("qp-my-state--met", is(State::Met))
            class=("qp-my-state--broken", is(State::Broken))
            class=("qp-my-state--not-known", is(State::NotKnown))
        >
            <p class="qp-my-total">
                <strong prop:textContent=text(|head| &head.number)></strong>
                " "
                <span prop:textContent=text(|head| &head.rest)></span>
                " "
                <span class="qp-my-hours" prop:textContent=text(|head| &head.hours)></span>
            </p>
            <p class="qp-my-sentence" id=STATE tabindex="-1">
                {mark}
                <span prop:textContent=text(|head| &head.sentence)></span>
                <span class="qp-my-more" prop:textContent=text(|head| &head.more)></span>
            </p>
        </div>
    }
    .built()
}
