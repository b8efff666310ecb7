//! What a unit is about.

use leptos::prelude::*;

use crate::app::components::heading::heading_of;
use crate::app::view::{Build, View};
use crate::qualification::{Qualification, Unit};
use crate::wording::about as words;

/// What it covers, where its document says it, and its subjects; who has the whole of it.
#[component]
pub(super) fn UnitAbout<'a>(of: &'a Qualification, unit: &'a Unit) -> View {
    let about = of.about();
    let told = about.and_then(|about| about.unit(&unit.code));
    let covers = told.and_then(|told| told.covers.as_ref());
    let lines = covers.map(|covers| {
        let lines = covers.lines.iter();
        let lines: Vec<View> = lines
            .map(|line| view! { <li>{line.clone()}</li> }.built())
            .collect();
        view! { <ol class="qp-covers">{lines}</ol> }.built()
    });
    let source = covers.map_or_else(
        || words::CENTRE_HAS_IT.to_owned(),
        |covers| words::covers_source(of, covers),
    );
    let subjects = about.map(|about| {
        let subjects = words::subjects_of(about, &unit.code);
        let source = words::subjects_source(of, about, &unit.code);
        (subjects, source)
    });
    let subjects = subjects.filter(|(subjects, _)| !subjects.is_empty());
    let subjects = subjects.map(|(subjects, source)| {
        let subjects = view! {
            <div>
                <p>{subjects}</p>
                <p class="qp-hint">{source}</p>
            </div>
        };
        subjects.built()
    });
    let short = told.and_then(|told| told.short_name.as_deref());
    let short = short.filter(|short| *short != unit.title);
    let short =
        short.map(|short| view! { <p class="qp-hint">{words::short_name(short)}</p> }.built());
    let about = view! {
        <div class="qp-unit-about">
            {heading_of(3).child(words::WHAT_IT_COVERS)}
            {lines}
            <p class="qp-hint">{source}</p>
            {subjects}
            {short}
        </div>
    };
    about.built()
}
