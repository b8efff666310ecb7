//! The planning screen: what the qualification asks, its units, and where the plan stands.

use std::sync::Arc;

use super::finder::Finder;
use super::{about, finder, missing, opened, saving, setup, shared, summary, travel, unit};
use crate::app::browser;
use crate::app::desk::{Desk, Opening};
use crate::app::dom::{El, el, follow, said, styled};
use crate::app::live::{Handle, Live};
use crate::app::parts::bar::bar;
use crate::app::parts::icon;
use crate::app::parts::keys;
use crate::app::parts::list::plain_list;
use crate::app::parts::notice::button;
use crate::app::state::State;
use crate::assess::Effective;
use crate::draft::DraftId;
use crate::editor::{GroupView, ListedRow};
use crate::qualification::{Group, Qualification};
use crate::wording;

pub(crate) fn plan(state: State, qualification: &Arc<Qualification>, draft: Option<DraftId>) -> El {
    match Desk::open(state, qualification, draft) {
        Opening::Desk(desk) => planning(state, desk, qualification),
        Opening::Newer(draft) => shared::newer(state, draft),
        Opening::Deleted(id) => missing::missing(state, qualification, id),
    }
}

fn planning(state: State, desk: Desk, qualification: &Arc<Qualification>) -> El {
    let finder = Finder::new(qualification);
    let others = Handle::new(Live::new(Vec::new()));
    let mut last = None;
    follow(Box::new(move || {
        // What the rules leave to a group hangs on the day of registration, not on the picks.
        let day = (desk.is_judged(), desk.plan(|plan| plan.registered));
        if last != Some(day) {
            last = Some(day);
            others.held().set(desk.effective());
        }
    }));
    let groups = qualification
        .groups
        .iter()
        .enumerate()
        .map(|(index, one)| group(desk, finder, others, qualification, index, one))
        .collect();
    let tools = super::landmark(state, "section", "qp-tools", "Saving and printing")
        .with(saving::status(desk))
        .with(button("Print", browser::print));
    let main = super::main(state, "qp-plan")
        .with(saving::trouble(desk))
        .with(opened::opened(state))
        .with(about::heading(state, qualification))
        .with(setup::setup(desk, qualification))
        .with(saving::reminder(desk))
        .with(about::about(qualification))
        .with_some(finder::controls(finder, desk, qualification))
        .with(travel::by_codes(desk))
        .with_all(groups)
        .with(finder::nothing_found(finder, desk));
    let announcement = styled("p", "qp-unseen")
        .attr("role", "status")
        .live_text(move || desk.announcement());
    styled("div", "qp-desk")
        .on("keydown", move |event| {
            keys::undo(&event, |forth| {
                if forth {
                    desk.redo();
                } else {
                    desk.undo();
                }
                true
            });
        })
        .with(tools)
        .with(main)
        .with(summary::summary(state, desk, qualification))
        .with(signatures())
        .with(announcement)
}

/// One group of units with its total.
fn group(
    desk: Desk,
    finder: Finder,
    others: Handle<Live<Vec<Effective>>>,
    qualification: &Qualification,
    index: usize,
    group: &Group,
) -> El {
    let units = group.listed_units();
    let units = units.filter_map(|code| qualification.unit(code));
    let rows: Vec<El> = units
        .map(|one| unit::row(desk, qualification, index, one))
        .collect();
    let list = plain_list("qp-units").with_all(rows.clone());
    let name = GroupView::bar_name(qualification, group);
    let bounded = wording::is_bounded(qualification, &group.id);
    let shown = group.clone();
    let look = Handle::new(move || desk.current(|current| current.group(&shown)));
    let look = move || look.held()();
    let standing = move || look().state.map(icon::mark).into_iter().collect();
    let total = styled("span", "qp-group-total")
        .with(el("span").live(standing))
        .with(el("span").live_text(move || look().bar.words));
    let legend = el("legend").with(said("h2", &group.title)).with(total);
    let forced = move || {
        let bounds = others.held().look(|all| all.get(index).cloned());
        let words = bounds.map(|bounds| desk.current(|current| current.left_to_group(&bounds)));
        words.unwrap_or_default()
    };
    let class = if index.is_multiple_of(2) {
        "qp-group"
    } else {
        "qp-group qp-group--other"
    };
    let fieldset = styled("fieldset", class)
        .with(legend)
        .with(styled("p", "qp-hint qp-group-others").live_text(forced))
        .with_some(bounded.then(|| bar(&name, move || look().bar)))
        .with(list.clone());
    let (whole, group) = (fieldset.clone(), group.clone());
    let all = (0..rows.len()).map(|place| ListedRow {
        place,
        is_shown: true,
    });
    let mut before: Vec<ListedRow> = all.collect();
    follow(Box::new(move || {
        let listed = finder.rows(desk, &group);
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
    fieldset
}

/// What only the printed page has: the warning and the lines to sign on.
fn signatures() -> El {
    styled("div", "qp-print-only")
        .with(said("p", "This is a plan, not a registration."))
        .with(styled("p", "qp-sign").text("Learner, date"))
        .with(styled("p", "qp-sign").text("Advisor, date"))
}
