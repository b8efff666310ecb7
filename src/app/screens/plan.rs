//! The planning screen: what the qualification asks, its units, and where the plan stands.

use std::sync::Arc;

use super::finder::Finder;
use super::{about, finder, missing, opened, saving, setup, shared, summary, travel, unit};
use crate::app::browser;
use crate::app::desk::{Desk, Opening};
use crate::app::dom::{El, el, follow, said, styled};
use crate::app::live::{Handle, Live};
use crate::app::parts::bar::{Bar, bar};
use crate::app::parts::icon;
use crate::app::parts::keys;
use crate::app::parts::list::plain_list;
use crate::app::parts::notice::button;
use crate::app::state::State;
use crate::assess::Effective;
use crate::draft::DraftId;
use crate::qualification::{Group, Qualification, Unit};
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
    let codes = group.units.iter().chain(&group.closed_units);
    let units: Vec<Unit> = codes
        .filter_map(|code| qualification.unit(code).cloned())
        .collect();
    let rows: Vec<El> = units
        .iter()
        .map(|one| unit::row(desk, finder, qualification, index, one))
        .collect();
    let list = plain_list("qp-units").with_all(rows.clone());
    let (sorted, searched) = (list.clone(), units.clone());
    let mut shown: Vec<usize> = (0..rows.len()).collect();
    follow(Box::new(move || {
        let order = finder.order(desk, &searched);
        if order != shown {
            sorted.put(order.iter().filter_map(|place| rows.get(*place)));
            shown = order;
        }
    }));
    let look = move || {
        desk.assessment(|qualification, found| {
            let totals = found.groups.get(index);
            Bar {
                pieces: totals
                    .map(|totals| totals.counted.of(qualification.measure()))
                    .into_iter()
                    .collect(),
                bounds: totals
                    .and_then(|totals| wording::group_bounds(qualification, found, &totals.group)),
                words: totals
                    .map(|totals| wording::group_line(qualification, found, totals))
                    .unwrap_or_default(),
            }
        })
    };
    let measure = wording::measure_name(qualification.measure());
    let label = format!("{measure} from {}", group.title);
    let bounded = wording::is_bounded(qualification, &group.id);
    let id = group.id.clone();
    let standing = move || {
        desk.is_judged()
            .then(|| desk.assessment(|_, found| wording::group_state(found, &id)))
            .flatten()
            .map(icon::mark)
            .into_iter()
            .collect()
    };
    let total = styled("span", "qp-group-total")
        .with(el("span").live(standing))
        .with(el("span").live_text(move || look().words));
    let legend = el("legend").with(said("h2", &group.title)).with(total);
    let forced = move || {
        let bounds = others.held().look(|all| all.get(index).cloned());
        let words = bounds
            .and_then(|bounds| desk.assessment(|of, found| wording::effective(of, found, &bounds)));
        words.unwrap_or_default()
    };
    let class = if index.is_multiple_of(2) {
        "qp-group"
    } else {
        "qp-group qp-group--other"
    };
    styled("fieldset", class)
        .live_class("qp-hidden", move || {
            !units.iter().any(|unit| finder.shows(desk, unit))
        })
        .with(legend)
        .with(styled("p", "qp-hint qp-group-others").live_text(forced))
        .with_some(bounded.then(|| bar(&label, look)))
        .with(list)
}

/// What only the printed page has: the warning and the lines to sign on.
fn signatures() -> El {
    styled("div", "qp-print-only")
        .with(said("p", "This is a plan, not a registration."))
        .with(styled("p", "qp-sign").text("Learner, date"))
        .with(styled("p", "qp-sign").text("Advisor, date"))
}
