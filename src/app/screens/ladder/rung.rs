//! A qualification of the ladder.

use leptos::prelude::*;

use super::rung_picture::RungPicture;
use crate::app::components::heading::heading_of;
use crate::app::components::sentence::sentence;
use crate::app::components::sign::Sign;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, pressed};
use crate::assess::State;
use crate::editor::RungView;
use crate::wording::ladder as words;

/// How far the units lead there, which count, and the button that makes a plan for it with them.
#[component]
pub(super) fn Rung(rung: RungView) -> View {
    let stores = expect_context::<Stores>();
    let RungView {
        of,
        name,
        is_own,
        state,
        words,
        which,
        bar,
        button,
        plan,
        said,
        ..
    } = rung;
    let own = is_own.then(|| view! { <span class="qp-hint">{words::THIS_PLAN}</span> }.built());
    let way = (!is_own).then(|| {
        let carry = pressed(move || stores.plans().carry(&of, plan.clone(), &said));
        view! { <button type="button" class="qp-button" on:click=carry>{button}</button> }.built()
    });
    view! {
        <li class="qp-rung">
            <div class="qp-rung-head">
                {heading_of(3).child(name)}
                {own}
                <p class=state_class(state)><Sign state /><span>{words}</span></p>
            </div>
            <RungPicture bar />
            <p class="qp-hint">{sentence(&which)}</p>
            {way}
        </li>
    }
    .built()
}

/// The class of a state in words.
pub(crate) fn state_class(state: State) -> &'static str {
    match state {
        State::Met => "qp-counts-state qp-counts-state--met",
        State::Open => "qp-counts-state qp-counts-state--open",
        State::NotKnown => "qp-counts-state",
        State::Broken => "qp-counts-state qp-counts-state--broken",
    }
}
