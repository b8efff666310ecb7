//! What finds units.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Event, FocusEvent};

use super::level_choice::LevelChoice;
use super::pathway_choice::PathwayChoice;
use super::sheets::{Sheets, UNITS};
use super::subject_choice::SubjectChoice;
use crate::app::browser::share;
use crate::app::components::choice::Choice;
use crate::app::signals::follow;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::{Build, View, heard, live};
use crate::editor::{Show, Sort, UnitList, search_hint};
use crate::qualification::Qualification;
use crate::wording::label;

/// The id of the search.
pub(super) const SEARCH: &str = "qp-search";

/// The search, which stays in view, and what narrows and orders the list.
#[component]
pub(super) fn Toolbar<'a>(units: UnitsStore, sheets: Sheets, of: &'a Arc<Qualification>) -> View {
    let editor = expect_context::<EditorStore>();
    // The keyboard of a phone leaves room for few rows: the first stands right below the search.
    let make_room = heard(move |_: FocusEvent| {
        if share::is_touched() {
            editor.stores().page().scroll_to(UNITS);
        }
    });
    let search = heard(move |event: Event| {
        units.change(|list| list.set_search(event_target_value(&event)));
    });
    let count = RwSignal::new(String::new());
    let mut was = String::new();
    follow(Box::new(move || {
        let line = |list: &UnitList| list.filter().narrows().then(|| list.count_line());
        let line = units.with(line).unwrap_or_default();
        // What stands behind a sheet would be told again when that closes.
        if sheets.is_open() {
            count.set(String::new());
        } else if was != line {
            count.set(line.clone());
        }
        was = line;
    }));
    let count = live(move || count.get());
    let pathway = (!of.pathways.is_empty()).then(|| view! { <PathwayChoice /> }.built());
    let show = Show::ALL.map(|show| (show.name().to_owned(), show.label().to_owned()));
    let shown = Signal::derive(move || units.with(|list| list.filter().show().name().to_owned()));
    let hint = search_hint(of);
    let sorts = Sort::choices(of).into_iter();
    let sorts = sorts.map(|sort| (sort.name().to_owned(), sort.label().to_owned()));
    let sorted = Signal::derive(move || units.with(|list| list.sort().name().to_owned()));
    let sorted_by = Arc::clone(of);
    let sort = move |name: &str| units.change(|list| list.set_sort(Sort::named(&sorted_by, name)));
    view! {
        <search class="qp-part">
            <div class="qp-search">
                <input
                    type="search"
                    id=SEARCH
                    maxlength="100"
                    autocomplete="off"
                    placeholder=hint
                    aria-label=label::SEARCH
                    prop:value=live(move || units.with(|list| list.filter().search().to_owned()))
                    on:input=search
                    on:focus=make_room
                />
            </div>
            <div class="qp-choices">
                {pathway}
                <SubjectChoice units of />
                <LevelChoice units of />
                <Choice
                    label=label::SHOW
                    options=show.into()
                    chosen=shown
                    on_choice=move |name: &str| units.change(|list| list.set_show(Show::named(name)))
                />
                <Choice label=label::SORT options=sorts.collect() chosen=sorted on_choice=sort />
            </div>
            <p class="qp-unseen" role="status" prop:textContent=count></p>
        </search>
    }
    .built()
}
