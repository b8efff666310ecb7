//! A unit that is to be kept or left out.

use leptos::prelude::*;

use super::filling::{ADD, Filling};
use super::which_unit::{CHOICE, WhichUnit};
use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View, live, pressed};
use crate::wording::fill as words;

/// What opens the choice of a unit, and what is said of it then.
#[component]
pub(super) fn AddWish(filling: Filling) -> View {
    let open = RwSignal::new(false);
    let toggle = pressed(move || {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            filling.editor.focus(CHOICE);
        }
    });
    let shown = move || open.get().then(|| view! { <WhichUnit filling /> }.built());
    view! {
        <div class="qp-add-wish">
            <button
                type="button"
                class="qp-link"
                id=ADD
                aria-expanded=live(move || open.get().to_string())
                on:click=toggle
            >
                <Icon outline=icon::PLUS />
                {words::ADD_UNIT}
            </button>
            {live(shown)}
        </div>
    }
    .built()
}
