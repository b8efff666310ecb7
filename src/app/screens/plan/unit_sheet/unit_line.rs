//! A unit in one line.

use leptos::prelude::*;

use crate::app::view::{Build, View};
use crate::qualification::{Qualification, Unit};
use crate::wording::unit_sheet;

/// Its code, level, figures and groups in a line.
#[component]
pub(super) fn UnitLine<'a>(of: &'a Qualification, unit: &'a Unit) -> View {
    let facts = unit_sheet::facts(of, unit).into_iter();
    let facts: Vec<View> = facts
        .map(|fact| view! { <li>{fact}</li> }.built())
        .collect();
    let line = view! {
        <ul role="list" class="qp-unit-line">
            <li translate="no">{unit.code.to_string()}</li>
            {facts}
        </ul>
    };
    line.built()
}
