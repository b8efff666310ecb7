//! A plan to look at and not to change: one that came as a link, or a draft of a newer version.

use std::sync::Arc;

use super::{drafts, exports, opened, rules, saving};
use crate::app::browser;
use crate::app::dom::{El, el, said, styled};
use crate::app::parts::icon;
use crate::app::parts::list::{Shown, facts, long_list, plain_list};
use crate::app::parts::notice::{button, notice};
use crate::app::shelf::Listed;
use crate::app::state::{State, Told};
use crate::assess::{Assessment, picks_of};
use crate::draft::{Difference, NewerDraft, Parcel, UnitFacts, differences};
use crate::exchange::file::{self, Item};
use crate::exchange::{link, sheet};
use crate::plan::Pick;
use crate::qualification::{Qualification, UnitCode};
use crate::wording;

/// The plan in a link.
pub(crate) fn from_link(state: State, text: &str) -> El {
    match link::open(text) {
        Ok(mut parcel) => {
            state.catalogue().own_name(&mut parcel.plan.qualification);
            let same = state.same_as(&parcel);
            let keep = if same.is_some() {
                "Keep it as another draft"
            } else {
                KEEP
            };
            let here = same.map(|one| here_already(state, &one));
            let offer = Offer {
                keep: Some(keep),
                note: here,
                more: None,
            };
            view(state, &parcel, wording::from_link(), offer)
        }
        Err(fault) => super::main(state, "qp-screen qp-screen--narrow")
            .with(super::title("This link cannot be opened"))
            .with(said("p", wording::link_fault(fault)))
            .with(said("p", wording::link_fault_kept()))
            .with(button("See all qualifications", move || state.go_home())),
    }
}

/// A draft of a newer version.
pub(crate) fn newer(state: State, draft: &NewerDraft) -> El {
    let kept = draft.kept.text.clone();
    let download = button("Download it as it is", move || {
        browser::download("newer-draft.json", &kept);
    });
    match &draft.newer.parcel {
        Some(parcel) => {
            let offer = Offer {
                keep: Some(KEEP),
                note: None,
                more: Some(download),
            };
            view(state, parcel, wording::newer_draft(), offer)
        }
        None => super::main(state, "qp-screen qp-screen--narrow")
            .with(super::title("This draft cannot be shown"))
            .with(said("p", wording::unreadable(&draft.kept)))
            .with(download)
            .with(button("See all qualifications", move || state.go_home())),
    }
}

/// A draft whose qualification no catalogue here has.
pub(super) fn waiting(state: State, listed: &Listed) -> El {
    view(
        state,
        &listed.parcel,
        wording::waiting_draft(),
        Offer::default(),
    )
}

/// That a draft of the learner's holds the same.
fn here_already(state: State, listed: &Listed) -> El {
    said("p", "You have a draft with the same plan: ")
        .with(drafts::link(state, listed, &state.name_of(listed)))
        .text(".")
}

/// What keeps a plan that is only looked at.
const KEEP: &str = "Keep it as a draft of mine";

/// What there is to say and to do beside the plan itself.
#[derive(Default)]
struct Offer {
    /// The label of what makes a draft of it, where that can be done.
    keep: Option<&'static str>,
    /// What else there is to say.
    note: Option<El>,
    /// What else there is to do.
    more: Option<El>,
}

fn view(state: State, parcel: &Parcel, what: &str, offer: Offer) -> El {
    let catalogue = state.catalogue();
    let plan = &parcel.plan;
    // What waits here says so itself.
    let unknown = offer.keep.is_some();
    let qualification = catalogue.qualification(&plan.qualification);
    let title = match qualification {
        _ if !plan.name.is_empty() => plan.name.clone(),
        Some(found) => wording::unnamed(&found.title),
        None => wording::unnamed_unknown(&plan.qualification),
    };
    let screen = super::main(state, "qp-screen qp-shared")
        .with(
            styled("div", "qp-heading")
                .with(super::back(state))
                .with(super::title(&title)),
        )
        .with(opened::opened(state))
        .with(el("div").live(move || match state.told() {
            Some(Told::Failed(failure, _)) => vec![notice(
                "It could not be kept",
                &[wording::failure(failure).to_owned()],
                Vec::new(),
            )],
            _ => Vec::new(),
        }))
        .with(banner(state, parcel, what, offer, qualification));
    match qualification {
        Some(of) => screen.with_all(body(state, of, parcel)),
        None => screen
            .with(opened::centre(state))
            .with_some(unknown.then(|| said("p", &wording::unknown_in_link(&plan.qualification))))
            .with_some((!parcel.plan.picks().is_empty()).then(|| said("h2", "Units")))
            .with(bare(state, parcel)),
    }
}

