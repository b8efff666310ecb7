//! What the units that somebody has typed count for.

use leptos::prelude::*;

use super::held_now::held_now;
use super::rung::state_class;
use crate::app::browser::pause::Pause;
use crate::app::components::sentence::sentence;
use crate::app::components::sign::Sign;
use crate::app::signals::{follow, set_other};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, live, pressed};
use crate::editor::{HeldView, RungView};
use crate::wording::held as words;

/// The most qualifications that are named here. The sheet has all.
const MOST: usize = 5;

/// How long nobody has typed when what came is shown, and when it is told, in milliseconds.
const SHOWN: u64 = 100;
const TOLD: u64 = 1_000;

/// The qualifications, by how little is missing, and the way to plans for them. A screen reader is told once.
pub(super) fn answers(stores: Stores, typed: RwSignal<String>, plans: RwSignal<bool>) -> View {
    let held = RwSignal::new(held_now(stores, typed));
    let told = RwSignal::new(String::new());
    let (shown, telling) = (Pause::new(), Pause::new());
    follow(Box::new(move || {
        typed.track();
        shown.then(SHOWN, move || set_other(held, held_now(stores, typed)));
        telling.then(TOLD, move || {
            set_other(told, held.with_untracked(|held| held.read.clone()));
        });
    }));
    let lines = move || {
        let lines = |held: &HeldView| held.ladder.rungs.iter().take(MOST).map(line).collect();
        held.with(lines)
    };
    let lines = move || -> Vec<View> { lines() };
    let unclear = move || {
        let mut lines = held.with(|held| held.unclear.clone());
        if held.with(|held| !held.units.is_empty() && held.ladder.rungs.is_empty()) {
            lines.push(words::COUNTS_FOR_NOTHING.to_owned());
        }
        let lines = lines.iter();
        lines
            .map(|line| view! { <p class="qp-hint">{sentence(line)}</p> }.built())
            .collect::<Vec<View>>()
    };
    let none = live(move || held.with(|held| held.ladder.rungs.is_empty()));
    let see = pressed(move || plans.set(true));
    view! {
        <div class="qp-answers">
            <ul role="list">{live(lines)}</ul>
            {live(unclear)}
            <button type="button" class="qp-button" class=("qp-hidden", none) on:click=see>{words::SEE_AS_PLANS}</button>
            <p class="qp-unseen" role="status" prop:textContent=live(move || told.get())></p>
        </div>
    }
    .built()
}

fn line(rung: &RungView) -> View {
    view! {
        <li>
            <Sign state=rung.state />
            <span>{rung.name.clone()}</span>
            <span class=state_class(rung.state)>{rung.to_go.clone()}</span>
        </li>
    }
    .built()
}
