//! The choice of a qualification.

use std::sync::Arc;

use super::{catalogues, drafts, incoming, opened};
use crate::app::dom::{self, El, el, said, styled};
use crate::app::parts::field::field;
use crate::app::parts::icon;
use crate::app::parts::keys;
use crate::app::parts::list::plain_list;
use crate::app::shelf::Shelf;
use crate::app::state::State;
use crate::qualification::Qualification;
use crate::wording;

pub(crate) fn choose(state: State) -> El {
    let suites = move || {
        state.follow_drafts();
        let catalogue = state.catalogue();
        // Read once for all cards.
        let kept = state.shelf().unwrap_or_default();
        catalogue
            .by_suite()
            .chunk_by(|one, other| one.suite == other.suite)
            .map(|suite| cards(state, &kept, suite))
            .collect()
    };
    super::main(state, "qp-screen")
        .on("keydown", move |event| {
            keys::undo(&event, |forth| {
                let log = state.shelf().unwrap_or_default().log;
                let any = !if forth { log.forth } else { log.back }.is_empty();
                if any {
                    state.turn_back(forth);
                    state.focus_heading();
                }
                any
            });
        })
        .with(super::title("Plan your qualification"))
        .with(styled("p", "qp-lead").text(
            "Choose a qualification, tick the units you want, and see at once whether they meet \
             its rules of combination. Your plan stays in this browser.",
        ))
        .with(super::unofficial(state))
        .with(opened::opened(state))
        .with(incoming::incoming(state))
        .with(drafts::drafts(state))
        .with(said("h2", "Start a plan").attr("class", "qp-start"))
        .with(styled("div", "qp-suites").live(suites))
        .with(catalogues::catalogues(state))
        .with(own_files(state))
}

/// The qualifications of one suite side by side.
fn cards(state: State, kept: &Shelf, suite: &[&Arc<Qualification>]) -> El {
    let cards = suite.iter().map(|one| card(state, kept, one)).collect();
    plain_list(if suite.len() > 1 {
        "qp-suite qp-suite--sizes"
    } else {
        "qp-suite"
    })
    .with_all(cards)
}

fn card(state: State, kept: &Shelf, qualification: &Arc<Qualification>) -> El {
    let link = super::way(state, qualification.id.to_string());
    let facts = [
        wording::asked_in_all(qualification),
        wording::hours_in_all(qualification),
        Some(wording::choice(qualification)),
    ];
    let facts = facts.iter().flatten();
    let facts = facts.map(|fact| said("li", fact)).collect();
    let level = qualification.level.map(wording::level);
    styled("li", "qp-card")
        .with(super::eyebrow(qualification))
        .with(el("h2").with(link.text(&qualification.title)))
        .with(
            styled("p", "qp-tags")
                .with_some(level.map(|level| said("span", &level)))
                .text(" ")
                .with(said("span", qualification.size.name())),
        )
        .with(plain_list("qp-card-facts").with_all(facts))
        .with_some(draft_line(state, kept, qualification))
}

/// Where the draft for this qualification stands that was changed last, if there is one: it is the
/// one that opens.
fn draft_line(state: State, kept: &Shelf, qualification: &Arc<Qualification>) -> Option<El> {
    let draft = kept.latest(&qualification.id)?;
    let plan = &draft.parcel.plan;
    let found = state.judge(qualification, plan);
    let name = if plan.name.is_empty() {
        "Your draft"
    } else {
        &plan.name
    };
    let total = wording::total_line(qualification, &found);
    let words = format!(": {total}. {}", wording::state(&found));
    let line = el("span").with(said("strong", name)).text(&words);
    Some(
        styled("p", "qp-card-draft")
            .with(icon::mark(found.state))
            .with(line),
    )
}

/// The door for files: a plan that was downloaded, or a centre's own catalogue.
fn own_files(state: State) -> El {
    let file = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| {
            let Some(input) = dom::input(&event) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                state.choose_file(&file);
            }
            input.set_value("");
        });
    styled("details", "qp-details")
        .with(said(
            "summary",
            "Open a file: saved drafts, or your centre’s own catalogue",
        ))
        .with(said(
            "p",
            "You are shown what drafts are in a file before any is added. A catalogue file describes \
             qualifications, their units and rules. The file is read here and goes nowhere else.",
        ))
        .with(field("File of drafts or catalogue file (JSON)", file))
}
