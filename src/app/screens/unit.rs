//! One unit of the list: a checkbox with its facts, and why it is closed.

use super::details;
use super::places::UnitRow;
use crate::app::components::notice::button;
use crate::app::dom::{self, El, effect, el, said, styled};
use crate::app::stores::editor::EditorStore;
use crate::app::tables::engine;
use crate::editor::{RowView, achieving_opens, note_id, row_id, taken_instead};
use crate::plan::Action;
use crate::qualification::{Qualification, Unit, UnitCode};
use crate::wording::{self, act, label};

/// The row of a unit in the group that stands at `place`.
pub(super) fn row(
    editor: EditorStore,
    qualification: &Qualification,
    place: usize,
    unit: &Unit,
) -> UnitRow {
    let figures = wording::figures(qualification, unit);
    let id = row_id(place, &unit.code);
    let note = note_id(&id);
    let tick = tick(editor, &unit.code)
        .attr("id", &id)
        .attr("aria-describedby", &note);
    let reason = styled("span", "qp-unit-reason");
    let facts = el("p")
        .attr("id", &note)
        .text(&wording::unit_facts(unit))
        .with(styled("span", "qp-unseen").text(&wording::figures_read(&figures)))
        .with(reason.clone());
    let text = styled("div", "qp-unit-text")
        .with(said("label", &unit.title).attr("for", &id))
        .with(facts);
    let short = figures.iter();
    let short = short.map(|(of, number)| wording::short_figure(*of, *number));
    let figures = styled("p", "qp-unit-figures")
        .attr("aria-hidden", "true")
        .with_all(short.map(|figure| said("span", &figure)).collect());
    // What it opens comes later. It stands here from the beginning, so that no row moves then.
    let more = styled("button", "qp-unit-more")
        .attr("type", "button")
        .attr("aria-label", &wording::details_of(&unit.title))
        .text(act::DETAILS);
    let item = styled("li", "qp-unit")
        .with(tick.clone())
        .with(text.clone())
        .with(figures)
        .with(more.clone());
    let (list_item, code) = (item.clone(), unit.code.clone());
    let mut last = false;
    effect(Box::new(move || {
        let picked = editor.plan(|plan| plan.pick(&code).is_some());
        if last != picked {
            tick.set_checked(picked);
            list_item.set_class("qp-unit--picked", picked);
            last = picked;
        }
    }));
    UnitRow {
        unit: unit.clone(),
        item,
        text,
        reason,
        more,
    }
}

/// What else stands in the row of a unit: why it is closed, and what can be done with it.
pub(super) fn rest(editor: EditorStore, qualification: &Qualification, row: &UnitRow) {
    let UnitRow {
        unit,
        item,
        text,
        reason,
        more,
    } = row.clone();
    let achieved = achieving_opens(qualification, &unit.code).then(|| Achieved::new(editor, &unit));
    let swap =
        taken_instead(qualification, &unit.code).map(|other| Swap::new(editor, &unit, other));
    let _ = text
        .with_some(achieved.as_ref().map(|achieved| achieved.question.clone()))
        .with_some(swap.as_ref().map(|swap| swap.button.clone()));
    let item = item.with(details::details(editor, &unit, more));
    let code = unit.code;
    // One binding for all that follows the plan: a row that stays as it was is left alone.
    let mut last = None;
    effect(Box::new(move || {
        let row = editor.current(|current| current.row(&code));
        if last.as_ref() == Some(&row) {
            return;
        }
        item.set_class("qp-unit--closed", row.is_closed);
        reason.set_text(&row.note);
        if let Some(achieved) = &achieved {
            achieved.show(&row);
        }
        if let Some(swap) = &swap {
            swap.button.set_class("qp-hidden", row.instead.is_none());
        }
        last = Some(row);
    }));
}

fn tick(editor: EditorStore, code: &UnitCode) -> El {
    let code = code.clone();
    el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            let picked = dom::checked(&event);
            match engine() {
                Some(engine) if editor.is_judged_now() => (engine.tick)(editor, &code, picked),
                _ => editor.tick_unkept(&code, picked),
            }
            // The browser has ticked the box. Where another tab changed the saved plan at the same time the
            // plan may be that of the other, in which this row is as it was.
            let picked = editor.current_now(|current| current.pick(&code).is_some());
            dom::set_checked(&event, picked);
        })
}

/// The question whether a unit was achieved before, where that opens it. Saying yes picks it.
struct Achieved {
    question: El,
    tick: El,
}

impl Achieved {
    fn new(editor: EditorStore, unit: &Unit) -> Self {
        let code = unit.code.clone();
        let tick = el("input")
            .attr("type", "checkbox")
            .on("change", move |event| {
                editor.dispatch(Action::Achieve(code.clone(), dom::checked(&event)));
                let row = editor.current_now(|current| current.row(&code));
                dom::set_checked(&event, row.achieved == Some(true));
            });
        let question = styled("label", "qp-unit-achieved")
            .with(tick.clone())
            .text(label::ACHIEVED);
        Self { question, tick }
    }

    fn show(&self, row: &RowView) {
        self.question.set_class("qp-hidden", row.achieved.is_none());
        self.tick.set_checked(row.achieved == Some(true));
    }
}

/// The unit that those take to whom this one is closed, as a button.
struct Swap {
    button: El,
}

impl Swap {
    fn new(editor: EditorStore, unit: &Unit, other: &UnitCode) -> Self {
        let (out, into) = (unit.code.clone(), other.clone());
        let button = button(&wording::take_instead(other), move || {
            editor.dispatch(Action::Change {
                out: vec![out.clone()],
                into: vec![into.clone()],
            });
            let groups = &editor.qualification().groups;
            let place = groups.iter().position(|group| group.units.contains(&into));
            editor.focus(&row_id(place.unwrap_or(0), &into));
        });
        Self { button }
    }
}
