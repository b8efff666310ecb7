//! What is done with the link.

use leptos::prelude::*;

use super::shared_link::{FIELD, SharedLink};
use crate::app::browser::{self, share};
use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act};

/// The id of the button that copies it.
const COPY: &str = "qp-copy-link";

/// The button that copies the link; where the browser does not let it, the field has the focus and is selected.
#[component]
pub(super) fn Copy(link: SharedLink, said: RwSignal<&'static str>, is_main: bool) -> View {
    let copy = pressed(move || {
        browser::copy(&link.address(), move |done| {
            // The browser answers when it likes: who has closed the sheet is left alone.
            if said.is_disposed() {
                return;
            }
            if done {
                link.editor.log_copy();
            } else {
                link.editor.stores().page().focus_from(COPY, FIELD);
            }
            said.set(if done {
                wording::LINK_COPIED
            } else {
                wording::LINK_NOT_COPIED
            });
        });
    });
    view! {
        <button type="button" id=COPY class=class(is_main) on:click=copy>
            <Icon outline=icon::COPY />
            <span>{act::COPY_LINK}</span>
        </button>
    }
    .built()
}

/// The button that hands the link to another app of the device.
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
        <button type="button" class=class(is_main) on:click=hand_on>
            <Icon outline=icon::SHARE />
            <span>{label}</span>
        </button>
    }
    .built()
}

const fn class(is_main: bool) -> &'static str {
    if is_main {
        "qp-button qp-button--main"
    } else {
        "qp-button"
    }
}
