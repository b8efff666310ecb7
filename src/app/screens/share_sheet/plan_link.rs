//! The link to a plan: in a field that can be selected, to copy and to hand on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::copy_link::CopyLink;
use super::hand_on::HandOn;
use super::shared_link::{FIELD, SharedLink};
use crate::app::browser::share;
use crate::app::view::{Build, View, heard, live};
use crate::wording::{self, label};

/// The id of what is said of it.
const NOTE: &str = "qp-link-note";

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
                <CopyLink link said is_main=!is_handed_on />
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
