//! What completes the planning screen that the first program has drawn.

use leptos::prelude::*;

use super::drawn::Drawn;
use super::extras::Extras;
use super::group::complete_group;
use super::group_strip::GroupStrip;
use super::my_plan::MyPlan;
use super::notices::Notices;
use super::plan_card::PlanCard;
use super::sheets::Sheets;
use super::summary::keep_focus;
use super::toolbar::Toolbar;
use super::ways_out::WaysOut;
use crate::app::screens::paper;
use crate::app::screens::widen::Widen;
use crate::app::signals::follow;
use crate::app::stores::Program;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::Build;
use crate::drawing::MANY_GROUPS;
use crate::editor::{Columns, is_worth_filtering};
use crate::wording;

/// Fills the places of the screen, and has its rows follow the plan.
pub(crate) fn complete(editor: EditorStore, sheets: Sheets, drawn: &Drawn) {
    let of = editor.qualification();
    editor.judge_by(Program::context(editor.stores().page().today()));
    paper::keep_ready(editor);
    follow(Box::new(move || editor.compare()));
    provide_context(WaysOut::new(editor));
    let (units, columns) = (UnitsStore::new(editor, &of), Columns::new(&of));
    for (place, group) in drawn.groups.iter().enumerate() {
        complete_group(units, &of, &columns, place, group);
    }
    drawn.say_rules(&wording::rules_in_one_line(&of));
    let name = drawn.name.clone();
    follow(Box::new(move || {
        let words = editor.plan(|plan| plan.name.clone());
        name.element().set_text_content(Some(&words));
    }));
    if is_worth_filtering(&of) {
        let groups = &drawn.groups;
        let strip =
            (groups.len() >= MANY_GROUPS).then(|| view! { <GroupStrip units groups /> }.built());
        let finder = view! {
            <div class="qp-part">
                <Toolbar units sheets of=&of />
                {strip}
            </div>
        };
        drawn.toolbar.fill(&finder.built());
    }
    drawn.notices.fill(&view! { <Notices /> }.built());
    keep_focus(editor, &drawn.summary, || {
        let my_plan = view! { <MyPlan sheets summary=drawn.summary.clone() /> };
        drawn.my_plan.fill(&my_plan.built());
    });
    if !editor.stores().page().is_page() {
        drawn.card.fill(&view! { <PlanCard /> }.built());
        drawn.widen.fill(&view! { <Widen /> }.built());
    }
    drawn
        .extras
        .fill(&view! { <Extras units sheets /> }.built());
}
