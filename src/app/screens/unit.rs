//! One unit of the list: a checkbox with its facts, and why it is closed.

use leptos::prelude::untrack;

use super::details;
use super::finder::Finder;
use crate::app::desk::{Desk, Row};
use crate::app::dom::{self, El, el, follow, said, styled};
use crate::app::engine::engine;
use crate::app::parts::notice::button;
use crate::assess::NotCounted;
use crate::plan::Action;
use crate::qualification::{Form, Measure, Qualification, Unit, UnitCode};
use crate::wording;

/// The row of a unit in the group that stands at `place`.
pub(crate) fn row(
    desk: Desk,
    finder: Finder,
    qualification: &Qualification,
    place: usize,
    unit: &Unit,
) -> El {
    let shown = unit.clone();
    let id = row_id(place, &unit.code);
    let note = format!("{id}-note");
    let figures = wording::figures(qualification, unit);
    let unseen = figures
        .iter()
        .fold(String::new(), |all, (measure, number)| {
            format!("{all}, {}", wording::quantity(*number, *measure))
        });
    let tick = tick(desk, &unit.code)
        .attr("id", &id)
        .attr("aria-describedby", &note);
    let reason = styled("span", "qp-unit-reason");
    let achieved =
        asks_for_achievement(qualification, &unit.code).then(|| Achieved::new(desk, unit));
    let swap = instead(qualification, &unit.code).map(|other| Swap::new(desk, unit, other));
    let level = unit
        .level
        .map(|level| format!(" · {}", wording::level(level)));
    let only = wording::only_sizes(unit).map(|only| format!(" · {only}"));
    let facts = el("p")
        .attr("id", &note)
        .text(unit.code.as_str())
        .text(&level.unwrap_or_default())
        .text(&only.unwrap_or_default())
        .with(styled("span", "qp-unseen").text(&format!("{unseen}. ")))
        .with(reason.clone());
    let text = styled("div", "qp-unit-text")
        .with(said("label", &unit.title).attr("for", &id))
        .with(facts)
        .with_some(achieved.as_ref().map(|achieved| achieved.question.clone()))
        .with_some(swap.as_ref().map(|swap| swap.button.clone()));
    let figures = styled("p", "qp-unit-figures")
        .attr("aria-hidden", "true")
        .with_all(
            figures
                .iter()
                .map(|(measure, number)| match measure {
                    Measure::Hours => said("span", &wording::hours(*number)),
                    other => said("span", &wording::quantity(*number, *other)),
                })
                .collect(),
        );
    let (more, details) = details::details(desk, unit);
    let item = styled("li", "qp-unit")
        .with(tick.clone())
        .with(text)
        .with(figures)
        .with(more)
        .with(details)
        .live_class("qp-hidden", move || !finder.shows(desk, &shown));
    // One binding for all that follows the plan: a tick runs as many as there are rows, not six
    // times as many, and a row that stays as it was is left alone.
    let (list_item, code) = (item.clone(), unit.code.clone());
    let mut last = None;
    follow(Box::new(move || {
        let row = desk.row(&code);
        if last.as_ref() == Some(&row) {
            return;
        }
        tick.set_checked(row.picked);
        list_item.set_class("qp-unit--picked", row.picked);
        list_item.set_class("qp-unit--closed", row.status.not_counted.is_some());
        reason.set_text(&why(desk, &row));
        if let Some(achieved) = &achieved {
            achieved.show(&row);
        }
        if let Some(swap) = &swap {
            swap.show(&row);
        }
        last = Some(row);
    }));
    item
}

fn tick(desk: Desk, code: &UnitCode) -> El {
    let code = code.clone();
    el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            desk.dispatch(if dom::checked(&event) {
                Action::Pick(code.clone())
            } else {
                Action::Drop(code.clone())
            });
            // The browser has ticked the box. Where another tab changed the draft at the same time the
            // plan may be that of the other, in which this row is as it was.
            dom::set_checked(&event, untrack(|| desk.row(&code)).picked);
        })
}

/// Why the unit is closed, or what picking it would do.
fn why(desk: Desk, row: &Row) -> String {
    engine().map_or_else(String::new, |engine| {
        (engine.unit)(&desk.qualification(), &row.status)
    })
}

/// The question whether a unit was achieved before, where that opens it. Saying yes picks it.
struct Achieved {
    question: El,
    tick: El,
}

impl Achieved {
    fn new(desk: Desk, unit: &Unit) -> Self {
        let code = unit.code.clone();
        let tick = el("input")
            .attr("type", "checkbox")
            .on("change", move |event| {
                desk.dispatch(Action::Achieve(code.clone(), dom::checked(&event)));
                dom::set_checked(&event, untrack(|| desk.row(&code)).achieved);
            });
        let question = styled("label", "qp-unit-achieved")
            .with(tick.clone())
            .text("I have achieved this unit already");
        Self { question, tick }
    }

    fn show(&self, row: &Row) {
        let asked = row.achieved
            || matches!(
                row.status.not_counted,
                Some(NotCounted::Registration { .. })
            );
        self.question.set_class("qp-hidden", !asked);
        self.tick.set_checked(row.achieved);
    }
}

/// The unit that those take to whom this one is closed, as a button.
struct Swap {
    button: El,
}

impl Swap {
    fn new(desk: Desk, unit: &Unit, other: &UnitCode) -> Self {
        let (out, into) = (unit.code.clone(), other.clone());
        let button = button(&wording::take_instead(other), move || {
            desk.dispatch(Action::Change {
                out: vec![out.clone()],
                into: vec![into.clone()],
            });
            let groups = &desk.qualification().groups;
            let place = groups.iter().position(|group| group.units.contains(&into));
            desk.focus(&row_id(place.unwrap_or(0), &into));
        });
        Self { button }
    }

    fn show(&self, row: &Row) {
        let offered = matches!(
            row.status.not_counted,
            Some(NotCounted::Registration { .. })
        );
        self.button.set_class("qp-hidden", !offered);
    }
}

/// The id of a unit's checkbox. A unit in several groups has a row, and an id, in each.
fn row_id(place: usize, code: &UnitCode) -> String {
    format!("unit-{place}-{}", code.plain())
}

fn instead<'a>(qualification: &'a Qualification, code: &UnitCode) -> Option<&'a UnitCode> {
    qualification
        .rules
        .iter()
        .find_map(|rule| match &rule.form {
            Form::Registration { unit, instead, .. } if unit == code => instead.as_ref(),
            _ => None,
        })
}

fn asks_for_achievement(qualification: &Qualification, code: &UnitCode) -> bool {
    qualification.rules.iter().any(|rule| {
        matches!(
            &rule.form,
            Form::Registration { unit, open_if_achieved: true, .. } if unit == code
        )
    })
}
