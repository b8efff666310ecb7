//! What is planned past the last day.

use leptos::prelude::*;

use crate::app::components::mark::Mark;
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::assess::State;
use crate::editor::{LateView, TimelineView};

/// The unit that ends past the last day, and the button that moves it.
#[component]
pub(super) fn LateNotice(view: Signal<TimelineView>) -> View {
    let editor = expect_context::<EditorStore>();
    let late = Memo::new(move |_| view.with(|view| view.late.clone()));
    let notice = move |late: LateView| {
        let LateView {
            title,
            detail,
            label,
            action,
        } = late;
        let move_it = pressed(move || {
            editor.dispatch(action.clone());
            editor.focus(crate::app::screens::plan::sheets::PANE);
        });
        view! {
            <div class="qp-time-late">
                <Mark state=State::Broken />
                <p><strong>{title}</strong>" "{detail}</p>
                <button type="button" class="qp-button qp-button--main" on:click=move_it>{label}</button>
            </div>
        }
        .built()
    };
    view! { <div role="status">{live(move || late.get().map(notice))}</div> }.built()
}
