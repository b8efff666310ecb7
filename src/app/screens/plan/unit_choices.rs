use leptos::prelude::*;
use web_sys::Event;

use crate::app::components::fields::{
    DateField, DateFieldProps, Entered, SelectField, SelectFieldProps,
};
use crate::app::components::heading::heading_of;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::editor::{DetailsView, groups_to_choose, may_ask_how_earned};
use crate::plan::Action;
use crate::qualification::{Earned, GroupId, Unit, UnitCode};
use crate::wording::{self, label, unit_sheet};

/// The ids of what takes the focus from the other, which goes: the button that says that a unit was achieved, and the
/// answer that takes that back.
pub(super) const HAVE: &str = "sheet-have";
pub(super) const ACHIEVED: &str = "sheet-achieved";

/// The id of what is said of the day that a unit is planned for.
const LATE: &str = "sheet-late";

/// What a learner says of a unit: that it is in the plan, by when, in which group and how it is earned.
///
/// What is not asked is hidden, not gone: a field that has the focus keeps it while the plan changes.
#[component]
pub(super) fn UnitChoices<'a>(unit: &'a Unit, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let code = unit.code.clone();
    let pick = {
        let code = code.clone();
        pressed(move || {
            let is_picked = view.with_untracked(|view| view.is_picked);
            editor.dispatch(Action::tick(code.clone(), !is_picked));
        })
    };
    let words = live(move || {
        let is_picked = view.with(|view| view.is_picked);
        if is_picked {
            unit_sheet::REMOVE
        } else {
            unit_sheet::ADD
        }
        .to_owned()
    });
    let day = code.clone();
    let by_when = DateField(DateFieldProps {
        label: label::PLANNED_FOR,
        value: Signal::derive(move || view.with(|view| view.planned.clone())),
        note: LATE,
        on_day: Box::new(move |date| {
            editor.dispatch(Action::Schedule(day.clone(), date.map(Into::into)));
        }),
    });
    let choices = view! {
        <div class="qp-unit-choices">
            {heading_of(3).child(unit_sheet::IN_YOUR_PLAN)}
            <Achieved code=code.clone() view />
            <div class="qp-asked" class=("qp-hidden", live(move || view.with(|view| !view.is_picked)))>
                {by_when}
                <p class="qp-late" id=LATE role="status" prop:textContent=live(move || view.with(|view| view.late.clone()))></p>
                {counts_in(editor, &code, view)}
                {earned_by(editor, &code, view)}
            </div>
            <button type="button" class="qp-button" prop:textContent=words on:click=pick></button>
        </div>
    };
    choices.built()
}

/// That a unit was achieved before, where that opens it and the learner has said so.
#[component]
fn Achieved(code: UnitCode, view: Memo<DetailsView>) -> View {
    let editor = expect_context::<EditorStore>();
    let change = heard(move |event: Event| {
        editor.dispatch(Action::Achieve(code.clone(), event_target_checked(&event)));
        editor.focus(HAVE);
    });
    let question = view! {
        <label
            class="qp-unit-achieved"
            class=("qp-hidden", live(move || view.with(|view| view.achieved != Some(true))))
        >
            <input
                type="checkbox"
                id=ACHIEVED
                prop:checked=live(move || view.with(|view| view.achieved == Some(true)))
                on:change=change
            />
            {label::ACHIEVED}
        </label>
    };
    question.built()
}

/// The choice of a group, for a unit that may count in several.
fn counts_in(editor: EditorStore, code: &UnitCode, view: Memo<DetailsView>) -> Option<View> {
    let of = editor.qualification();
    let groups = groups_to_choose(&of, code).into_iter();
    let groups = groups.map(|group| (group.id.to_string(), group.title.clone()));
    let any = (String::new(), label::ANY_GROUP.to_owned());
    let options: Vec<(String, String)> = std::iter::once(any).chain(groups).collect();
    if options.len() < 2 {
        return None;
    }
    let code = code.clone();
    Some(SelectField(SelectFieldProps {
        label: label::COUNTS_IN,
        options,
        chosen: Signal::derive(move || view.with(|view| view.group.clone())),
        on_choice: Box::new(move |id: String| {
            editor.dispatch(Action::SetGroup(code.clone(), GroupId::new(&id)));
        }),
    }))
}

/// The choice of how a unit is earned, where a rule in force asks for that or it was said.
fn earned_by(editor: EditorStore, code: &UnitCode, view: Memo<DetailsView>) -> Option<View> {
    if !may_ask_how_earned(&editor.qualification()) {
        return None;
    }
    let ways = || Earned::ALL.iter().zip(Earned::NAMES);
    let options = ways().map(|(way, name)| ((*name).to_owned(), wording::way_of_earning(*way)));
    let options: Vec<(String, String)> = options.collect();
    let code = code.clone();
    let on_choice: Entered<String> = Box::new(move |chosen: String| {
        let way = ways().find(|(_, name)| **name == chosen);
        let way = way.map(|(way, _)| *way).unwrap_or_default();
        editor.dispatch(Action::Earn(code.clone(), way));
    });
    let select = SelectField(SelectFieldProps {
        label: label::EARNED,
        options,
        chosen: Signal::derive(move || view.with(|view| view.earned.to_owned())),
        on_choice,
    });
    let hidden = live(move || view.with(|view| !view.asks_how_earned));
    Some(view! { <div class=("qp-hidden", hidden)>{select}</div> }.built())
}
