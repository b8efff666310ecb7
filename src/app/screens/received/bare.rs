//! The units of a plan whose qualification is not here.

use leptos::prelude::*;

use super::units::Units;
use crate::app::view::{Build, View};
use crate::editor::PickedView;
use crate::plan::Pick;
use crate::saved_plans::PlanSnapshot;
use crate::wording;

/// As the plan itself knows them.
#[component]
pub(super) fn Bare<'a>(snapshot: &'a PlanSnapshot) -> View {
    let unit = |pick: &Pick| {
        let facts = snapshot.facts.iter().find(|unit| unit.code == pick.code);
        let title = facts.map(|facts| facts.title.clone());
        let title = title.filter(|title| !title.is_empty());
        let unit = PickedView {
            code: pick.code.clone(),
            short: String::new(),
            title: title.unwrap_or_else(|| pick.code.to_string()),
            group: None,
            figures: facts.map_or_else(Vec::new, |facts| wording::unit_figures(None, facts)),
            planned: String::new(),
            is_achieved: pick.is_achieved(),
            reason: String::new(),
        };
        (unit, String::new())
    };
    let units = snapshot.plan.picks().iter().map(unit).collect();
    view! { <Units units /> }.built()
}
