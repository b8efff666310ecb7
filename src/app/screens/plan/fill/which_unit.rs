//! A choice of a unit that is to be kept or left out.

use leptos::prelude::*;
use web_sys::Event;

use super::filling::Filling;
use crate::app::view::{Build, View, heard, live, pressed};
use crate::qualification::UnitCode;
use crate::wording::fill as words;

/// The id of the choice.
pub(super) const CHOICE: &str = "qp-which-wish";

/// The choice of a unit, and the two things that can be said of it.
#[component]
pub(super) fn WhichUnit(filling: Filling) -> View {
    let chosen = RwSignal::new(String::new());
    let choose = heard(move |event: Event| chosen.set(event_target_value(&event)));
    let options = move || {
        let option =
            |value: String, words: String| view! { <option value=value>{words}</option> }.built();
        let first = option(String::new(), words::CHOOSE_UNIT.to_owned());
        let others = filling.found.with(|found| found.others.clone());
        // What is chosen went to a list: nothing is chosen then.
        chosen.set(String::new());
        let others = others
            .into_iter()
            .map(|wish| option(wish.code.to_string(), wish.title));
        std::iter::once(first).chain(others).collect::<Vec<_>>()
    };
    let say = move |how: fn(Filling, UnitCode)| {
        pressed(move || {
            if let Some(code) = chosen.with_untracked(|code| UnitCode::new(code)) {
                how(filling, code);
                filling.editor.focus(CHOICE);
            }
        })
    };
    let none = move || live(move || chosen.with(String::is_empty).to_string());
    view! {
        <div class="qp-which-wish">
            <select id=CHOICE aria-label=words::WHICH_UNIT on:change=choose prop:value=live(move || chosen.get())>
                {live(options)}
            </select>
            <button type="button" class="qp-button" aria-disabled=none() on:click=say(Filling::keep)>{words::KEEP}</button>
            <button type="button" class="qp-button" aria-disabled=none() on:click=say(Filling::leave_out)>{words::LEAVE_OUT}</button>
        </div>
    }
    .built()
}
