//! What finds units.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Event, FocusEvent};

use super::pathway_choice::PathwayChoice;
use super::sheets::{Sheets, UNITS};
use crate::app::browser::share;
use crate::app::components::choice::Choice;
use crate::app::signals::follow;
use crate::app::stores::editor::{EditorStore, UnitsStore};
use crate::app::view::{Build, View, heard, live};
use crate::editor::{Show, Sort, UnitList, levels, search_hint};
use crate::qualification::{Level, Qualification};
use crate::wording::{self, label};

/// The id of the search.
pub(super) const SEARCH: &str = "qp-search";

/// The search, which stays in view, and what narrows and orders the list.
#[component]
pub(super) fn Toolbar(units: UnitsStore, sheets: Sheets, of: Arc<Qualification>) -> View {
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
    let levels = levels(&of).into_iter();
    let levels = levels.map(|level| (level.to_string(), wording::level(level)));
    let any = (String::new(), label::ANY_LEVEL.to_owned());
    let levels: Vec<(String, String)> = std::iter::once(any).chain(levels).collect();
    let level = (levels.len() > 1).then(|| {
        let chosen = Signal::derive(move || {
            let level = units.with(|list| list.filter().level());
            level.map(|level| level.to_string()).unwrap_or_default()
        });
        let choose = move |name: &str| units.change(|list| list.set_level(Level::parse(name)));
        view! { <Choice label=label::LEVEL options=levels chosen on_choice=choose /> }.built()
    });
    let pathway = (!of.pathways.is_empty()).then(|| view! { <PathwayChoice /> }.built());
    let show = Show::ALL.map(|show| (show.name().to_owned(), show.label().to_owned()));
    let shown = Signal::derive(move || units.with(|list| list.filter().show().name().to_owned()));
    let hint = search_hint(&of);
    let sorts = Sort::choices(&of).into_iter();
    let sorts = sorts.map(|sort| (sort.name().to_owned(), sort.label().to_owned()));
    let sorted = Signal::derive(move || units.with(|list| list.sort().name().to_owned()));
    let sort = move |name: &str| units.change(|list| list.set_sort(Sort::named(&of, name)));
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
                {level}
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
