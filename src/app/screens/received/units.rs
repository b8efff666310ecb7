//! The units of a plan that is looked at and not changed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::paged::{Paged, Row};
use crate::app::components::picked_unit::picked_unit;
use crate::app::components::sentence::sentence;
use crate::app::view::{Build, View};
use crate::editor::{Current, PickedView};
use crate::saved_plans::PlanSnapshot;
use crate::wording;

/// How many are shown at once. A link can have thousands.
const PAGE: usize = 100;

/// A unit of the plan, and what was chosen for it.
type Unit = (PickedView, String);

/// The units of a plan, with why one does not count.
pub(super) fn picked(current: &Current<'_>, snapshot: &PlanSnapshot) -> Vec<Unit> {
    let of = current.qualification;
    let picked = current.picked(|code| snapshot.unit(of, code).map(|facts| facts.title));
    let chosen = |mut one: PickedView| {
        if one.figures.is_empty() {
            // The qualification that is here does not have it.
            let facts = snapshot.unit(of, &one.code);
            let figures = facts.map(|facts| wording::unit_figures(Some(of), &facts));
            one.figures = figures.unwrap_or_default();
        }
        let pick = snapshot
            .plan
            .picks()
            .iter()
            .find(|pick| pick.code == one.code);
        let chosen = pick.map(|pick| wording::unit_choices(of, pick));
        (one, chosen.unwrap_or_default())
    };
    picked.into_iter().map(chosen).collect()
}

/// The units as a list.
#[component]
pub(super) fn Units(units: Vec<Unit>) -> View {
    let number = units.len();
    let row: Row = Arc::new(move |place| match units.get(place) {
        Some((one, chosen)) => unit(one.clone(), chosen.clone()),
        None => view! { <li></li> }.built(),
    });
    view! { <Paged class="qp-picked" page=PAGE number row /> }.built()
}

fn unit(unit: PickedView, chosen: String) -> View {
    let title = view! { <p class="qp-picked-title">{sentence(&unit.title)}</p> }.built();
    let code = unit.code.to_string();
    let code = Some(code).filter(|code| *code != unit.title);
    picked_unit(unit, title, code, chosen, None, None)
}
