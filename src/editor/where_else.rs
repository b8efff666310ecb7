//! Where else a unit counts, and what comes of it there.

use std::sync::Arc;

use super::ladder::stand;
use super::plan_bar::group_place;
use crate::assess::{Context, State};
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::wording::ladder as words;

/// A qualification that has a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhereElse {
    /// What it is called beside the others: “Level 5 Award”.
    pub name: String,
    /// The title of the group in which the unit counts; empty where it does not.
    pub group: String,
    /// The place of that group.
    pub place: Option<usize>,
    /// What comes of it: “complete, together with 501”, “13 of 37 with your units”, or why it does not count.
    pub said: String,
    /// True for the qualification of the plan.
    pub is_own: bool,
    /// How the units stand to it, where the unit counts.
    pub state: Option<State>,
}

/// The qualifications that have a unit, with the units of the plan beside it.
#[must_use]
pub fn where_else(
    all: &[&Arc<Qualification>],
    plan: &Plan,
    code: &UnitCode,
    context: &Context,
) -> Vec<WhereElse> {
    let has = |of: &&&Arc<Qualification>| {
        let mut groups = of.groups.iter();
        groups.any(|group| group.units.contains(code))
    };
    let offering: Vec<&Arc<Qualification>> = all.iter().filter(has).copied().collect();
    let own = all.iter().copied().find(|of| of.id == plan.qualification);
    let with = plan.clone().after(Action::Pick(code.clone()));
    let names = words::short_titles(&offering);
    let each = offering.iter().zip(names).map(|(of, name)| {
        let is_own = of.id == plan.qualification;
        let nothing = WhereElse {
            name,
            group: String::new(),
            place: None,
            said: words::NONE.to_owned(),
            is_own,
            state: None,
        };
        let Some(found) = stand(of, own, &with, context) else {
            return nothing;
        };
        let units = found.assessment.units.iter();
        let counts = |code: &UnitCode| {
            let mut units = units.clone();
            units.find(|one| one.code == *code)
        };
        let Some(unit) = counts(code) else {
            return nothing;
        };
        let place = group_place(of, unit.group.as_ref());
        let group = place.and_then(|place| of.groups.get(place));
        let group = group.map(|group| group.title.clone()).unwrap_or_default();
        let others = units.clone().filter(|one| one.not_counted.is_none());
        let others = others.filter(|one| one.code != *code);
        let others: Vec<String> = others
            .map(|one| of.units.short_code(&one.code).to_owned())
            .collect();
        let state = words::rung_in_short(of, &found.assessment);
        let said = match (&unit.not_counted, found.assessment.state) {
            _ if is_own => words::THIS_PLAN.to_owned(),
            (Some(why), _) => words::why_not(of, why),
            (None, State::Met) => words::together_with(&state, &others),
            (None, _) => words::with_your_units(&state),
        };
        WhereElse {
            group: if unit.not_counted.is_none() {
                group
            } else {
                String::new()
            },
            place: place.filter(|_| unit.not_counted.is_none()),
            said,
            state: unit.not_counted.is_none().then_some(found.assessment.state),
            ..nothing
        }
    });
    each.collect()
}
