//! The day of registration.

use leptos::prelude::*;

use crate::app::components::fields::{DateField, DateFieldProps};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live};
use crate::plan::Action;
use crate::wording::label;

/// The day of registration, with what there is to know about it and the last day that comes of it.
#[component]
pub(super) fn Registered(
    /// The id of what is said about the day.
    note: &'static str,
) -> View {
    let editor = expect_context::<EditorStore>();
    let setup = Memo::new(move |_| editor.current(|current| current.setup()));
    let field = DateField(DateFieldProps {
        label: label::REGISTERED,
        value: Signal::derive(move || setup.with(|setup| setup.registered.clone())),
        note,
        on_day: Box::new(move |day| editor.dispatch(Action::Register(day))),
    });
    let notices = live(move || setup.with(|setup| setup.notices.clone()));
    let last_day = live(move || setup.with(|setup| setup.last_day.clone()));
    let view = view! {
        <div class="qp-registered">
            {field}
            <p class="qp-hint" id=note prop:textContent=notices></p>
            <p class="qp-hint" prop:textContent=last_day></p>
        </div>
    };
    view.built()
}
