//! The link to a plan: in a field that can be selected, to copy and to hand on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use crate::app::browser::{self, share};
use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::exchange::link;
use crate::wording::{self, act, label};

/// The field that has the link, what is said of it, and the button beside it.
const FIELD: &str = "qp-plan-link";
const NOTE: &str = "qp-link-note";
const COPY: &str = "qp-copy-link";

/// The link as it is: the plan may change in another tab.
#[derive(Clone, Copy)]
pub(super) struct SharedLink {
    editor: EditorStore,
    is_named: RwSignal<bool>,
}

impl SharedLink {
    /// The plan's name is in it only where that is asked for.
    pub(super) fn new(editor: EditorStore) -> Self {
        let is_named = RwSignal::new(false);
        Self { editor, is_named }
    }

    /// The whole address.
    pub(super) fn address(self) -> String {
        let link = link::encode(&self.editor.snapshot(), self.is_named.get());
        self.editor.stores().page().address(&link)
    }

    fn name(self) -> String {
        self.editor.plan(|plan| plan.name.clone())
    }
}

#[component]
pub(super) fn PlanLink(link: SharedLink) -> View {
    let said = RwSignal::new("");
    // Where a finger chooses, the apps of the device come first.
    let is_handed_on = share::can_share() && share::is_touched();
    let to_apps =
        share::can_share().then(|| view! { <HandOn link said is_main=is_handed_on /> }.built());
    let note = move || wording::in_the_link(&link.editor.snapshot().plan, link.is_named.get());
    let name_it = heard(move |event: Event| link.is_named.set(event_target_checked(&event)));
    view! {
        <div class="qp-share-link">
            <label class="qp-share-label" for=FIELD>{label::LINK}</label>
            <div class="qp-share-row">
                <input
                    type="text"
                    id=FIELD
                    readonly
                    aria-describedby=NOTE
                    prop:value=live(move || link.address())
                    on:focus=heard(|event| select(&event))
                />
                <Copy link said is_main=!is_handed_on />
            </div>
            <p class="qp-hint" id=NOTE prop:textContent=live(note)></p>
            <label class="qp-condition" class=("qp-hidden", live(move || link.name().is_empty()))>
                <input type="checkbox" on:change=name_it />
                <span>{label::NAME_IN_LINK}</span>
            </label>
            {to_apps}
            <p class="qp-share-said" role="status" prop:textContent=live(move || said.get())></p>
        </div>
    }
    .built()
}

/// Selects all of the field that has the focus.
fn select(event: &web_sys::FocusEvent) {
    let field = event.target();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// The button that copies the link; where the browser does not let it, the field has the focus and is selected.
#[component]
fn Copy(link: SharedLink, said: RwSignal<&'static str>, is_main: bool) -> View {
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
fn HandOn(link: SharedLink, said: RwSignal<&'static str>, is_main: bool) -> View {
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
