//! A unit that is kept or left out.

use leptos::prelude::*;

use super::filling::{ADD, Filling};
use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View, pressed};
use crate::editor::WishView;
use crate::wording::fill as words;

/// A unit of a list, with the button that takes it off.
#[component]
pub(super) fn Wish(wish: WishView, label: &'static str, filling: Filling) -> View {
    let WishView { code, title } = wish;
    let name = words::forget(label, &title);
    let forget = pressed(move || {
        filling.release(code.clone());
        filling.editor.focus(ADD);
    });
    view! {
        <li>
            <button type="button" class="qp-chip-button" aria-label=name on:click=forget>
                <span>{title}</span>
                <Icon outline=icon::CLOSE />
            </button>
        </li>
    }
    .built()
}
