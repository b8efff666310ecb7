//! What stands behind the “Details” of a unit: what picking it would do, and what can be said of a
//! picked one.
//!
//! Built when it is opened, and gone when it is closed: a list of many units carries a button for
//! each and no more, and a tick searches for no row that nobody looks at.

use crate::app::arriving;
use crate::app::components::field::field;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::EditorStore;
use crate::editor::{DayTyped, DetailsView, groups_to_choose, may_ask_how_earned};
use crate::plan::Action;
use crate::qualification::{Earned, GroupId, Unit, UnitCode};
use crate::wording::{self, label};

/// Has a button open the details of a unit: the place where they come.
pub(super) fn details(editor: EditorStore, unit: &Unit, button: El) -> El {
    let open = Handle::new(Live::new(false));
    let _ = button
        .live_attr("aria-expanded", move || Some(open.held().get().to_string()))
        .on_click(move || open.held().change(|open| *open = !*open));
    let (code, label) = (unit.code.clone(), wording::details_of(&unit.title));
    let place = el("div").live(move || {
        if !open.held().get() {
            return Vec::new();
        }
        let (code, label) = (code.clone(), label.clone());
        let fetch = move || lazy::loading(content(editor, code.clone(), label.clone()));
        vec![arriving::place(fetch)]
    });
    place.attr("class", "qp-unit-details")
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn content(editor: EditorStore, code: UnitCode, label: String) -> Fetched<El> {
    let asked = code.clone();
    Ok(el("div")
        .attr("role", "group")
        .attr("aria-label", &label)
        .with(el("p").live_text(move || editor.outlook(&asked)))
        .with_some(counts_in(editor, &code))
        .with_some(earned_by(editor, &code))
        .with(planned_for(editor, &code)))
}

/// The day by which a picked unit is to be done.
fn planned_for(editor: EditorStore, code: &UnitCode) -> El {
    let changed = code.clone();
    let date = el("input")
        .attr("type", "date")
        .attr("min", "1900-01-01")
        .attr("max", "2999-12-31")
        .live_value(look(editor, code, |view| view.planned.clone()))
        .on("change", move |event| {
            if let DayTyped::Day(day) = DayTyped::read(&dom::value(&event)) {
                editor.dispatch(Action::Schedule(changed.clone(), day.map(Into::into)));
            }
        });
    // Hidden, not gone: to build it anew with each change would take the focus from the field.
    let label = look(editor, code, |view| {
        if view.is_picked {
            label::PLANNED_FOR.to_owned()
        } else {
            String::new()
        }
    });
    let hidden = hidden(editor, code, |view| !view.is_picked);
    styled("label", "qp-field")
        .with(el("span").live_text(label))
        .with(date)
        .live_class("qp-hidden", hidden)
}

/// The choice of a group, for a picked unit that may count in several.
fn counts_in(editor: EditorStore, code: &UnitCode) -> Option<El> {
    let qualification = editor.qualification();
    let groups = groups_to_choose(&qualification, code).into_iter();
    let options: Vec<El> = groups
        .map(|group| option(group.id.as_str(), &group.title))
        .collect();
    if options.is_empty() {
        return None;
    }
    let select = el("select")
        .with(option("", label::ANY_GROUP))
        .with_all(options);
    let action = |code, text: &str| Action::SetGroup(code, GroupId::new(text));
    let choice = choice(editor, code, select, |view| view.group.clone(), action);
    let hidden = hidden(editor, code, |view| !view.is_picked);
    Some(field(label::COUNTS_IN, choice).live_class("qp-hidden", hidden))
}

/// The choice of how a picked unit is earned, where a rule in force asks for that or it was said.
fn earned_by(editor: EditorStore, code: &UnitCode) -> Option<El> {
    if !may_ask_how_earned(&editor.qualification()) {
        return None;
    }
    let ways = Earned::ALL.iter().zip(Earned::NAMES);
    let options = ways.map(|(way, name)| option(name, &wording::way_of_earning(*way)));
    let select = el("select").with_all(options.collect());
    let action = |code, text: &str| {
        let mut ways = Earned::ALL.iter().zip(Earned::NAMES);
        let found = ways.find(|(_, name)| **name == text);
        Action::Earn(code, found.map(|(way, _)| *way).unwrap_or_default())
    };
    let choice = choice(editor, code, select, |view| view.earned.to_owned(), action);
    let hidden = hidden(editor, code, |view| !view.asks_how_earned);
    Some(field(label::EARNED, choice).live_class("qp-hidden", hidden))
}

/// A select that shows what is said of a pick, and says it.
fn choice(
    editor: EditorStore,
    code: &UnitCode,
    select: El,
    value: fn(&DetailsView) -> String,
    action: fn(UnitCode, &str) -> Action,
) -> El {
    let changed = code.clone();
    select
        .live_value(look(editor, code, value))
        .on("change", move |event| {
            editor.dispatch(action(changed.clone(), &dom::value(&event)));
        })
}

/// A part of the details of a unit, as a text that follows the plan.
fn look(
    editor: EditorStore,
    code: &UnitCode,
    part: fn(&DetailsView) -> String,
) -> impl Fn() -> String + 'static {
    let code = code.clone();
    move || part(&editor.current(|current| current.details(&code)))
}

/// Whether a field of a unit is hidden.
fn hidden(
    editor: EditorStore,
    code: &UnitCode,
    hidden: fn(&DetailsView) -> bool,
) -> impl Fn() -> bool + 'static {
    let code = code.clone();
    move || hidden(&editor.current(|current| current.details(&code)))
}

fn option(value: &str, label: &str) -> El {
    said("option", label).attr("value", value)
}
