//! Fields under their labels: they show a value that follows signals, and tell what was entered.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::view::{Build, View, heard, live};
use crate::editor::DayTyped;
use crate::qualification::Date;
use crate::wording;

/// What a field tells of what was entered.
pub(crate) type Entered<T> = Box<dyn FnMut(T)>;

/// A day, or none. A year that is none is not taken, and the field says so.
#[component]
pub(crate) fn DateField(
    label: &'static str,
    /// The day as its field writes it; empty where there is none.
    value: Signal<String>,
    /// The id of what is to be known about the day.
    note: &'static str,
    on_day: Entered<Option<Date>>,
) -> View {
    let is_odd = RwSignal::new(false);
    let mut on_day = on_day;
    let enter = heard(move |event: Event| {
        let typed = DayTyped::read(&event_target_value(&event));
        is_odd.set(typed == DayTyped::Odd);
        if let DayTyped::Day(day) = typed {
            on_day(day);
        }
    });
    let refused = live(move || {
        let is_odd = is_odd.get();
        if is_odd { wording::odd_year() } else { "" }.to_owned()
    });
    let field = view! {
        <div class="qp-date">
            <label class="qp-field">
                <span>{label}</span>
                <input
                    type="date"
                    min="1900-01-01"
                    max="2999-12-31"
                    aria-describedby=note
                    prop:value=live(move || value.get())
                    on:change=enter
                />
            </label>
            <p class="qp-refused" role="alert" prop:textContent=refused></p>
        </div>
    };
    field.built()
}

/// One of several, each by its value and its words.
#[component]
pub(crate) fn SelectField(
    label: &'static str,
    options: Vec<(String, String)>,
    /// The value of the one that is chosen.
    chosen: Signal<String>,
    on_choice: Entered<String>,
) -> View {
    let mut on_choice = on_choice;
    let choose = heard(move |event: Event| on_choice(event_target_value(&event)));
    let options = options.into_iter().map(|(value, words)| {
        let own = value.clone();
        let is_chosen = live(move || chosen.with(|chosen| *chosen == own));
        view! { <option value=value prop:selected=is_chosen>{words}</option> }.built()
    });
    let options: Vec<View> = options.collect();
    let field = view! {
        <label class="qp-field">
            <span>{label}</span>
            <select on:change=choose>{options}</select>
        </label>
    };
    field.built()
}
