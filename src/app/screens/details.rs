//! What stands behind the “Details” of a unit: what picking it would do, and what can be said of a
//! picked one.
//!
//! Built when it is opened, and gone when it is closed: a list of many units carries a button for
//! each and no more, and a tick searches for no row that nobody looks at.

use crate::app::desk::Desk;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::engine::with_engine;
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::parts::field::field;
use crate::assess::Assessment;
use crate::plan::{Action, Pick};
use crate::qualification::{Date, Earned, Form, GroupId, Qualification, Rule, Unit, UnitCode};
use crate::wording;

/// The button that opens the details of a unit, and the place where they come.
pub(super) fn details(desk: Desk, unit: &Unit) -> (El, El) {
    let open = Handle::new(Live::new(false));
    let label = format!("Details of {}", unit.title);
    let button = styled("button", "qp-unit-more")
        .attr("type", "button")
        .attr("aria-label", &label)
        .live_attr("aria-expanded", move || Some(open.held().get().to_string()))
        .text("Details")
        .on_click(move || open.held().change(|open| *open = !*open));
    let code = unit.code.clone();
    let place = el("div").live(move || {
        if !open.held().get() {
            return Vec::new();
        }
        let (code, label) = (code.clone(), label.clone());
        let fetch = move || with_engine(desk.state(), content(desk, code.clone(), label.clone()));
        vec![lazy::place(fetch)]
    });
    (button, place.attr("class", "qp-unit-details"))
}

#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn content(desk: Desk, code: UnitCode, label: String) -> Fetched<El> {
    let asked = code.clone();
    Ok(el("div")
        .attr("role", "group")
        .attr("aria-label", &label)
        .with(el("p").live_text(move || desk.outlook(&asked)))
        .with_some(counts_in(desk, &code))
        .with_some(earned_by(desk, &code))
        .with(planned_for(desk, &code)))
}

/// The day by which a picked unit is to be done.
fn planned_for(desk: Desk, code: &UnitCode) -> El {
    let (shown, changed) = (code.clone(), code.clone());
    let date = el("input")
        .attr("type", "date")
        .attr("min", "1900-01-01")
        .attr("max", "2999-12-31")
        .live_value(move || {
            let day = desk.plan(|plan| plan.pick(&shown).and_then(|pick| pick.planned));
            day.map(|day| day.last_day().to_string())
                .unwrap_or_default()
        })
        .on("change", move |event| {
            let typed = dom::value(&event);
            let day = Date::parse(&typed);
            if day.is_some() || typed.is_empty() {
                desk.dispatch(Action::Schedule(changed.clone(), day.map(Into::into)));
            }
        });
    // Hidden, not gone: to build it anew with each change would take the focus from the field.
    let hidden = of_pick(desk, code, |_, _, _| false);
    let unnamed = of_pick(desk, code, |_, _, _| false);
    let label = move || {
        if unnamed() {
            ""
        } else {
            "Planned for (optional)"
        }
        .to_owned()
    };
    styled("label", "qp-field")
        .with(el("span").live_text(label))
        .with(date)
        .live_class("qp-hidden", hidden)
}

/// The choice of a group, for a picked unit that may count in several.
fn counts_in(desk: Desk, code: &UnitCode) -> Option<El> {
    let qualification = desk.qualification();
    let groups = qualification.groups.iter();
    let options: Vec<El> = groups
        .filter(|group| group.units.contains(code))
        .map(|group| option(group.id.as_str(), &group.title))
        .collect();
    if options.len() < 2 {
        return None;
    }
    let select = el("select")
        .with(option("", "Wherever it helps most"))
        .with_all(options);
    let value = |pick: &Pick| pick.group.as_ref().map(ToString::to_string);
    let action = |code, text: &str| Action::Pin(code, GroupId::new(text));
    let choice = choice(desk, code, select, value, action);
    Some(field("Counts in", choice).live_class("qp-hidden", of_pick(desk, code, |_, _, _| false)))
}

/// The choice of how a picked unit is earned, where a rule in force asks for that or it was said.
fn earned_by(desk: Desk, code: &UnitCode) -> Option<El> {
    let qualification = desk.qualification();
    if !qualification.rules.iter().any(asks_how_earned) && !titles_ask(&qualification) {
        return None;
    }
    let ways = Earned::ALL.iter().zip(Earned::NAMES);
    let options = ways.map(|(way, name)| option(name, &wording::way_of_earning(*way)));
    let select = el("select").with_all(options.collect());
    let value = |pick: &Pick| {
        let mut ways = Earned::ALL.iter().zip(Earned::NAMES);
        let found = ways.find(|(way, _)| **way == pick.earned);
        found.map(|(_, name)| (*name).to_owned())
    };
    let action = |code, text: &str| {
        let mut ways = Earned::ALL.iter().zip(Earned::NAMES);
        let found = ways.find(|(_, name)| **name == text);
        Action::Earn(code, found.map(|(way, _)| *way).unwrap_or_default())
    };
    let choice = choice(desk, code, select, value, action);
    let hidden = of_pick(desk, code, |qualification, found, pick| {
        let judged = found.judgements.iter();
        let mut rules = judged.filter_map(|judgement| qualification.rule(&judgement.rule));
        pick.earned == Earned::Study && !rules.any(asks_how_earned) && !titles_ask(qualification)
    });
    Some(field("How it is earned", choice).live_class("qp-hidden", hidden))
}

/// A select that shows what is said of a pick, and says it.
fn choice(
    desk: Desk,
    code: &UnitCode,
    select: El,
    value: fn(&Pick) -> Option<String>,
    action: fn(UnitCode, &str) -> Action,
) -> El {
    let (shown, changed) = (code.clone(), code.clone());
    select
        .live_value(move || {
            let value = desk.plan(|plan| plan.pick(&shown).and_then(value));
            value.unwrap_or_default()
        })
        .on("change", move |event| {
            desk.dispatch(action(changed.clone(), &dom::value(&event)));
        })
}

/// Whether a field of a unit is hidden: where it is not picked, and where `hidden` says so.
fn of_pick(
    desk: Desk,
    code: &UnitCode,
    hidden: fn(&Qualification, &Assessment, &Pick) -> bool,
) -> impl Fn() -> bool + 'static {
    let code = code.clone();
    move || {
        let pick = desk.plan(|plan| plan.pick(&code).cloned());
        pick.is_none_or(|pick| desk.assessment(|of, found| hidden(of, found, &pick)))
    }
}

/// True for a rule that asks how credit is earned.
fn asks_how_earned(rule: &Rule) -> bool {
    match &rule.form {
        Form::Amount(amount) => !amount.of.earned.is_empty(),
        Form::Share { of, out_of, .. } => !(of.earned.is_empty() && out_of.earned.is_empty()),
        _ => false,
    }
}

/// True where a title that the plan may earn asks that.
fn titles_ask(qualification: &Qualification) -> bool {
    let mut amounts = qualification
        .endorsements
        .iter()
        .flat_map(|one| &one.amounts);
    amounts.any(|amount| !amount.of.earned.is_empty())
}

fn option(value: &str, label: &str) -> El {
    said("option", label).attr("value", value)
}
