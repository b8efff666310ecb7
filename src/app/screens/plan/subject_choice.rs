//! The subject to which the list of units is narrowed.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::components::choice::Choice;
use crate::app::stores::editor::UnitsStore;
use crate::app::view::{Build, View, heard, live};
use crate::editor::{UnitList, subjects};
use crate::qualification::Qualification;
use crate::wording::about;

/// The subjects of the units, where there are some: as chips where the planner is narrow, else as a choice like the
/// others. Styles show one of them.
#[component]
pub(super) fn SubjectChoice<'a>(units: UnitsStore, of: &'a Qualification) -> Option<View> {
    let subjects = subjects(of);
    if subjects.is_empty() {
        return None;
    }
    let chosen = Signal::derive(move || {
        let subject = |list: &UnitList| {
            let subject = list.filter().subject();
            subject.unwrap_or_default().to_owned()
        };
        units.with(subject)
    });
    let choose = move |id: &str| {
        units.change(|list| list.set_subject((!id.is_empty()).then_some(id)));
    };
    let chip = |(id, label): (String, String)| {
        let own = id.clone();
        let is_chosen = live(move || chosen.with(|chosen| *chosen == own));
        view! {
            <label class="qp-chip">
                <input
                    type="radio"
                    name="subject"
                    prop:checked=is_chosen
                    on:change=heard(move |_: Event| choose(&id))
                />
                <span>{label}</span>
            </label>
        }
        .built()
    };
    let all = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let chips = all(about::ALL_SUBJECTS).chain(subjects.clone()).map(chip);
    let chips: Vec<View> = chips.collect();
    let options = all(about::ANY_SUBJECT).chain(subjects).collect();
    let choice = view! {
        <div class="qp-subjects">
            <fieldset class="qp-chips">
                <legend class="qp-unseen">{about::SUBJECT}</legend>
                {chips}
            </fieldset>
            <Choice label=about::SUBJECT options chosen on_choice=choose />
        </div>
    };
    Some(choice.built())
}
