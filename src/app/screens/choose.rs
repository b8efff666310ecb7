//! The choice of a qualification.

use std::sync::Arc;

use super::places::ChoosePlaces;
use super::{catalogues, incoming, opened, plans};
use crate::app::arriving;
use crate::app::components::field::field;
use crate::app::components::keys;
use crate::app::components::list::plain_list;
use crate::app::dom::{self, El, effect, el, said, styled};
use crate::app::lazy::{self, Fetched, wasm_split};
use crate::app::live::{Handle, Live};
use crate::app::stores::{PlanLibrary, Stores};
use crate::app::tables::{Rest, once_here};
use crate::plan::Plan;
use crate::qualification::Qualification;
use crate::wording::{self, heading, label};

/// The id of the heading above the qualifications.
const START: &str = "qp-start";

pub(crate) fn choose(stores: Stores) -> El {
    let kept = Handle::new(Live::new(PlanLibrary::default()));
    let suites = move || {
        // Until the centre's file has come nobody knows whether it is to stand alone.
        if stores.centre().is_awaited() {
            return Vec::new();
        }
        let catalogue = stores.catalogues().all();
        catalogue
            .by_suite()
            .chunk_by(|one, other| one.is_of_suite(other))
            .map(|suite| cards(stores, kept, suite))
            .collect()
    };
    let part = || styled("div", "qp-part");
    let (above, below) = (part(), part());
    let screen = super::main(stores, "qp-screen")
        .with(super::title(heading::PLANNER))
        .with(styled("p", "qp-lead").text(wording::LEAD))
        .with(super::unofficial(stores))
        .with(above.clone())
        .with(el("div").live(move || start(stores)))
        .with(styled("div", "qp-suites").live(suites))
        .with(below.clone())
        // What comes fills the places above; this one says where it does not.
        .with(arriving::part_of(stores, START, |_| vec![el("div")]));
    let places = ChoosePlaces {
        stores,
        screen: screen.clone(),
        above,
        below,
        kept,
    };
    once_here(stores, move |rest| (rest.choose)(&places));
    screen
}

/// What else the choice of a qualification has.
pub(crate) fn rest(places: &ChoosePlaces) {
    let (stores, kept) = (places.stores, places.kept);
    effect(Box::new(move || {
        stores.plans().subscribe();
        // Read once for all cards.
        kept.held()
            .set_other(stores.plans().library().unwrap_or_default());
    }));
    let _ = places.screen.clone().on("keydown", move |event| {
        keys::undo(&event, |forth| {
            let log = stores.plans().library().unwrap_or_default().log;
            let any = !if forth { log.forth } else { log.back }.is_empty();
            if any {
                stores.plans().undo_or_redo(forth);
                stores.page().focus_heading();
            }
            any
        });
    });
    let above = [opened::centre(stores), opened::opened(stores), home(stores)];
    places.above.put(above.iter());
    let below = [catalogues::catalogues(stores), own_files(stores)];
    places.below.put(below.iter());
}

