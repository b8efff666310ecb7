//! The choice of a qualification.

use std::sync::Arc;

use super::{catalogues, incoming, opened, plans};
use crate::app::dom::{self, El, effect, el, said, styled};
use crate::app::lazy::{self, Fetched, once_here, wasm_split};
use crate::app::library::PlanLibrary;
use crate::app::live::{Handle, Live};
use crate::app::parts::field::field;
use crate::app::parts::keys;
use crate::app::parts::list::plain_list;
use crate::app::rest::Rest;
use crate::app::state::State;
use crate::plan::Plan;
use crate::qualification::Qualification;
use crate::wording::{self, heading, label};

/// The places of the screen that are filled once the engine is there.
pub(crate) struct Places {
    state: State,
    screen: El,
    /// Above the qualifications: what is kept here, and what came in a file.
    above: El,
    below: El,
    /// The plans that are kept here.
    kept: Handle<Live<PlanLibrary>>,
}

pub(crate) fn choose(state: State) -> El {
    let kept = Handle::new(Live::new(PlanLibrary::default()));
    let suites = move || {
        // Until the centre's file has come nobody knows whether it is to stand alone.
        if state.awaits_centre() {
            return Vec::new();
        }
        let catalogue = state.catalogue();
        catalogue
            .by_suite()
            .chunk_by(|one, other| one.is_of_suite(other))
            .map(|suite| cards(state, kept, suite))
            .collect()
    };
    let part = || styled("div", "qp-part");
    let (above, below) = (part(), part());
    let screen = super::main(state, "qp-screen")
        .with(super::title(heading::PLANNER))
        .with(styled("p", "qp-lead").text(wording::LEAD))
        .with(super::unofficial(state))
        .with(above.clone())
        .with(el("div").live(move || start(state)))
        .with(styled("div", "qp-suites").live(suites))
        .with(below.clone());
    let places = Places {
        state,
        screen: screen.clone(),
        above,
        below,
        kept,
    };
    once_here(state, move |rest| (rest.choose)(&places));
    screen
}

/// What else the choice of a qualification has.
pub(crate) fn rest(places: &Places) {
    let (state, kept) = (places.state, places.kept);
    effect(Box::new(move || {
        state.subscribe_to_plans();
        // Read once for all cards.
        kept.held().set_other(state.library().unwrap_or_default());
    }));
    let _ = places.screen.clone().on("keydown", move |event| {
        keys::undo(&event, |forth| {
            let log = state.library().unwrap_or_default().log;
            let any = !if forth { log.forth } else { log.back }.is_empty();
            if any {
                state.undo_or_redo(forth);
                state.focus_heading();
            }
            any
        });
    });
    let above = [opened::centre(state), opened::opened(state), home(state)];
    places.above.put(above.iter());
    let below = [catalogues::catalogues(state), own_files(state)];
    places.below.put(below.iter());
}

/// What is kept here, and what came in a file: with the part for it, where there is anything.
fn home(state: State) -> El {
    let wanted = Handle::new(Live::new(false));
    effect(Box::new(move || {
        if state.has_something_kept() {
            wanted.held().set_other(true);
        }
    }));
    el("div").live(move || {
        let wanted = wanted.held().get();
        let place = wanted.then(|| lazy::place(move || lazy::loading(kept(state))));
        place.into_iter().collect()
    })
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn kept(state: State) -> Fetched<El> {
    Ok(styled("div", "qp-part")
        .with(incoming::incoming(state))
        .with(plans::plans(state)))
}

/// What stands above the qualifications: whose they are, or that they are on their way. Nothing where there
/// are none.
fn start(state: State) -> Vec<El> {
    if state.awaits_centre() {
        let words = styled("p", "qp-start").text(wording::centre_awaited());
        return vec![words.attr("role", "status")];
    }
    if state.catalogue().qualifications().next().is_none() {
        return Vec::new();
    }
    let line = state.centre_line().map(|line| said("p", &line));
    let heading = el("div").with(said("h2", heading::START));
    vec![heading.with_some(line).attr("class", "qp-start")]
}

/// The qualifications of one suite side by side.
fn cards(state: State, kept: Handle<Live<PlanLibrary>>, suite: &[&Arc<Qualification>]) -> El {
    let cards = suite.iter().map(|one| card(state, kept, one)).collect();
    plain_list(if suite.len() > 1 {
        "qp-suite qp-suite--sizes"
    } else {
        "qp-suite"
    })
    .with_all(cards)
}

fn card(state: State, kept: Handle<Live<PlanLibrary>>, qualification: &Arc<Qualification>) -> El {
    let link = super::way(state, qualification.id.to_string());
    let facts = [
        wording::asked_in_all(qualification),
        wording::hours_in_all(qualification),
        Some(wording::choice(qualification)),
    ];
    let facts = facts.iter().flatten();
    let facts = facts.map(|fact| said("li", fact)).collect();
    let level = qualification.level.map(wording::level);
    let own = state.stands_out(qualification);
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
        .with(plan_line(state, kept, qualification))
}

/// Where the saved plan for this qualification stands that was changed last, if there is one: it is the
/// one that opens.
fn plan_line(state: State, kept: Handle<Live<PlanLibrary>>, of: &Arc<Qualification>) -> El {
    let of = Arc::clone(of);
    let line = move |rest: &Rest| vec![(rest.plan_line)(state, kept, &of)];
    lazy::later(state, line)
}

pub(crate) fn plan_line_of(
    state: State,
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
                lazy::place(move || {
                    lazy::loading(plan_stands(state, Arc::clone(&of), plan.clone()))
                })
            });
            place.into_iter().collect()
        })
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn plan_stands(state: State, of: Arc<Qualification>, plan: Plan) -> Fetched<El> {
    let name = if plan.name.is_empty() {
        label::YOUR_DRAFT
    } else {
        &plan.name
    };
    Ok(plans::standing(state, &of, &plan, Some(name)))
}

/// Where a file is opened: a plan that was downloaded, or a centre's own catalogue.
fn own_files(state: State) -> El {
    let file = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| {
            let Some(input) = dom::input(&event) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                let (name, chosen) = (file.name(), lazy::loading(read_file(state, file)));
                let failed = move || state.refuse_file(&name, wording::part_missing(), Vec::new());
                lazy::run(chosen, failed);
            }
            input.set_value("");
        });
    // Its own children, so that it stays open.
    styled("details", "qp-details").live(move || file_field(state, &file))
}

#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
fn read_file(state: State, file: web_sys::File) -> Fetched<()> {
    state.choose_file(&file);
    Ok(())
}

fn file_field(state: State, file: &El) -> Vec<El> {
    // Where only the centre's qualifications are shown nobody can add others.
    let any = !state.shows_centre_only();
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
