//! A choice of one of a few.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::view::{Build, View, heard, live};

/// A choice of one of a few: what it is about stands in its label, which is read and not seen.
#[component]
pub(crate) fn Choice(
    label: &'static str,
    /// Their values and their words.
    options: Vec<(String, String)>,
    #[prop(into)] chosen: Signal<String>,
    on_choice: impl Fn(&str) + 'static,
) -> View {
    // Each option says for itself whether it is the one: a value cannot be chosen before its option is there.
    let options = options.into_iter().map(|(value, words)| {
        let own = value.clone();
        let is_chosen = live(move || chosen.with(|chosen| *chosen == own));
        view! { <option value=value prop:selected=is_chosen>{words}</option> }.built()
    });
    let choose = heard(move |event: Event| on_choice(&event_target_value(&event)));
    view! {
        <select aria-label=label on:change=choose>
            {options.collect::<Vec<_>>()}
        </select>
    }
    .built()
}
