//! The button that copies the link.

use leptos::prelude::*;

use super::shared_link::{FIELD, SharedLink, button_class};
use crate::app::browser;
use crate::app::components::icon::{self, Icon};
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act};

/// The id of the button that copies it.
const COPY: &str = "qp-copy-link";

/// Where the browser does not let it copy, the field has the focus and is selected.
#[component]
pub(super) fn CopyLink(link: SharedLink, said: RwSignal<&'static str>, is_main: bool) -> View {
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
        <button type="button" id=COPY class=button_class(is_main) on:click=copy>
            <Icon outline=icon::COPY />
            <span>{act::COPY_LINK}</span>
        </button>
    }
    .built()
}
