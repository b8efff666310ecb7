//! A qualification that the units of the plan count for too.

use leptos::prelude::*;

use crate::app::components::icon::{self, Icon};
use crate::app::components::sign::Sign;
use crate::app::screens::ladder::state_class;
use crate::app::screens::plan::sheets::Sheets;
use crate::app::view::{Build, View, pressed};
use crate::assess::State;
use crate::editor::RungView;

/// Its name, how much of what it needs there is, and how the units stand to it: one that is complete is marked. It
/// opens the whole picture.
#[component]
pub(super) fn CountsLine(rung: RungView, sheets: Sheets) -> View {
    let RungView {
        name,
        state,
        in_short,
        share,
        ..
    } = rung;
    let open = pressed(move || sheets.counts.set(true));
    let sign = (state == State::Met).then(|| view! { <Sign state /> }.built());
    view! {
        <li>
            <button type="button" class="qp-counts-line" on:click=open>
                <span>{name}</span>
                <span class="qp-counts-bar" aria-hidden="true"><span style:inline-size=share></span></span>
                <span class=state_class(state)>{sign}<span>{in_short}</span></span>
                <Icon outline=icon::CHEVRON />
            </button>
        </li>
    }
    .built()
}