/// What this is, and what can be done with it.
fn banner(
    state: State,
    parcel: &Parcel,
    what: &str,
    offer: Offer,
    qualification: Option<&Arc<Qualification>>,
) -> El {
    let (adopted, copied) = (parcel.clone(), parcel.clone());
    let keep = offer.keep.map(|label| {
        button(label, move || state.adopt(adopted.clone()))
            .attr("class", "qp-button qp-button--main")
    });
    let mut actions = styled("div", "qp-actions")
        .with_some(keep)
        .with(button("Print", browser::print))
        .with(button("Save a copy as a file", move || {
            exports::save_one(state, Item::new(None, 0, copied.clone()));
        }));
    if let Some(of) = qualification {
        let (of, parcel) = (Arc::clone(of), parcel.clone());
        actions = actions.with(button("Table for a spreadsheet", move || {
            let rows = wording::plan_table(&of, &parcel, &state.judge(&of, &parcel.plan));
            let name = file::name(&parcel.plan, state.today(), "csv");
            browser::download(&name, &sheet::csv(&rows));
        }));
    }
    styled("div", "qp-banner")
        .with(said("p", what))
        .with_some(offer.note)
        .with(actions.with_some(offer.more))
}

fn body(state: State, of: &Arc<Qualification>, parcel: &Parcel) -> Vec<El> {
    let (parcel, called) = parcel.under_codes_of(of);
    let plan = &parcel.plan;
    let found = state.judge(of, plan);
    let others = differences(&parcel, of);
    let differences: Vec<Difference> = called.into_iter().chain(others).collect();
    let changed = (!differences.is_empty()).then(|| saving::changed(&differences, Vec::new()));
    let title = (!plan.name.is_empty()).then(|| styled("p", "qp-lead").text(&of.title));
    let day = said("p", &wording::registered(plan));
    let edition = parcel.edition.checked.zip(Some(of.source.checked));
    let edition =
        edition.map(|(then, now)| styled("p", "qp-hint").text(&wording::editions(then, now)));
    let standing = styled("p", "qp-state")
        .with(icon::mark(found.state))
        .with(said("span", &wording::state(&found)));
    let total = styled("p", "qp-shared-total").text(&wording::total_line(of, &found));
    let none = plan.picks().is_empty();
    let none = none.then(|| said("p", "No unit is picked."));
    let rules = plain_list("").with_all(rules::rules(of, &found));
    let knows_hours = wording::knows_hours(of);
    let hours = styled("dl", "qp-hours").with_all(facts(wording::plan_hours(of, &found)));
    let mut all: Vec<El> = changed.into_iter().chain(title).collect();
    all.extend([day, total, standing]);
    let by = (found.pathway.as_ref(), found.nation.as_ref());
    let assumed = wording::assumed(of, plan, by);
    all.extend(assumed.map(|text| styled("p", "qp-hint").text(&text)));
    all.extend(edition);
    all.push(said("h2", "Rules of combination"));
    all.push(rules);
    all.push(said("h2", "Units"));
    all.extend(none);
    let of = Arc::clone(of);

    let picks = picks_of(&of, plan).into_iter().cloned().collect();
    all.push(units(state, picks, move |pick| {
        unit(&of, &found, &parcel, pick)
    }));
    if knows_hours {
        all.push(said("h2", "Hours"));
    }
    all.push(hours);
    all
}

/// The units of a plan. A link can have thousands: more than a page shows at once.
fn units(state: State, picks: Vec<Pick>, row: impl Fn(&Pick) -> El + 'static) -> El {
    let shown = Shown::first(100, "qp-more-units");
    el("div").live(move || {
        let (mut rows, number) = (picks.iter().map(&row), picks.len());
        long_list("qp-shared-units", shown, number, &mut rows, move |id| {
            state.focus(id);
        })
    })
}

fn unit(of: &Qualification, found: &Assessment, parcel: &Parcel, pick: &Pick) -> El {
    let facts = parcel.unit(of, &pick.code);
    let judged = found.units.iter().find(|unit| unit.code == pick.code);
    let why = judged.and_then(|unit| unit.obstacle.as_ref());
    let choices = wording::unit_choices(of, pick);
    let why = why.map(|why| wording::obstacle(of, why));
    let notes = Some(choices).filter(|choices| !choices.is_empty());
    unit_row(
        Some(of),
        &pick.code,
        facts.as_ref(),
        notes.into_iter().chain(why),
    )
}

/// A unit of a plan with what is known of it.
fn unit_row(
    of: Option<&Qualification>,
    code: &UnitCode,
    facts: Option<&UnitFacts>,
    notes: impl Iterator<Item = String>,
) -> El {
    let hint = |text: &str| styled("p", "qp-hint").text(text);
    let title = facts
        .map(|facts| facts.title.as_str())
        .filter(|title| !title.is_empty());
    let mut text = el("div").with(said("p", title.unwrap_or(code.as_str())));
    if title.is_some() {
        text = text.with(hint(code.as_str()));
    }
    let figures = facts.map(|facts| {
        let mut figures = wording::unit_figures(of, facts).into_iter();
        let first = figures.next().map(|first| said("p", &first));
        styled("div", "qp-shared-figures")
            .with_some(first)
            .with_all(figures.map(|figure| hint(&figure)).collect())
    });
    styled("li", "qp-shared-unit")
        .with(text.with_all(notes.map(|note| hint(&note)).collect()))
        .with_some(figures)
}

/// The units of a plan whose qualification is not here.
fn bare(state: State, parcel: &Parcel) -> El {
    let facts = parcel.facts.clone();
    units(state, parcel.plan.picks().to_vec(), move |pick| {
        let facts = facts.iter().find(|unit| unit.code == pick.code);
        unit_row(None, &pick.code, facts, std::iter::empty())
    })
}
