//! One unit of the list: a checkbox with its facts, and why it is closed.

use leptos::prelude::*;

use super::finder::Finder;
use crate::app::desk::{Desk, Row};
use crate::app::dom::{self, El, el, said, styled};
use crate::assess::Obstacle;
use crate::plan::Action;
use crate::qualification::{Measure, Unit, UnitCode};
use crate::wording;

pub(crate) fn row(desk: Desk, finder: Finder, unit: &Unit) -> El {
    let code = unit.code.clone();
    let row = Memo::new(move |_| desk.row(&code));
    let shown = unit.clone();
    let id = format!("unit-{}", unit.code.as_str().replace(['.', '/'], "_"));
    let note = format!("{id}-note");
    let credits = wording::quantity(unit.credits.number(), Measure::Credits);
    styled("li", "qp-unit")
        .live_class("qp-unit--picked", move || row.with(|row| row.picked))
        .live_class("qp-unit--closed", move || {
            row.with(|row| row.obstacle.is_some())
        })
        .live_class("qp-hidden", move || !finder.shows(desk, &shown))
        .with(
            tick(desk, row, &unit.code)
                .attr("id", &id)
                .attr("aria-describedby", &note),
        )
        .with(
            styled("div", "qp-unit-text")
                .with(said("label", &unit.title).attr("for", &id))
                .with(describe(desk, row, unit, &credits).attr("id", &note))
                .with(achieved(desk, row, unit.code.clone())),
        )
        .with(
            styled("p", "qp-unit-figures")
                .attr("aria-hidden", "true")
                .with(said("span", &credits))
                .with(said("span", &wording::hours(unit.hours.number()))),
        )
}

fn tick(desk: Desk, row: Memo<Row>, code: &UnitCode) -> El {
    let code = code.clone();
    el("input")
        .attr("type", "checkbox")
        .live_checked(move || row.with(|row| row.picked))
        .on("change", move |event| {
            desk.dispatch(if dom::checked(&event) {
                Action::Pick(code.clone())
            } else {
                Action::Drop(code.clone())
            });
        })
}

/// Code, level, credits and hours, and why the unit is closed.
fn describe(desk: Desk, row: Memo<Row>, unit: &Unit, credits: &str) -> El {
    let hours = wording::quantity(unit.hours.number(), Measure::Hours);
    let reason = move || {
        row.with(|row| match (&row.obstacle, &row.displaces) {
            (Some(obstacle), _) => desk
                .qualification
                .with_value(|qualification| wording::obstacle(qualification, obstacle)),
            (None, Some(other)) => wording::displaces(other),
            (None, None) => String::new(),
        })
    };
    el("p")
        .text(&format!("{} · Level {}", unit.code, unit.level.number()))
        .with(styled("span", "qp-unseen").text(&format!(", {credits}, {hours}. ")))
        .with(styled("span", "qp-unit-reason").live_text(reason))
}

/// The question whether a picked unit was achieved before, where that would open it.
fn achieved(desk: Desk, row: Memo<Row>, code: UnitCode) -> El {
    let asked = Memo::new(move |_| {
        row.with(|row| {
            let opens = matches!(
                row.obstacle,
                Some(Obstacle::Registration {
                    open_if_achieved: true,
                    ..
                })
            );
            row.picked && (opens || row.achieved)
        })
    });
    let question = move || {
        if !asked.get() {
            return Vec::new();
        }
        let code = code.clone();
        let tick = el("input")
            .attr("type", "checkbox")
            .live_checked(move || row.with(|row| row.achieved))
            .on("change", move |event| {
                desk.dispatch(Action::Achieve(code.clone(), dom::checked(&event)));
            });
        let label = styled("label", "qp-unit-achieved").with(tick);
        vec![label.text("I have achieved this unit already")]
    };
    el("div").live(question)
}
