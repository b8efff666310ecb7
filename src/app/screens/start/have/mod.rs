//! The way in for who already has units.

mod held_field;
mod held_plans;

use leptos::prelude::*;

use held_field::HeldField;
use held_plans::HeldPlans;

use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::components::sheet::Sheet;
use crate::app::view::{Build, View, pressed};
use crate::wording::held as words;

/// A field that answers while somebody types: beside the qualifications where there is room, else on a sheet behind a
/// button.
#[component]
pub(super) fn Have() -> View {
    let typed = RwSignal::new(String::new());
    let (open, plans) = (RwSignal::new(false), RwSignal::new(false));
    let field = move || view! { <HeldField typed plans /> }.built();
    let title = Signal::stored(words::HAVE_UNITS.to_owned());
    view! {
        <div class="qp-have">
            <button type="button" class="qp-button qp-have-button" on:click=pressed(move || open.set(true))>
                <span>{words::HAVE_UNITS}</span>
                <Icon outline=icon::CHEVRON />
            </button>
            <div class="qp-have-panel">
                {heading_of(3).child(words::HAVE_UNITS)}
                {field()}
            </div>
            <Sheet title open body=Box::new(field) />
            <HeldPlans typed open=plans />
        </div>
    }
    .built()
}
