//! A field for a text in lines.

use leptos::prelude::*;
use web_sys::Event;

use super::Entered;
use crate::app::view::{Build, View, heard, live};

/// A text in lines, told with each letter.
#[component]
pub(crate) fn NoteField(
    label: &'static str,
    /// How many letters it takes.
    longest: usize,
    value: Signal<String>,
    on_text: Entered<String>,
) -> View {
    let mut on_text = on_text;
    let typed = heard(move |event: Event| on_text(event_target_value(&event)));
    view! {
        <label class="qp-field">
            <span>{label}</span>
            <textarea
                rows="3"
                autocomplete="off"
                maxlength=longest.to_string()
                prop:value=live(move || value.get())
                on:input=typed
            ></textarea>
        </label>
    }
    .built()
}
