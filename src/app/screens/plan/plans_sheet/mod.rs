//! The sheet of the plans.

mod held_units;
mod saved_plan;
mod saved_plans;
mod this_plan;

use leptos::prelude::*;

use held_units::held_units;
use saved_plans::saved_plans;
use this_plan::ThisPlan;

use super::announcement::Announcement;
use super::sheets::{STATE, Sheets};
use crate::app::arriving;
use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::components::sheet::Sheet;
use crate::app::lazy;
use crate::app::screens::codes;
use crate::app::screens::delete_everything::DeleteEverything;
use crate::app::screens::way::Way;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::plan::Action;
use crate::wording::{act, heading};

/// The plans that are kept here, what there is to set of this one, and what takes plans away.
#[component]
pub(super) fn PlansSheet(sheets: Sheets) -> View {
    let title = Signal::stored(act::PLANS.to_owned());
    let body = move || plans(sheets);
    view! { <Sheet kind="qp-menu" title open=sheets.plans body=Box::new(body) /> }.built()
}

/// What stands in it while it is open.
fn plans(sheets: Sheets) -> View {
    let editor = expect_context::<EditorStore>();
    let stores = editor.stores();
    let kept = arriving::place(move || lazy::loading(saved_plans(editor)));
    let back = item(icon::LIST, act::BACK);
    let file = pressed(move || {
        sheets.plans.set(false);
        sheets.file.set(true);
    });
    let begin = pressed(move || stores.plans().begin(&editor.qualification()));
    let duplicate = pressed(move || editor.duplicate());
    let delete = pressed(move || editor.delete());
    let clear = pressed(move || {
        editor.dispatch(Action::Clear);
        sheets.plans.set(false);
        editor.focus(STATE);
    });
    let delete_all = item(icon::TRASH, act::DELETE_EVERYTHING_HERE);
    let is_empty = live(move || !editor.controls().clear);
    view! {
        <div class="qp-plans">
            {kept}
            <div class="qp-plans-part">
                <button type="button" class="qp-menu-item" on:click=begin>{item(icon::PLUS, act::START_ANOTHER)}</button>
                <button type="button" class="qp-menu-item" on:click=file>{item(icon::FOLDER, act::OPEN_FILE)}</button>
                <Way name=String::new() class="qp-menu-item" content=back />
            </div>
            <section class="qp-plans-part">
                {heading_of(3).child(heading::THIS_PLAN)}
                <ThisPlan />
                {codes::by_codes()}
                {held_units()}
                <button type="button" class="qp-menu-item" on:click=duplicate>{item(icon::COPY, act::DUPLICATE_THIS)}</button>
                <button type="button" class="qp-menu-item" class=("qp-hidden", is_empty) on:click=clear>
                    {item(icon::CLOSE, act::CLEAR)}
                </button>
                <button type="button" class="qp-menu-item" on:click=delete>{item(icon::TRASH, act::DELETE_THIS)}</button>
            </section>
            <div class="qp-plans-part"><DeleteEverything class="qp-menu-item" content=delete_all /></div>
            <Announcement />
        </div>
    }
    .built()
}

/// What stands in a line of the menu: a drawing and the words.
fn item(outline: &'static str, words: &'static str) -> View {
    view! {
        <span>
            <Icon outline />
            <span>{words}</span>
        </span>
    }
    .built()
}