/// What is kept here, and what came in a file: with the part for it, where there is anything.
fn home(stores: Stores) -> El {
    let wanted = Handle::new(Live::new(false));
    effect(Box::new(move || {
        if stores.have_something_kept() {
            wanted.held().set_other(true);
        }
    }));
    el("div").live(move || {
        let wanted = wanted.held().get();
        let place = wanted.then(|| arriving::place(move || lazy::loading(kept(stores))));
        place.into_iter().collect()
    })
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn kept(stores: Stores) -> Fetched<El> {
    Ok(styled("div", "qp-part")
        .with(incoming::incoming(stores))
        .with(plans::plans(stores)))
}

/// What stands above the qualifications: whose they are, or that they are on their way. Nothing where there
/// are none.
fn start(stores: Stores) -> Vec<El> {
    if stores.centre().is_awaited() {
        let words = styled("p", "qp-start").text(wording::centre_awaited());
        return vec![words.attr("role", "status")];
    }
    if stores.catalogues().all().qualifications().next().is_none() {
        return Vec::new();
    }
    let line = stores.centre().line().map(|line| said("p", &line));
    let start = said("h2", heading::START);
    let heading = el("div").with(start.attr("id", START).attr("tabindex", "-1"));
    vec![heading.with_some(line).attr("class", "qp-start")]
}

/// The qualifications of one suite side by side.
fn cards(stores: Stores, kept: Handle<Live<PlanLibrary>>, suite: &[&Arc<Qualification>]) -> El {
    let cards = suite.iter().map(|one| card(stores, kept, one)).collect();
    plain_list(if suite.len() > 1 {
        "qp-suite qp-suite--sizes"
    } else {
        "qp-suite"
    })
    .with_all(cards)
}

fn card(stores: Stores, kept: Handle<Live<PlanLibrary>>, qualification: &Arc<Qualification>) -> El {
    let link = super::way(stores, qualification.id.to_string());
    let facts = [
        wording::asked_in_all(qualification),
        wording::hours_in_all(qualification),
        Some(wording::choice(qualification)),
    ];
    let facts = facts.iter().flatten();
    let facts = facts.map(|fact| said("li", fact)).collect();
    let level = qualification.level.map(wording::level);
    let own = stores.centre().stands_out(qualification);
    let own = own.then(|| said("span", wording::YOUR_CENTRE));
    styled("li", "qp-card")
        .with(super::eyebrow(qualification))
        .with(el("h2").with(link.text(&qualification.title)))
        .with(
            styled("p", "qp-tags")
                .with_some(level.map(|level| said("span", &level)))
                .text(" ")
                .with(said("span", qualification.size.name()))
                .text(" ")
                .with_some(own),
        )
        .with(plain_list("qp-card-facts").with_all(facts))
        .with(plan_line(stores, kept, qualification))
}

/// Where the saved plan for this qualification stands that was changed last, if there is one: it is the
/// one that opens.
fn plan_line(stores: Stores, kept: Handle<Live<PlanLibrary>>, of: &Arc<Qualification>) -> El {
    let of = Arc::clone(of);
    let line = move |rest: &Rest| vec![(rest.plan_line)(stores, kept, &of)];
    arriving::later(stores, line)
}

pub(crate) fn plan_line_of(
    stores: Stores,
    kept: Handle<Live<PlanLibrary>>,
    of: &Arc<Qualification>,
) -> El {
    let of = Arc::clone(of);
    let plan = Handle::new(move || {
        let latest = |kept: &PlanLibrary| Some(kept.latest(&of.id)?.snapshot.plan.clone());
        let plan = kept.held().look(latest);
        plan.map(|plan| (Arc::clone(&of), plan))
    });
    el("div")
        .live_class("qp-hidden", move || plan.held()().is_none())
        .live(move || {
            let place = plan.held()().map(|(of, plan)| {
                arriving::place(move || {
                    lazy::loading(plan_stands(stores, Arc::clone(&of), plan.clone()))
                })
            });
            place.into_iter().collect()
        })
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn plan_stands(stores: Stores, of: Arc<Qualification>, plan: Plan) -> Fetched<El> {
    let name = if plan.name.is_empty() {
        label::YOUR_PLAN
    } else {
        &plan.name
    };
    Ok(plans::standing(stores, &of, &plan, Some(name)))
}

/// Where a file is opened: a plan that was downloaded, or a centre's own catalogue.
fn own_files(stores: Stores) -> El {
    let file = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| {
            let Some(input) = dom::input(&event) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                let (name, chosen) = (file.name(), lazy::loading(read_file(stores, file)));
                let failed = move || {
                    stores
                        .catalogues()
                        .refuse_file(&name, wording::part_missing(), Vec::new());
                };
                lazy::run(chosen, failed);
            }
            input.set_value("");
        });
    // Its own children, so that it stays open.
    styled("details", "qp-details").live(move || file_field(stores, &file))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn read_file(stores: Stores, file: web_sys::File) -> Fetched<()> {
    stores.import().choose_file(&file);
    Ok(())
}

fn file_field(stores: Stores, file: &El) -> Vec<El> {
    // Where only the centre's qualifications are shown nobody can add others.
    let any = !stores.centre().is_alone();
    let [summary, label] = if any {
        [heading::OPEN_ANY_FILE, label::ANY_FILE]
    } else {
        [heading::OPEN_DRAFTS, label::DRAFTS_FILE]
    };
    vec![
        said("summary", summary),
        said("p", wording::about_files(any)),
        field(label, file.clone()),
    ]
}
