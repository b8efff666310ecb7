//! One of a few, as chips beside each other: Tab stops once, and the arrows choose.

use leptos::prelude::*;

use crate::app::view::{Build, View, heard};

/// What is done with the place of the chip that was chosen.
pub(crate) type Choose = Box<dyn Fn(usize) + Send + Sync>;

/// The chips of a group under a label; the first is chosen.
#[component]
pub(crate) fn Chips(
    label: &'static str,
    /// What the browser knows the group by.
    name: &'static str,
    words: Vec<String>,
    choose: Choose,
) -> View {
    let choose = std::sync::Arc::new(choose);
    let chip = |(place, words): (usize, String)| {
        let choose = std::sync::Arc::clone(&choose);
        let chosen = heard(move |_: web_sys::Event| choose(place));
        view! {
            <label class="qp-chip">
                <input type="radio" name=name class="qp-unseen" checked=place == 0 on:change=chosen />
                <span>{words}</span>
            </label>
        }
        .built()
    };
    let chips: Vec<View> = words.into_iter().enumerate().map(chip).collect();
    view! {
        <fieldset class="qp-chips">
            <legend>{label}</legend>
            {chips}
        </fieldset>
    }
    .built()
}
