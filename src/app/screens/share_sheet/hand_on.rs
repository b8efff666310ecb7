//! The button that hands the link on.

use leptos::prelude::*;

use super::shared_link::{SharedLink, button_class};
use crate::app::browser::share;
use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act};

/// It goes to another app of the device.
#[component]
pub(super) fn HandOn(link: SharedLink, said: RwSignal<&'static str>, is_main: bool) -> View {
    let hand_on = pressed(move || {
        let stores = link.editor.stores();
        let name = stores.plans().name_of_snapshot(&link.editor.snapshot());
        let name = if link.is_named.get_untracked() {
            name
        } else {
            link.editor.qualification().title.clone()
        };
        share::share(&name, &link.address(), move |answer| {
            if said.is_disposed() {
                return;
            }
            match answer {
                Ok(()) => link.editor.log_copy(),
                Err(share::NotShared::GivenUp) => {}
                Err(share::NotShared::Refused) => said.set(wording::LINK_NOT_SHARED),
            }
        });
    });
    let label = if is_main {
        act::SEND_FROM_DEVICE
    } else {
        act::OTHER_APPS
    };
    view! {
        <button type="button" class=button_class(is_main) on:click=hand_on>
            <Icon outline=icon::SHARE />
            <span>{label}</span>
        </button>
    }
    .built()
}
