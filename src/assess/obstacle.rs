//! What keeps a unit from counting: the sizes and lists of the qualification, the rules on
//! registration, and the rules that bar units together.
//!
//! Example: 8607-530 is closed to learners registered from 1 July 2020 who have not achieved it
//! before; and where 530 and 550 are both picked, 550 counts.

use super::Context;
use crate::plan::Plan;
use crate::qualification::{Date, Form, Qualification, RuleId, Size, UnitCode};

/// Why a unit does not count, or would not if it were picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No group of the qualification names it.
    NotListed,
    /// The specification keeps it for other sizes.
    OtherSizes(Vec<Size>),
    /// The specification prints it in the group, but the rule of combination leaves it out.
    LeftOutByRule,
    /// Closed to learners registered from a day on.
    Registration {
        /// The rule that says so.
        rule: RuleId,
        /// The first day of registration to which it is closed.
        closed_from: Date,
        /// True where having achieved it opens it.
        open_if_achieved: bool,
        /// The unit to take instead, if there is one.
        instead: Option<UnitCode>,
    },
    /// Another picked unit counts in its place.
    Barred {
        /// The rule that says so.
        rule: RuleId,
        /// The unit that counts.
        by: UnitCode,
    },
}

/// What keeps the unit `code` from counting in this plan. A unit that is not picked is looked at
/// as if it were, so that a learner can be told before the click.
#[must_use]
pub fn obstacle(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    code: &UnitCode,
) -> Option<Obstacle> {
    closed(qualification, plan, *context, code).or_else(|| {
        qualification.rules.iter().find_map(|rule| {
            let by = winner(qualification, plan, *context, &rule.form, code)?;
            (by != code).then(|| Obstacle::Barred {
                rule: rule.id.clone(),
                by: by.clone(),
            })
        })
    })
}

/// The picked and counted unit in whose place `code` would count, if it were picked too.
#[must_use]
pub fn displaced(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    code: &UnitCode,
) -> Option<UnitCode> {
    if plan.pick(code).is_some() || obstacle(qualification, plan, context, code).is_some() {
        return None;
    }
    qualification
        .rules
        .iter()
        .find_map(|rule| match &rule.form {
            Form::Barred { units, .. } if units.contains(code) => units
                .iter()
                .find(|other| {
                    plan.pick(other).is_some()
                        && obstacle(qualification, plan, context, other).is_none()
                })
                .cloned(),
            _ => None,
        })
}

/// What keeps it from counting whatever else is picked.
fn closed(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    code: &UnitCode,
) -> Option<Obstacle> {
    let Some(unit) = qualification.unit(code) else {
        return Some(Obstacle::NotListed);
    };
    if qualification.group_of(code).is_none() {
        return Some(if unit.sizes.is_empty() {
            Obstacle::LeftOutByRule
        } else {
            Obstacle::OtherSizes(unit.sizes.clone())
        });
    }
    let registered = plan.registered.unwrap_or(context.today);
    let achieved = plan.pick(code).is_some_and(|pick| pick.achieved);
    qualification
        .rules
        .iter()
        .find_map(|rule| match &rule.form {
            Form::Registration {
                unit,
                closed_from,
                open_if_achieved,
                instead,
            } if unit == code && registered >= *closed_from && !(*open_if_achieved && achieved) => {
                Some(Obstacle::Registration {
                    rule: rule.id.clone(),
                    closed_from: *closed_from,
                    open_if_achieved: *open_if_achieved,
                    instead: instead.clone(),
                })
            }
            _ => None,
        })
}

