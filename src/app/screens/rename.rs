//! Giving a saved plan in the list another name.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::components::field::wide_field;
use crate::app::dom::{self, El, el, styled};
use crate::app::stores::{PlanSummary, Stores};
use crate::plan::Plan;
use crate::wording::{act, label};

/// Which saved plan is being renamed, by its name in keys.
pub(super) type Renaming = RwSignal<Option<String>>;

pub(super) fn rename_form(stores: Stores, summary: PlanSummary, renaming: Renaming) -> El {
    let typed = RwSignal::new(summary.snapshot.plan.name.clone());
    let name = el("input")
        .attr("type", "text")
        .attr("id", "qp-new-name")
        .attr("autocomplete", "off")
        .attr("maxlength", &Plan::LONGEST_NAME.to_string())
        .attr("value", &summary.snapshot.plan.name)
        .on("input", move |event| typed.set(dom::value(&event)));
    styled("form", "qp-rename")
        .with(wide_field(label::NEW_NAME, name))
        .with(
            styled("button", "qp-button")
                .attr("type", "submit")
                .text(act::SAVE_NAME),
        )
        .on("keydown", move |event| {
            let keys = event.dyn_ref::<web_sys::KeyboardEvent>();
            if keys.is_some_and(|keys| keys.key() == "Escape") {
                renaming.set(None);
                stores.page().focus_heading();
            }
        })
        .on("submit", move |event| {
            event.prevent_default();
            renaming.set(None);
            stores.plans().rename(&summary, &typed.get_untracked());
            stores.page().focus_heading();
        })
}
