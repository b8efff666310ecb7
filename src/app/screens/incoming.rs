//! Saved plans from a file, before they are added: what would come, what is here already, and what to do
//! with each.

use super::plans::{PAGE, moment, standing};
use crate::app::components::field::field;
use crate::app::components::list::{Shown, long_list};
use crate::app::components::notice::button;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::stores::{Arrival, Choice, Incoming, Stores};
use crate::wording::{self, act, heading, label};

pub(super) fn incoming(stores: Stores) -> El {
    let shown = ["qp-more-incoming", "qp-more-same"].map(|id| Shown::first(PAGE, id));
    el("div").live(move || {
        let incoming = stores.import().incoming();
        let incoming = incoming.iter();
        incoming.map(|all| preview(stores, all, shown)).collect()
    })
}

fn preview(stores: Stores, incoming: &Incoming, [shown, of_same]: [Shown; 2]) -> El {
    let is_same = |one: &Arrival| one.here.as_ref().is_some_and(|(_, same)| *same);
    let all = incoming.plans.iter().enumerate();
    let (same, others): (Vec<_>, Vec<_>) = all.partition(|(_, one)| is_same(one));
    let rows = |plans: &[(usize, &Arrival)], shown: Shown| {
        let rows = plans.iter();
        let mut rows = rows.map(|(place, one)| row(stores, incoming, *place, one));
        long_list("qp-saved-list", shown, plans.len(), &mut rows, move |id| {
            stores.page().focus(id);
        })
    };
    // Nothing has to be done with these: they take no room.
    let same = (!same.is_empty()).then(|| {
        styled("details", "qp-details")
            .with(said("summary", &wording::already_here(same.len())))
            .with_all(rows(&same, of_same))
    });
    let titles = incoming.catalogues.iter().map(|(title, _)| title.clone());
    let titles: Vec<String> = titles.collect();
    let with_catalogues = (!titles.is_empty()).then(|| wording::with_catalogues(&titles));
    let mut trouble: Vec<String> = incoming.read_as.iter().cloned().collect();
    trouble.extend(wording::file_trouble(incoming.unreadable, incoming.altered));
    trouble.extend(wording::unreadable_plans(&incoming.problems));
    if !incoming.compared {
        trouble.push(wording::cannot_compare().to_owned());
    }
    let trouble = trouble
        .iter()
        .map(|line| styled("p", "qp-refused").text(line))
        .collect();
    let heading = el("h2")
        .attr("id", "qp-incoming")
        .attr("tabindex", "-1")
        .text(&heading::drafts_in(&incoming.name));
    let is_any = !incoming.plans.is_empty() || !titles.is_empty();
    let hint = if is_any {
        wording::NOTHING_ADDED_YET
    } else {
        wording::NO_PLAN_TO_ADD
    };
    let mut actions = styled("div", "qp-actions");
    if is_any {
        actions = actions.with(
            button(act::ADD_CHOSEN, move || stores.import().take_in())
                .attr("class", "qp-button qp-button--main"),
        );
    }
    styled("section", "qp-incoming")
        .attr("aria-labelledby", "qp-incoming")
        .with(heading)
        .with_all(trouble)
        .with(styled("p", "qp-hint").text(hint))
        .with_some(with_catalogues.map(|words| said("p", &words)))
        .with_all(rows(&others, shown))
        .with_some(same)
        .with(actions.with(button(act::ADD_NOTHING, move || stores.import().leave())))
}

fn row(stores: Stores, incoming: &Incoming, place: usize, one: &Arrival) -> El {
    let plan = &one.snapshot.plan;
    let qualification = incoming.catalogue.qualification(&plan.qualification);
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
    let mut against = Vec::new();
    if incoming.compared {
        against.push(wording::arrival(here).to_owned());
    }
    if let Some((summary, false)) = &one.here {
        let when = moment(stores, summary.changed);
        let later = summary.changed.cmp(&one.changed);
        against.extend(when.map(|when| wording::changed_here(&when, later)));
        against.extend(wording::compared(plan, &summary.snapshot.plan));
    }
    let changed = moment(stores, one.changed).map(|when| wording::changed(&when));
    let hint = |text: &str| styled("p", "qp-hint").text(text);
    let left_out = wording::left_out_of_plan(&one.left_out).into_iter();
    let left_out = left_out.map(|line| styled("p", "qp-refused").text(&line));
    let text = styled("div", "qp-saved-text")
        .with(said("h3", &name))
        .with(hint(&title))
        .with_some(qualification.map(|of| standing(stores, of, plan)))
        .with_some(changed.map(|line| hint(&line)))
        .with_all(against.iter().map(|line| said("p", line)).collect())
        .with_all(left_out.collect());
    styled("li", "qp-saved-plan")
        .with(text)
        .with(choice(stores, place, one, &name))
}

fn choice(stores: Stores, place: usize, one: &Arrival, name: &str) -> El {
    let options: &[(&str, Choice, &str)] = match one.here {
        None => &[
            ("add", Choice::Add, label::ADD_IT),
            ("leave", Choice::Leave, label::LEAVE_IT_OUT),
        ],
        Some(_) => &[
            ("add", Choice::Add, label::KEEP_BOTH),
            ("replace", Choice::Replace, label::REPLACE),
            ("leave", Choice::Leave, label::LEAVE_IT_OUT),
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
        .attr("aria-label", &label::what_to_do_with(name))
        .with_all(all.collect())
        .on("change", move |event| {
            stores.import().choose_for(
                place,
                match dom::value(&event).as_str() {
                    "add" => Choice::Add,
                    "replace" => Choice::Replace,
                    _ => Choice::Leave,
                },
            );
        });
    field(label::WHAT_TO_DO, select)
}