/// Which unit of a barring rule counts when `code` and the picks stand side by side; `None` where
/// the rule does not speak of `code`.
fn winner<'a>(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    form: &'a Form,
    code: &UnitCode,
) -> Option<&'a UnitCode> {
    let Form::Barred { units, counts } = form else {
        return None;
    };
    if !units.contains(code) {
        return None;
    }
    let stands = |unit: &UnitCode| {
        (unit == code || plan.pick(unit).is_some())
            && closed(qualification, plan, context, unit).is_none()
    };
    std::iter::once(counts)
        .chain(units)
        .find(|unit| stands(unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::QualificationId;

    /// What keeps `code` from counting in `qualification` when `actions` were taken.
    fn check(qualification: &str, actions: &[Action], code: &str) -> Option<Obstacle> {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let plan = actions.iter().cloned().fold(Plan::new(id), Plan::after);
        let context = Context {
            today: Date::parse("2026-11-22").unwrap(),
        };
        obstacle(qualification, &plan, &context, &unit(code))
    }

    fn unit(code: &str) -> UnitCode {
        UnitCode::new(code).unwrap()
    }

    fn pick(code: &str) -> Action {
        Action::Pick(unit(code))
    }

    fn registered(day: &str) -> Action {
        Action::Register(Date::parse(day))
    }

    fn is_closed_by_date(obstacle: Option<&Obstacle>) -> bool {
        matches!(obstacle, Some(Obstacle::Registration { .. }))
    }

    #[test]
    fn unit_530_is_open_to_those_registered_before_july_2020_or_who_have_it() {
        assert!(is_closed_by_date(
            check("8607-diploma", &[], "8607-530").as_ref()
        ));
        assert!(is_closed_by_date(
            check("8607-diploma", &[registered("2020-07-01")], "8607-530").as_ref()
        ));
        assert_eq!(
            check("8607-diploma", &[registered("2020-06-30")], "8607-530"),
            None
        );
        let achieved = [pick("8607-530"), Action::Achieve(unit("8607-530"), true)];
        assert_eq!(check("8607-diploma", &achieved, "8607-530"), None);
    }

    #[test]
    fn where_530_and_550_are_both_picked_550_counts() {
        let both = [registered("2019-01-01"), pick("8607-530"), pick("8607-550")];
        assert_eq!(check("8607-diploma", &both, "8607-550"), None);
        let barred = check("8607-diploma", &both, "8607-530");
        assert!(matches!(barred, Some(Obstacle::Barred { by, .. }) if by == unit("8607-550")));
    }

    #[test]
    fn a_closed_530_does_not_bar_550_nor_is_it_called_barred() {
        let both = [pick("8607-530"), pick("8607-550")];
        assert_eq!(check("8607-diploma", &both, "8607-550"), None);
        assert!(is_closed_by_date(
            check("8607-diploma", &both, "8607-530").as_ref()
        ));
    }

    #[test]
    fn a_bar_is_seen_before_the_click() {
        let one = [registered("2019-01-01"), pick("8607-550")];
        assert!(matches!(
            check("8607-diploma", &one, "8607-530"),
            Some(Obstacle::Barred { .. })
        ));
    }

    #[test]
    fn a_unit_of_another_size_is_closed_and_says_which_sizes_have_it() {
        assert_eq!(
            check("8607-award", &[], "8607-521"),
            Some(Obstacle::OtherSizes(vec![Size::Certificate, Size::Diploma]))
        );
        assert_eq!(
            check("8607-certificate", &[], "8607-531"),
            Some(Obstacle::LeftOutByRule)
        );
        assert_eq!(check("8607-diploma", &[], "8607-531"), None);
    }

    #[test]
    fn a_unit_that_no_group_names_is_not_listed() {
        assert_eq!(
            check("8607-award", &[], "8607-400"),
            Some(Obstacle::NotListed)
        );
        assert_eq!(
            check("8607-award", &[], "nonsense"),
            Some(Obstacle::NotListed)
        );
    }

    #[test]
    fn picking_550_beside_a_counted_530_displaces_it() {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let context = Context {
            today: Date::parse("2026-11-22").unwrap(),
        };
        let plan = Plan::new(id)
            .after(registered("2019-01-01"))
            .after(pick("8607-530"));
        let displaced = |code| displaced(qualification, &plan, &context, &unit(code));
        assert_eq!(displaced("8607-550"), Some(unit("8607-530")));
        assert_eq!(displaced("8607-501"), None);
    }
}
