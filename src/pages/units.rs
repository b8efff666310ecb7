//! The units of a qualification, as the planning screen has them. Their boxes can be ticked as soon as the element says
//! so (`src/embed/element.js`); the program takes over what was ticked.

use std::sync::Arc;

use super::html::Html;
use crate::assess::Context;
use crate::drawing::{colour, finder};
use crate::editor::{Columns, Current, Editor, FigureView, UnitView, is_worth_filtering};
use crate::editor::{note_id, row_id};
use crate::qualification::{Group, Qualification, UnitCode};
use crate::wording::{self, heading};

/// The place of what finds units, and the units by group.
pub(super) fn units(of: &Arc<Qualification>) -> Vec<Html> {
    // A page says the same on every day: it is made as on the day on which the documents were read.
    let editor = Editor::new(Arc::clone(of), Context::on(of.source.checked)).judged();
    let current = editor.current(None);
    let columns = Columns::new(of);
    let bounds = editor.effective();
    let others = |at| bounds.get(at).map(|bounds| current.left_to_group(bounds));
    let groups = of.groups.iter().enumerate();
    let groups = groups.map(|(at, one)| {
        let others = others(at).unwrap_or_default();
        group(&current, &columns, (at, one), &others)
    });
    let units = Html::new("div")
        .attr("role", "group")
        .attr("aria-label", heading::UNITS)
        .with_all(groups);
    let is_finder = is_worth_filtering(of);
    let finder = finder(is_finder, of.groups.len());
    let finder = is_finder.then(|| Html::styled("div", finder));
    finder.into_iter().chain([units]).collect()
}

/// The group at a place of the qualification; `others` is what the other rules leave to it.
fn group(
    current: &Current<'_>,
    columns: &Columns,
    (at, group): (usize, &Group),
    others: &str,
) -> Html {
    let of = current.qualification;
    let (closed, open): (Vec<&UnitCode>, Vec<&UnitCode>) = group
        .listed_units()
        .partition(|code| current.is_closed(code));
    let list = |codes: &[&UnitCode]| {
        let rows = codes.iter().filter_map(|code| unit(of, columns, at, code));
        Html::new("ul").attr("role", "list").with_all(rows)
    };
    let line = Html::said("summary", &current.closed_line(&closed));
    let fold = (!closed.is_empty()).then(|| {
        Html::styled("details", "qp-fold")
            .with(line)
            .with(list(&closed))
    });
    let asked = wording::asked_of_group(of, current.assessment, group);
    let asked = asked
        .map(wording::asked_in_short)
        .map(|asked| Html::styled("span", "qp-group-asks").text(&asked));
    let heads = columns.heads().map(|head| Html::said("span", head));
    let id = format!("group-{at}");
    let head = Html::styled("div", "qp-group-head")
        .attr("id", &id)
        .with(Html::styled("span", "qp-group-mark"))
        .with(Html::said("h2", &group.title))
        .text(" ")
        .with_all(asked)
        .with(
            Html::styled("span", "qp-group-figures")
                .attr("aria-hidden", "true")
                .with_all(heads),
        );
    Html::styled("fieldset", &format!("qp-group {}", colour(at)))
        .attr("aria-labelledby", &id)
        .with(head)
        .with(Html::styled("p", "qp-hint qp-group-others").text(others))
        .with(list(&open))
        .with_all(fold)
}

fn unit(of: &Qualification, columns: &Columns, at: usize, code: &UnitCode) -> Option<Html> {
    let UnitView {
        title,
        code: whole,
        short_code,
        level,
        figures,
    } = columns.unit(of, of.unit(code)?);
    let id = row_id(at, code);
    let note = note_id(&id);
    // A browser that filled in again what was ticked before a reload would have it ticked twice.
    let input = Html::new("input")
        .attr("type", "checkbox")
        .attr("id", &id)
        .attr("data-qp-unit", &whole)
        .attr("aria-describedby", &note)
        .attr("autocomplete", "off")
        .flag("disabled");
    let short = Html::styled("span", "qp-unit-code")
        .attr("translate", "no")
        .attr("title", &whole)
        .text(&short_code);
    let level = (!level.is_empty()).then(|| Html::styled("span", "qp-unit-level").text(&level));
    let facts = Html::styled("div", "qp-unit-facts")
        .attr("id", &note)
        .with(short)
        .text(" ")
        .with_all(level)
        .text(" ")
        .with(Html::styled("div", "qp-unit-figures").with_all(figures.into_iter().map(figure)));
    let row = Html::styled("li", "qp-unit")
        .with(input)
        .with(Html::said("label", &title).attr("for", &id))
        .with(facts);
    Some(row)
}

/// A figure in its column, with its noun.
fn figure(figure: Option<FigureView>) -> Html {
    let place = Html::styled("span", "qp-unit-figure");
    match figure {
        Some(FigureView { number, noun }) => place
            .text(&format!("{number} "))
            .with(Html::styled("span", "qp-unit-noun").text(noun))
            .text(" "),
        None => place,
    }
}
