//! Drafts from a file, before they are added: what would come, what is here already, and what to do
//! with each.

use super::drafts::{moment, standing};
use crate::app::dom::{self, El, el, said, styled};
use crate::app::files::{Arrival, Choice, Incoming};
use crate::app::parts::field::field;
use crate::app::parts::list::plain_list;
use crate::app::parts::notice::button;
use crate::app::state::State;
use crate::catalogue::Catalogue;
use crate::wording;

pub(super) fn incoming(state: State) -> El {
    el("div").live(move || {
        let incoming = state.incoming();
        incoming.iter().map(|all| preview(state, all)).collect()
    })
}

fn preview(state: State, incoming: &Incoming) -> El {
    let catalogue = &incoming.catalogue;
    let is_same = |one: &Arrival| one.here.as_ref().is_some_and(|(_, same)| *same);
    let rows = |same: bool| -> Vec<El> {
        let rows = incoming.drafts.iter().enumerate();
        rows.filter(|(_, one)| is_same(one) == same)
            .map(|(place, one)| row(state, catalogue, place, one))
            .collect()
    };
    // Nothing has to be done with these: they take no room.
    let same = rows(true);
    let same = (!same.is_empty()).then(|| {
        styled("details", "qp-details")
            .with(said("summary", &wording::already_here(same.len())))
            .with(plain_list("qp-draft-list").with_all(same))
    });
    let titles = incoming.catalogues.iter().map(|(title, _)| title.clone());
    let titles: Vec<String> = titles.collect();
    let with_catalogues = (!titles.is_empty()).then(|| wording::with_catalogues(&titles));
    let trouble = wording::file_trouble(incoming.unreadable, incoming.altered);
    let trouble = trouble
        .iter()
        .map(|line| styled("p", "qp-refused").text(line))
        .collect();
    let heading = el("h2")
        .attr("id", "qp-incoming")
        .attr("tabindex", "-1")
        .text(&format!("Drafts in {}", incoming.name));
    let is_any = !incoming.drafts.is_empty() || !titles.is_empty();
    let hint = if is_any {
        "Nothing is added until you say so. Drafts that are here already stay as they are, unless you \
         choose otherwise."
    } else {
        "There is no draft in it that can be added."
    };
    let mut actions = styled("div", "qp-actions");
    if is_any {
        actions = actions.with(
            button("Add the chosen drafts", move || state.take_in())
                .attr("class", "qp-button qp-button--main"),
        );
    }
    styled("section", "qp-incoming")
        .attr("aria-labelledby", "qp-incoming")
        .with(heading)
        .with_all(trouble)
        .with(styled("p", "qp-hint").text(hint))
        .with_some(with_catalogues.map(|words| said("p", &words)))
        .with(plain_list("qp-draft-list").with_all(rows(false)))
        .with_some(same)
        .with(actions.with(button("Add nothing", move || state.leave_incoming())))
}

fn row(state: State, catalogue: &Catalogue, place: usize, one: &Arrival) -> El {
    let plan = &one.parcel.plan;
    let qualification = catalogue.qualification(&plan.qualification);
    let title = qualification.map_or_else(
        || wording::no_qualification(&plan.qualification),
        |found| found.title.clone(),
    );
    let name = match (&plan.name, qualification) {
        (name, _) if !name.is_empty() => name.clone(),
        (_, Some(found)) => wording::unnamed(&found.title),
        _ => wording::unnamed_unknown(&plan.qualification),
    };
    let here = one.here.as_ref().map(|(_, same)| *same);
    let changed = moment(state, one.changed).map(|when| format!("Changed {when}."));
    let hint = |text: &str| styled("p", "qp-hint").text(text);
    let left_out = wording::left_out_of_draft(&one.left_out).into_iter();
    let left_out = left_out.map(|line| styled("p", "qp-refused").text(&line));
    let text = styled("div", "qp-draft-text")
        .with(said("h3", &name))
        .with(hint(&title))
        .with_some(qualification.map(|of| standing(state, of, plan)))
        .with_some(changed.map(|line| hint(&line)))
        .with(said("p", wording::arrival(here)))
        .with_all(left_out.collect());
    styled("li", "qp-draft")
        .with(text)
        .with(choice(state, place, one, &name))
}

fn choice(state: State, place: usize, one: &Arrival, name: &str) -> El {
    let options: &[(&str, Choice, &str)] = match one.here {
        None => &[
            ("add", Choice::Add, "Add it"),
            ("leave", Choice::Leave, "Leave it out"),
        ],
        Some(_) => &[
            ("add", Choice::Add, "Keep both"),
            ("replace", Choice::Replace, "Replace the one here"),
            ("leave", Choice::Leave, "Leave it out"),
        ],
    };
    let all = options.iter().map(|(value, choice, label)| {
        let option = said("option", label).attr("value", value);
        if *choice == one.choice {
            option.attr("selected", "")
        } else {
            option
        }
    });
    let select = el("select")
        .attr("aria-label", &format!("What to do with {name}"))
        .with_all(all.collect())
        .on("change", move |event| {
            state.choose_for(
                place,
                match dom::value(&event).as_str() {
                    "add" => Choice::Add,
                    "replace" => Choice::Replace,
                    _ => Choice::Leave,
                },
            );
        });
    field("What to do", select)
}
