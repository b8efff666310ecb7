//! The plan as files for other programs, and on paper.

use leptos::prelude::*;

use super::copy::{copy, last_copy};
use crate::app::browser;
use crate::app::components::heading::heading_of;
use crate::app::components::icon::{self, Icon};
use crate::app::stores::editor::EditorStore;
use crate::app::view::{Build, View, live, pressed};
use crate::exchange::{calendar, file, sheet};
use crate::wording::{self, act, heading};

#[component]
pub(super) fn PlanFiles() -> View {
    let editor = expect_context::<EditorStore>();
    let name = move |end: &str| file::name(&editor.as_saved().snapshot().plan, editor.today(), end);
    let table = move || browser::download(&name("csv"), &sheet::csv(&editor.table()));
    let save_days = move || {
        let events = editor.days();
        if !events.is_empty() {
            browser::download(&name("ics"), &calendar::file(&events, editor.today()));
        }
    };
    let days = move || {
        // The days are asked for as they are: the plan is what is followed.
        editor.plan(|_| ());
        editor.days()
    };
    let print = move || editor.stores().page().print();
    let about_days = move || wording::about_days(&editor.qualification(), &days());
    let file = [
        File::new("qp-file", icon::FILE, act::PLAN_FILE),
        File::new("qp-table", icon::TABLE, act::TABLE),
        File::new("qp-days", icon::CALENDAR, act::CALENDAR),
        File::new("qp-paper", icon::PRINT, act::PRINT),
    ];
    let [plan_file, spreadsheet, dates, paper] = file;
    view! {
        <div class="qp-share-files">
            {heading_of(3).child(heading::FILES)}
            {plan_file.button(|| wording::ABOUT_PLAN_FILE.to_owned(), || false, move || copy(editor))}
            {spreadsheet.button(|| wording::ABOUT_TABLE.to_owned(), || false, table)}
            {dates.button(about_days, move || days().is_empty(), save_days)}
            {paper.button(|| wording::ABOUT_PAPER.to_owned(), || false, print)}
            <p class="qp-hint qp-reminder" prop:textContent=live(move || last_copy(editor))></p>
        </div>
    }
    .built()
}

/// One of them: its id, its drawing and its name.
struct File {
    id: &'static str,
    outline: &'static str,
    name: &'static str,
}

impl File {
    const fn new(id: &'static str, outline: &'static str, name: &'static str) -> Self {
        Self { id, outline, name }
    }

    /// The button that offers it, with what it is for in a line below its name: all of that is pressed. Not `disabled` where it is empty:
    /// what it would need is to be read.
    fn button(
        self,
        about: impl FnMut() -> String + Send + 'static,
        is_empty: impl Fn() -> bool + Send + 'static,
        offer: impl FnMut() + 'static,
    ) -> View {
        let Self { id, outline, name } = self;
        let note = format!("{id}-note");
        view! {
            <div class="qp-share-file">
                <Icon outline />
                <div>
                    <button
                        type="button"
                        class="qp-share-way"
                        aria-describedby=note.clone()
                        aria-disabled=live(move || is_empty().then_some("true"))
                        on:click=pressed(offer)
                    >
                        {name}
                    </button>
                    <p class="qp-hint" id=note.clone() prop:textContent=live(about)></p>
                </div>
            </div>
        }
        .built()
    }
}
