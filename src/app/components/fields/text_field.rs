//! A field for a text on one line.

use leptos::prelude::*;
use web_sys::Event;

use super::Entered;
use crate::app::view::{Build, View, heard, live};

/// A text on one line, told with each letter.
#[component]
pub(crate) fn TextField(
    label: &'static str,
    /// How many letters it takes.
    longest: usize,
    value: Signal<String>,
    /// The id of what is to be known about it.
    note: &'static str,
    on_text: Entered<String>,
) -> View {
    let mut on_text = on_text;
    let typed = heard(move |event: Event| on_text(event_target_value(&event)));
    view! {
        <label class="qp-field">
            <span>{label}</span>
            <input
                type="text"
                autocomplete="off"
                maxlength=longest.to_string()
                aria-describedby=note
                prop:value=live(move || value.get())
                on:input=typed
            />
        </label>
    }
    .built()
}
