//! The field for the units that somebody has.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::arriving;
use crate::app::screens::ladder::{Wanted, wanted};
use crate::app::signals::set_other;
use crate::app::stores::Stores;
use crate::app::view::{Build, View, heard, live};
use crate::wording::held as words;

/// What to type, the field, and below it what the units count for.
#[component]
pub(super) fn HeldField(typed: RwSignal<String>, plans: RwSignal<bool>) -> View {
    let stores = expect_context::<Stores>();
    let is_typed = Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty()));
    let input = heard(move |event: Event| set_other(typed, event_target_value(&event)));
    let came = move || {
        let answers = Wanted::Answers(stores, typed, plans);
        let place = || arriving::place(move || wanted(answers));
        is_typed.get().then(place)
    };
    view! {
        <div class="qp-held">
            <p class="qp-hint">{words::TYPE_UNITS}</p>
            <input
                type="text"
                maxlength="2000"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder=words::SUCH_AS
                aria-label=words::HAVE_UNITS
                prop:value=live(move || typed.get())
                on:input=input
            />
            {live(came)}
        </div>
    }
    .built()
}
