//! A notice above what a screen shows: what happened, what is kept, what to do.

use leptos::prelude::*;

use super::heading::heading_of;
use super::icon::{self, Icon};
use super::sentence::sentence;
use super::sign::Sign;
use crate::app::view::{Build, View, heard, pressed};
use crate::assess::State;
use crate::wording::act;

/// The label of what can be done, and what does it.
pub(crate) type Act = (&'static str, Box<dyn FnMut()>);

/// A notice with its heading, lines, and buttons below: a band with an edge, read aloud when it comes.
#[component]
pub(crate) fn Banner(
    /// Met for what went well, broken for what is wrong with what was given; neither for what is to be known.
    #[prop(optional)]
    state: Option<State>,
    heading: String,
    lines: Vec<String>,
    actions: Vec<Act>,
    /// Takes it away, where the reader may do without it.
    #[prop(optional)]
    close: Option<Box<dyn FnMut()>>,
) -> View {
    let (is_met, is_plain) = (state == Some(State::Met), state.is_none());
    let sign = state.map(|state| view! { <Sign state /> }.built());
    let role = if is_met { "status" } else { "alert" };
    let lines = lines.into_iter();
    let lines: Vec<View> = lines
        .map(|line| view! { <p>{sentence(&line)}</p> }.built())
        .collect();
    let actions = actions.into_iter().map(|(label, mut act)| {
        let pressed = heard(move |_: web_sys::MouseEvent| act());
        view! { <button type="button" class="qp-button" on:click=pressed>{label}</button> }.built()
    });
    let actions: Vec<View> = actions.collect();
    let title = view! {
        {sign}
        <span>{heading}</span>
    };
    let mut head = heading_of(2).class("qp-notice-title").child(title).built();
    if let Some(close) = close {
        head = view! {
            <div class="qp-notice-head">
                {head}
                <button type="button" class="qp-icon-button" aria-label=act::CLOSE on:click=pressed(close)>
                    <Icon outline=icon::CLOSE />
                </button>
            </div>
        }
        .built();
    }
    view! {
        <div
            class="qp-notice"
            class=("qp-notice--met", is_met)
            class=("qp-notice--plain", is_plain)
            role=role
        >
            {head}
            {lines}
            <div class="qp-actions">{actions}</div>
        </div>
    }
    .built()
}
