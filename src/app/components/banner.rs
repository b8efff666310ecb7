//! A notice above what a screen shows: what happened, what is kept, what to do.

use leptos::prelude::*;

use super::mark::Mark;
use crate::app::view::{Build, View, heard};
use crate::assess::State;

/// The label of what can be done, and what does it.
pub(crate) type Act = (&'static str, Box<dyn FnMut()>);

/// A notice with its heading, lines, and buttons below: a band with an edge, read aloud when it comes.
#[component]
pub(crate) fn Banner(
    /// Met for what went well.
    state: State,
    heading: String,
    lines: Vec<String>,
    actions: Vec<Act>,
) -> View {
    let is_met = state == State::Met;
    let role = if is_met { "status" } else { "alert" };
    let lines = lines.into_iter();
    let lines: Vec<View> = lines.map(|line| view! { <p>{line}</p> }.built()).collect();
    let actions = actions.into_iter().map(|(label, mut act)| {
        let pressed = heard(move |_: web_sys::MouseEvent| act());
        view! { <button type="button" class="qp-button" on:click=pressed>{label}</button> }.built()
    });
    let actions: Vec<View> = actions.collect();
    view! {
        <div class="qp-notice" class=("qp-notice--met", is_met) role=role>
            <h2 class="qp-notice-title">
                <Mark state />
                <span>{heading}</span>
            </h2>
            {lines}
            <div class="qp-actions">{actions}</div>
        </div>
    }
    .built()
}
