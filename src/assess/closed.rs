//! Which units are closed to a learner whatever else is picked.
//!
//! Example: 8607-530 is closed to learners registered from 1 July 2020 who have not achieved it before.

use super::model::Context;
use super::not_counted::NotCounted;
use crate::plan::{Pick, Plan};
use crate::qualification::{Form, Qualification, UnitCode};

/// Why a unit is closed to a learner whatever else is picked.
#[derive(Clone, Copy, Debug)]
pub(super) enum Closed {
    /// No group has it to choose from.
    Unlisted,
    /// The rule at this place closes it.
    ByRule(usize),
}

impl Closed {
    /// Why the unit at place `index` does not count.
    pub(super) fn reason(
        self,
        qualification: &Qualification,
        plan: &Plan,
        context: Context,
        index: usize,
    ) -> NotCounted {
        let sizes = qualification.units.get(index).map(|unit| &unit.sizes);
        let rule = match self {
            Self::Unlisted => {
                let sizes = sizes.filter(|sizes| !sizes.is_empty());
                return sizes.map_or(NotCounted::LeftOutByRule, |sizes| {
                    NotCounted::OtherSizes(sizes.clone())
                });
            }
            Self::ByRule(place) => qualification.rules.get(place),
        };
        let registered = plan.registered.unwrap_or(context.today);
        match rule.map(|rule| (rule, &rule.form)) {
            Some((
                rule,
                Form::Registration {
                    open_from: Some(open_from),
                    instead,
                    ..
                },
            )) if registered < *open_from => NotCounted::NotYet {
                rule: rule.id.clone(),
                open_from: *open_from,
                instead: instead.clone(),
            },
            Some((
                rule,
                Form::Registration {
                    closed_from: Some(closed_from),
                    open_if_achieved,
                    instead,
                    ..
                },
            )) => NotCounted::Registration {
                rule: rule.id.clone(),
                closed_from: *closed_from,
                open_if_achieved: *open_if_achieved,
                instead: instead.clone(),
            },
            _ => NotCounted::LeftOutByRule,
        }
    }
}

/// For each unit of the qualification, why it is closed to this learner, if it is.
pub(super) fn closed_units(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
) -> Vec<Option<Closed>> {
    closed_by(
        unlisted(qualification),
        qualification,
        plan,
        context,
        |_| true,
    )
}

/// The units that are in no group.
pub(super) fn unlisted(qualification: &Qualification) -> Vec<Option<Closed>> {
    let mut closed = vec![Some(Closed::Unlisted); qualification.units.len()];
    for group in &qualification.groups {
        for index in qualification.unit_indices(&group.units) {
            closed[index] = None;
        }
    }
    closed
}

/// The units that are in no group, and those that are closed by rules at places that `asked` names.
pub(super) fn closed_by(
    unlisted: Vec<Option<Closed>>,
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    asked: impl Fn(usize) -> bool,
) -> Vec<Option<Closed>> {
    let mut closed = unlisted;
    for (place, rule) in qualification.rules.iter().enumerate() {
        if let Some(unit) = closes(&rule.form, plan, context).filter(|_| asked(place))
            && let Some(index) = qualification.unit_index(unit)
            && closed[index].is_none()
        {
            closed[index] = Some(Closed::ByRule(place));
        }
    }
    closed
}

/// The unit that a rule closes to this learner.
pub(super) fn closes<'a>(form: &'a Form, plan: &Plan, context: Context) -> Option<&'a UnitCode> {
    let Form::Registration {
        unit,
        open_from,
        closed_from,
        open_if_achieved,
        ..
    } = form
    else {
        return None;
    };
    let registered = plan.registered.unwrap_or(context.today);
    let early = open_from.is_some_and(|from| registered < from);
    let late = closed_from.is_some_and(|from| registered >= from);
    let achieved = *open_if_achieved && plan.pick(unit).is_some_and(Pick::is_achieved);
    ((early || late) && !achieved).then_some(unit)
}
