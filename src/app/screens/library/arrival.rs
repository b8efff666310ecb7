use leptos::prelude::*;
use web_sys::Event;

use crate::app::components::standing::standing;
use crate::app::screens::plans::{about, moment};
use crate::app::stores::{Arrival, Choice, Incoming, Stores};
use crate::app::view::{Build, View, heard, live};
use crate::wording::{self, label};

/// The plan at this place of a file, before it is added: its box is ticked where it is to come. Below it stand its
/// qualification, where it stands, and what is otherwise here.
pub(super) fn arrival(
    stores: Stores,
    incoming: &Incoming,
    place: usize,
    choices: RwSignal<Vec<Choice>>,
) -> View {
    let Some(one) = incoming.plans.get(place) else {
        return view! { <li></li> }.built();
    };
    let plan = &one.snapshot.plan;
    let of = incoming.catalogue.qualification(&plan.qualification);
    let name = match (&plan.name, of) {
        (name, _) if !name.is_empty() => name.clone(),
        (_, Some(found)) => wording::unnamed(&found.title),
        _ => wording::unnamed_unknown(&plan.qualification),
    };
    let title = about(&name, of.map(|of| &**of), &plan.qualification);
    let title = title.map(|title| view! { <p class="qp-hint">{title}</p> }.built());
    let state = of.map(|of| standing(of, &stores.plans().judge(of, plan)));
    let said = said_of(stores, incoming, one).into_iter();
    let said: Vec<View> = said
        .map(|(class, line)| view! { <p class=class>{line}</p> }.built())
        .collect();
    let choice = move || choices.with(|all| all.get(place).copied().unwrap_or(Choice::Leave));
    let choose = move |choice: Choice| {
        choices.update(|all| {
            if let Some(one) = all.get_mut(place) {
                *one = choice;
            }
        });
    };
    let ticked = heard(move |event: Event| {
        let comes = event_target_checked(&event);
        choose(if comes { Choice::Add } else { Choice::Leave });
    });
    let differs = one.here.is_some();
    let asks = Memo::new(move |_| differs && choice() != Choice::Leave);
    let asked = name.clone();
    let otherwise = move || {
        let one = |of: Choice, label: &'static str| {
            let pick = heard(move |_: Event| choose(of));
            view! {
                <label class="qp-arrival-name">
                    <input
                        type="radio"
                        name=format!("qp-arrival-{place}")
                        prop:checked=live(move || choice() == of)
                        on:change=pick
                    />
                    <span>{label}</span>
                </label>
            }
            .built()
        };
        asks.get().then(|| {
            view! {
                <fieldset class="qp-arrival-choice" aria-label=label::what_to_do_with(&asked)>
                    {one(Choice::Add, label::KEEP_BOTH)}
                    {one(Choice::Replace, label::REPLACE)}
                </fieldset>
            }
            .built()
        })
    };
    let id = format!("qp-arrival-{place}");
    view! {
        <li class="qp-arrival">
            <label class="qp-arrival-name">
                <input
                    type="checkbox"
                    aria-describedby=id.clone()
                    prop:checked=live(move || choice() != Choice::Leave)
                    on:change=ticked
                />
                <strong>{name}</strong>
            </label>
            <div class="qp-arrival-text">
                {title}
                {state}
                <div id=id>{said}</div>
            </div>
            {live(otherwise)}
        </li>
    }
    .built()
}

/// What there is to say of it, each line with its style: when it was changed, how it stands against the one here, and what
/// of it cannot be read.
fn said_of(stores: Stores, incoming: &Incoming, one: &Arrival) -> Vec<(&'static str, String)> {
    let plan = &one.snapshot.plan;
    let mut against = Vec::new();
    if incoming.compared {
        let here = one.here.as_ref().map(|(_, same)| *same);
        against.push(wording::arrival(here).to_owned());
    }
    if let Some((summary, false)) = &one.here {
        let when = moment(stores, summary.changed);
        let later = summary.changed.cmp(&one.changed);
        against.extend(when.map(|when| wording::changed_here(&when, later)));
        against.extend(wording::compared(plan, &summary.snapshot.plan));
    }
    let changed = moment(stores, one.changed).map(|when| wording::changed(&when));
    let changed = changed.into_iter().map(|line| ("qp-hint", line));
    let against = against.into_iter().map(|line| ("qp-arrival-against", line));
    let left_out = wording::left_out_of_plan(&one.left_out).into_iter();
    let left_out = left_out.map(|line| ("qp-refused", line));
    changed.chain(against).chain(left_out).collect()
}
