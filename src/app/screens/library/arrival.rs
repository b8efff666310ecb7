//! A plan of a file.

use leptos::prelude::*;
use web_sys::Event;

use super::said_of::said_of;
use crate::app::components::standing::standing;
use crate::app::screens::plans::about;
use crate::app::stores::{Choice, Incoming, Stores};
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
