//! A plan to look at and not to change: one that came as a link, or a saved plan of a newer version.

use std::sync::Arc;

use leptos::prelude::*;

use super::catalogue::{CatalogueNotice, CatalogueNoticeProps, CentreNotice, CentreNoticeProps};
use super::shared_head::SharedHead;
use super::shared_units::{bare, unit, units};
use super::{exports, plans, saving};
use crate::app::arriving;
use crate::app::browser;
use crate::app::components::list::{facts, plain_list};
use crate::app::components::notice::{button, notice};
use crate::app::components::rule_line::rule_line;
use crate::app::dom::{El, el, said, styled};
use crate::app::lazy::{self, Fetched, Loading, wasm_split};
use crate::app::stores::{PlanSummary, Stores};
use crate::app::view::Build;
use crate::assess::picks_of;
use crate::editor::{Current, Notification, PlanBar, Sentences};
use crate::exchange::file::{self, Item};
use crate::exchange::{link, sheet};
use crate::qualification::Qualification;
use crate::saved_plans::{CatalogueDifference, NewerPlan, PlanSnapshot, differences};
use crate::wording::{self, act, file_name, heading};

/// The plan in a link.
pub(crate) fn from_link(stores: Stores, text: String) -> Loading<El> {
    lazy::loading(of_link(stores, text))
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn of_link(stores: Stores, text: String) -> Fetched<El> {
    Ok(match link::open(&text) {
        Ok(mut snapshot) => {
            let catalogue = stores.catalogues().all();
            catalogue.own_name(&mut snapshot.plan.qualification);
            let of = catalogue.qualification(&snapshot.plan.qualification);
            stores.router().link_is_for(of.cloned());
            let same = stores.plans().same_as(&snapshot);
            let keep = if same.is_some() {
                act::KEEP_ANOTHER
            } else {
                act::KEEP
            };
            let here = same.map(|one| here_already(stores, &one));
            let offer = Offer {
                keep: Some(keep),
                note: here,
                more: None,
            };
            view(stores, &snapshot, wording::from_link(), offer)
        }
        Err(error) => super::main(stores, "qp-screen qp-screen--narrow")
            .with(super::title(heading::LINK_FAULT))
            .with(said("p", wording::link_error(error)))
            .with(said("p", wording::link_error_kept()))
            .with(button(act::SEE_ALL_QUALIFICATIONS, move || {
                stores.router().go_home();
            })),
    })
}

/// A saved plan of a newer version.
pub(crate) fn newer(stores: Stores, saved_plan: Box<NewerPlan>) -> El {
    arriving::screen(stores, move || {
        lazy::loading(of_newer(stores, saved_plan.clone()))
    })
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn of_newer(stores: Stores, saved_plan: Box<NewerPlan>) -> Fetched<El> {
    let kept = saved_plan.kept.text.clone();
    let download = button(act::DOWNLOAD_AS_IT_IS, move || {
        browser::download(file_name::NEWER_PLAN, &kept);
    });
    Ok(match &saved_plan.newer.snapshot {
        Some(snapshot) => {
            let offer = Offer {
                keep: Some(act::KEEP),
                note: None,
                more: Some(download),
            };
            view(stores, snapshot, wording::newer_plan(), offer)
        }
        None => super::main(stores, "qp-screen qp-screen--narrow")
            .with(super::title(heading::NOT_SHOWN))
            .with(said("p", wording::unreadable(&saved_plan.kept)))
            .with(download)
            .with(button(act::SEE_ALL_QUALIFICATIONS, move || {
                stores.router().go_home();
            })),
    })
}

/// A saved plan whose qualification no catalogue here has.
pub(super) fn waiting(stores: Stores, summary: PlanSummary) -> El {
    arriving::screen(stores, move || {
        lazy::loading(of_waiting(stores, summary.clone()))
    })
}

#[wasm_split(travel, wasm_split_path = leptos::wasm_split, fallible)]
fn of_waiting(stores: Stores, summary: PlanSummary) -> Fetched<El> {
    let offer = Offer::default();
    Ok(view(
        stores,
        &summary.snapshot,
        wording::waiting_plan(),
        offer,
    ))
}

/// That a saved plan of the learner's holds the same.
fn here_already(stores: Stores, summary: &PlanSummary) -> El {
    let [before, behind] = wording::SAME_PLAN;
    said("p", before)
        .with(plans::link(
            stores,
            summary,
            &stores.plans().name_of(summary),
        ))
        .text(behind)
}

/// What there is to say and to do beside the plan itself.
#[derive(Default)]
struct Offer {
    /// The label of what makes a saved plan of it, where that can be done.
    keep: Option<&'static str>,
    /// What else there is to say.
    note: Option<El>,
    /// What else there is to do.
    more: Option<El>,
}

fn view(stores: Stores, snapshot: &PlanSnapshot, what: &str, offer: Offer) -> El {
    let catalogue = stores.catalogues().all();
    let plan = &snapshot.plan;
    // What waits here says so itself.
    let unknown = offer.keep.is_some();
    let qualification = catalogue.qualification(&plan.qualification);
    let title = match qualification {
        _ if !plan.name.is_empty() => plan.name.clone(),
        Some(found) => wording::unnamed(&found.title),
        None => wording::unnamed_unknown(&plan.qualification),
    };
    let screen = super::main(stores, "qp-screen qp-shared")
        .with(
            styled("div", "qp-heading")
                .with(super::back(stores))
                .with(super::title(&title)),
        )
        .with(CatalogueNotice(CatalogueNoticeProps { stores }).into())
        .with(
            el("div").live(move || match stores.notifications().shown() {
                Some(Notification::Failed(failure, _)) => vec![notice(
                    heading::NOT_KEPT,
                    &[wording::failure(failure).to_owned()],
                    Vec::new(),
                )],
                _ => Vec::new(),
            }),
        )
        .with(banner(stores, snapshot, what, offer, qualification));
    match qualification {
        Some(of) => screen.with_all(body(stores, of, snapshot)),
        None => screen
            .with(CentreNotice(CentreNoticeProps { stores }).into())
            .with_some(unknown.then(|| said("p", &wording::unknown_in_link(&plan.qualification))))
            .with_some((!snapshot.plan.picks().is_empty()).then(|| said("h2", heading::UNITS)))
            .with(bare(stores, snapshot)),
    }
}

/// What this is, and what can be done with it.
fn banner(
    stores: Stores,
    snapshot: &PlanSnapshot,
    what: &str,
    offer: Offer,
    qualification: Option<&Arc<Qualification>>,
) -> El {
    let (adopted, copied) = (snapshot.clone(), snapshot.clone());
    let keep = offer.keep.map(|label| {
        button(label, move || stores.plans().adopt(adopted.clone()))
            .attr("class", "qp-button qp-button--main")
    });
    let mut actions = styled("div", "qp-actions")
        .with_some(keep)
        .with(button(act::PRINT, move || stores.page().print()))
        .with(button(act::SAVE_COPY, move || {
            exports::save_one(stores, Item::new(None, 0, copied.clone()));
        }));
    if let Some(of) = qualification {
        let (of, snapshot) = (Arc::clone(of), snapshot.clone());
        actions = actions.with(button(act::TABLE, move || {
            let rows =
                wording::plan_table(&of, &snapshot, &stores.plans().judge(&of, &snapshot.plan));
            let name = file::name(&snapshot.plan, stores.page().today(), "csv");
            browser::download(&name, &sheet::csv(&rows));
        }));
    }
    styled("div", "qp-banner")
        .with(said("p", what))
        .with_some(offer.note)
        .with(actions.with_some(offer.more))
}

fn body(stores: Stores, of: &Arc<Qualification>, snapshot: &PlanSnapshot) -> Vec<El> {
    let (snapshot, called) = snapshot.under_codes_of(of);
    let plan = &snapshot.plan;
    let found = stores.plans().judge(of, plan);
    let others = differences(&snapshot, of);
    let differences: Vec<CatalogueDifference> = called.into_iter().chain(others).collect();
    let changed = (!differences.is_empty()).then(|| saving::changed(&differences).into());
    let title = (!plan.name.is_empty()).then(|| styled("p", "qp-lead").text(&of.title));
    let day = said("p", &wording::registered(plan));
    let catalogue_version = snapshot
        .catalogue_version
        .checked
        .zip(Some(of.source.checked))
        .filter(|(then, now)| then != now);
    let catalogue_version = catalogue_version
        .map(|(then, now)| styled("p", "qp-hint").text(&wording::catalogue_versions(then, now)));
    let current = Current {
        qualification: of,
        plan,
        assessment: &found,
        sentences: Some(Sentences::all()),
    };
    let (head, bar, label) = (current.plan_head(), current.plan_bar(), PlanBar::name(of));
    let head = view! { <SharedHead head bar label /> }.built();
    let none = plan.picks().is_empty();
    let none = none.then(|| said("p", wording::NO_UNIT_PICKED));
    let rules = current.rule_lines().into_iter().map(rule_line);
    let rules = plain_list("qp-rule-lines").with_all(rules.map(El::from).collect());
    let knows_hours = wording::knows_hours(of);
    let hours = styled("dl", "qp-facts").with_all(facts(wording::plan_hours(of, &found)));
    let mut all: Vec<El> = changed.into_iter().chain(title).collect();
    all.extend([day, head.into()]);
    let assumed = wording::assumptions(of, plan, &found);
    if !assumed.is_empty() {
        all.push(styled("p", "qp-hint").text(&assumed));
    }
    all.extend(catalogue_version);
    all.push(said("h2", heading::RULES));
    all.push(rules);
    all.push(said("h2", heading::UNITS));
    all.extend(none);
    let of = Arc::clone(of);

    let picks = picks_of(&of, plan).into_iter().cloned().collect();
    all.push(units(stores, picks, move |pick| {
        unit(&of, &found, &snapshot, pick)
    }));
    if knows_hours {
        all.push(said("h2", heading::HOURS));
    }
    all.push(hours);
    all
}
