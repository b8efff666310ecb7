//! The planning screen: what the qualification asks, its units, and where the plan stands.
//!
//! The first program has what a unit can be ticked with, and the total. The rest comes once the engine and
//! the keeping of plans are there: [`rest`].

use std::sync::Arc;

use super::finder::Finder;
use super::places::{GroupPlaces, PlanPlaces, UnitRow};
use super::{about, finder, missing, opened, saving, setup, shared, summary, travel, unit};
use crate::app::arriving;
use crate::app::browser;
use crate::app::components::bar::bar;
use crate::app::components::keys;
use crate::app::components::list::plain_list;
use crate::app::components::mark::mark;
use crate::app::components::notice::button;
use crate::app::dom::{El, effect, el, said, styled};
use crate::app::lazy;
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::{EditorStore, OpenResult};
use crate::app::stores::{Program, Stores};
use crate::app::tables::{engine_for, once_here, once_judged};
use crate::assess::Effective;
use crate::editor::{GroupView, ListedRow};
use crate::qualification::{Group, Qualification};
use crate::saved_plans::PlanId;
use crate::wording::{self, act, label};

/// A new plan, which is shown before anything can judge or keep it.
pub(crate) fn begin(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> El {
    let editor = EditorStore::begin(stores, of, saved_plan);
    once_judged(stores, move |engine| (engine.keep)(editor));
    planning(stores, editor, of)
}

/// A plan that may be kept: shown once that can be told.
pub(crate) fn kept(stores: Stores, of: Arc<Qualification>, saved_plan: Option<PlanId>) -> El {
    arriving::screen(stores, move || {
        let (of, saved_plan) = (Arc::clone(&of), saved_plan.clone());
        lazy::loading(async move {
            let engine = engine_for(stores).await?;
            Ok((engine.open)(stores, &of, saved_plan))
        })
    })
}

/// The screen of a plan that is kept, or why there is none.
pub(crate) fn open(stores: Stores, of: &Arc<Qualification>, saved_plan: Option<PlanId>) -> El {
    match EditorStore::open(stores, of, saved_plan) {
        OpenResult::Plan(editor) => planning(stores, editor, of),
        OpenResult::Newer(saved_plan) => shared::newer(stores, saved_plan),
        OpenResult::Deleted(id) => missing::missing(stores, of, id),
    }
}

fn planning(stores: Stores, editor: EditorStore, of: &Arc<Qualification>) -> El {
    let part = |class: &str| styled("div", class);
    let tools = super::landmark(stores, "section", "qp-tools", label::TOOLS);
    let (top, below) = (part("qp-part"), part("qp-part"));
    let above = part("qp-part qp-above-units");
    let groups: Vec<GroupPlaces> = (0..of.groups.len())
        .map(|index| group(editor, of, index))
        .collect();
    let main = super::main(stores, "qp-plan")
        .with(top.clone())
        .with(about::heading(stores, of))
        .with(above.clone())
        .with_all(groups.iter().map(|one| one.field.clone()).collect())
        .with(below.clone());
    let screen = styled("div", "qp-desk")
        .with(tools.clone())
        .with(main)
        .with(summary::summary(stores, editor));
    let places = PlanPlaces {
        stores,
        editor,
        screen: screen.clone(),
        tools,
        top,
        above,
        below,
        groups,
    };
    once_here(stores, move |rest| (rest.plan)(&places));
    screen
}

/// One group of units.
fn group(editor: EditorStore, of: &Qualification, index: usize) -> GroupPlaces {
    let group = of.groups.get(index);
    let title = group.map_or("", |group| &group.title);
    let codes = group.into_iter().flat_map(Group::listed_units);
    let rows: Vec<UnitRow> = codes
        .filter_map(|code| of.unit(code))
        .map(|one| unit::row(editor, of, index, one))
        .collect();
    let list = plain_list("qp-units").with_all(rows.iter().map(UnitRow::item).collect());
    let total = styled("span", "qp-group-total");
    let legend = el("legend").with(said("h2", title)).with(total.clone());
    let above = styled("div", "qp-part qp-above-group");
    let class = if index.is_multiple_of(2) {
        "qp-group"
    } else {
        "qp-group qp-group--other"
    };
    let field = styled("fieldset", class)
        .with(legend)
        .with(above.clone())
        .with(list.clone());
    GroupPlaces {
        total,
        above,
        list,
        field,
        rows,
    }
}

/// What else the planning screen has.
pub(crate) fn rest(places: &PlanPlaces) {
    let (stores, editor) = (places.stores, places.editor);
    editor.judge_by(Program::context(stores.page().today()));
    effect(Box::new(move || editor.compare()));
    let qualification = &editor.qualification();
    let finder = Finder::new();
    let others = Handle::new(Live::new(Vec::new()));
    let mut last = None;
    effect(Box::new(move || {
        // What the rules leave to a group hangs on the day of registration, not on the picks.
        let day = (editor.is_judged(), editor.plan(|plan| plan.registered));
        if last != Some(day) {
            last = Some(day);
            others.held().set(editor.effective());
        }
    }));
    let fill = |place: &El, children: Vec<El>| place.put(children.iter());
    fill(
        &places.tools,
        vec![saving::status(editor), button(act::PRINT, browser::print)],
    );
    fill(
        &places.top,
        vec![saving::trouble(editor), opened::opened(stores)],
    );
    let above = [
        Some(setup::setup(editor, qualification)),
        Some(saving::reminder(editor)),
        Some(about::about(qualification)),
        finder::controls(finder, editor, qualification),
        Some(travel::by_codes(editor)),
    ];
    fill(&places.above, above.into_iter().flatten().collect());
    for (index, group) in places.groups.iter().enumerate() {
        rest_of_group(editor, finder, others, qualification, index, group);
    }
    fill(&places.below, vec![finder::nothing_found(finder, editor)]);
    let announcement = styled("p", "qp-unseen")
        .attr("role", "status")
        .live_text(move || editor.announcement());
    let _ = places
        .screen
        .clone()
        .on("keydown", move |event| {
            keys::undo(&event, |forth| {
                if forth {
                    editor.redo();
                } else {
                    editor.undo();
                }
                true
            });
        })
        .live_style("--qp-not-counted", || format!("\"{}\"", label::NOT_COUNTED))
        .with(signatures())
        .with(announcement);
}

/// What else stands in a group: its total, its bar and what the rules leave to it.
fn rest_of_group(
    editor: EditorStore,
    finder: Finder,
    others: Handle<Live<Vec<Effective>>>,
    qualification: &Qualification,
    index: usize,
    places: &GroupPlaces,
) {
    let Some(group) = qualification.groups.get(index) else {
        return;
    };
    for row in &places.rows {
        unit::rest(editor, qualification, row);
    }
    let name = GroupView::bar_name(qualification, group);
    let bounded = wording::is_bounded(qualification, &group.id);
    let shown = group.clone();
    let look = Handle::new(move || editor.current(|current| current.group(&shown)));
    let look = move || look.held()();
    let standing = move || look().state.map(mark).into_iter().collect();
    let _ = places
        .total
        .clone()
        .with(el("span").live(standing))
        .with(el("span").live_text(move || look().bar.words));
    let forced = move || {
        let bounds = others.held().look(|all| all.get(index).cloned());
        let words = bounds.map(|bounds| editor.current(|current| current.left_to_group(&bounds)));
        words.unwrap_or_default()
    };
    let _ = places
        .above
        .clone()
        .with(styled("p", "qp-hint qp-group-others").live_text(forced))
        .with_some(bounded.then(|| bar(&name, move || look().bar)));
    let rows: Vec<El> = places.rows.iter().map(UnitRow::item).collect();
    let (whole, list, group) = (places.field.clone(), places.list.clone(), group.clone());
    let all = (0..rows.len()).map(|place| ListedRow {
        place,
        is_shown: true,
    });
    let mut before: Vec<ListedRow> = all.collect();
    effect(Box::new(move || {
        let listed = finder.rows(editor, &group);
        if listed == before {
            return;
        }
        let row = |one: &ListedRow| rows.get(one.place);
        for one in &listed {
            if let Some(row) = row(one) {
                row.set_class("qp-hidden", !one.is_shown);
            }
        }
        let place = |one: &ListedRow| one.place;
        if !listed.iter().map(place).eq(before.iter().map(place)) {
            list.put(listed.iter().filter_map(row));
        }
        whole.set_class("qp-hidden", !listed.iter().any(|one| one.is_shown));
        before = listed;
    }));
}

/// A line on which somebody signs.
fn sign() -> El {
    let places = [label::SIGNER, label::SIGNATURE, label::SIGNED_ON];
    let places = places.map(|place| styled("span", "qp-sign-place").text(place));
    styled("p", "qp-sign").with_all(places.into())
}

/// What only the printed page has: the warning and the lines to sign on.
fn signatures() -> El {
    styled("div", "qp-print-only")
        .with(said("p", wording::NO_REGISTRATION))
        .with(sign())
        .with(sign())
}
