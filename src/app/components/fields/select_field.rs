//! A choice under its label.

use leptos::prelude::*;
use web_sys::Event;

use super::Entered;
use crate::app::view::{Build, View, heard, live};

/// One of several, each by its value and its words.
#[component]
pub(crate) fn SelectField(
    label: &'static str,
    options: Vec<(String, String)>,
    /// The value of the one that is chosen.
    chosen: Signal<String>,
    on_choice: Entered<String>,
) -> View {
    let mut on_choice = on_choice;
    let choose = heard(move |event: Event| on_choice(event_target_value(&event)));
    let options = options.into_iter().map(|(value, words)| {
        let own = value.clone();
        let is_chosen = live(move || chosen.with(|chosen| *chosen == own));
        view! { <option value=value prop:selected=is_chosen>{words}</option> }.built()
    });
    let options: Vec<View> = options.collect();
    let field = view! {
        <label class="qp-field">
            <span>{label}</span>
            <select on:change=choose>{options}</select>
        </label>
    };
    field.built()
}
