//! What is to be the least.

use leptos::prelude::*;

use super::filling::Filling;
use crate::app::view::{Build, View, heard, live};
use crate::editor::Fewest;
use crate::wording::fill as words;

/// One of a few, side by side.
#[component]
pub(super) fn FewestOf(filling: Filling) -> View {
    let all = Fewest::all(&filling.editor.qualification());
    let one = |fewest: Fewest| {
        let request = filling.request;
        let is_chosen = live(move || request.with(|request| request.fewest == fewest));
        let choose =
            heard(move |_: web_sys::Event| request.update(|request| request.set_fewest(fewest)));
        view! {
            <label>
                <input type="radio" name="fewest" class="qp-unseen" prop:checked=is_chosen on:change=choose />
                <span>{words::fewest_of(fewest.measure())}</span>
            </label>
        }
        .built()
    };
    let all: Vec<View> = all.into_iter().map(one).collect();
    view! {
        <fieldset class="qp-segments">
            <legend>{words::FEWEST}</legend>
            <div>{all}</div>
        </fieldset>
    }
    .built()
}
