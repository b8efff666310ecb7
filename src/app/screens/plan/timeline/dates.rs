//! The day of registration and the last day.

use leptos::prelude::*;

use crate::app::components::fields::{DateField, DateFieldProps};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::plan::Action;
use crate::wording::{label, timeline as words};

/// The id of what is said about the days.
const NOTE: &str = "qp-time-days";

/// Both days in words, and behind a button their fields.
#[component]
pub(super) fn Dates() -> View {
    let editor = expect_context::<EditorStore>();
    let days = Memo::new(move |_| editor.current(|current| current.days()));
    let open = RwSignal::new(false);
    let toggle = pressed(move || open.update(|open| *open = !*open));
    let fields = move || {
        let registered = DateField(DateFieldProps {
            label: label::REGISTERED,
            value: Signal::derive(move || days.with(|days| days.registered_value.clone())),
            note: NOTE,
            on_day: Box::new(move |day| editor.dispatch(Action::Register(day))),
        });
        let last = DateField(DateFieldProps {
            label: words::LAST_DAY,
            value: Signal::derive(move || days.with(|days| days.last_value.clone())),
            note: NOTE,
            on_day: Box::new(move |day| editor.dispatch(Action::SetLastDay(day))),
        });
        view! { <div class="qp-time-fields">{registered}{last}</div> }.built()
    };
    let shown = move || open.get().then(fields);
    view! {
        <div class="qp-time-days">
            <p id=NOTE>
                <span prop:textContent=live(move || days.with(|days| days.registered.clone()))></span>
                " "
                <span prop:textContent=live(move || days.with(|days| days.last.clone()))></span>
            </p>
            <button
                type="button"
                class="qp-link"
                aria-expanded=live(move || open.get().to_string())
                aria-describedby=NOTE
                on:click=toggle
            >
                {words::CHANGE}
            </button>
            {live(shown)}
        </div>
    }
    .built()
}
