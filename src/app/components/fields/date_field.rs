//! A field for a day.

use leptos::prelude::*;
use web_sys::Event;

use super::Entered;
use crate::app::view::{Build, View, heard, live};
use crate::editor::DayTyped;
use crate::qualification::Date;
use crate::wording;

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
