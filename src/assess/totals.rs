//! Sums over a plan, and what to know about it besides.

use std::slice;

use super::evaluation::Evaluation;
use super::forms::amount::holds;
use super::model::{Context, GroupTotals, Notice, PickedUnit, PlanHours, Totals};
use super::not_counted::{NotCounted, UnitStatus};
use super::picks::picked;
use super::select::within;
use crate::plan::{Pick, Plan};
use crate::qualification::{Earned, Group, GroupId, Qualification, Selection};

pub(super) fn picked_unit(
    evaluation: &Evaluation<'_>,
    unit_statuses: &[UnitStatus],
    pick: &Pick,
) -> PickedUnit {
    let code = &pick.code;
    let qualification = evaluation.qualification();
    let index = qualification.unit_index(code);
    let way = evaluation
        .counted
        .iter()
        .find(|(counted, _)| Some(*counted) == index);
    let group = way.and_then(|(index, way)| evaluation.group_of(*index, *way));
    PickedUnit {
        code: code.clone(),
        not_counted: match index {
            Some(index) if way.is_none() => unit_statuses[index]
                .not_counted
                .clone()
                .or(Some(NotCounted::LeftOutByRule)),
            Some(_) => None,
            None => Some(NotCounted::NotListed),
        },
        group: group.map(|group| qualification.groups[group].id.clone()),
        without_credit: pick.is_without_credit(),
    }
}

/// The totals of each group, with the groups within it.
pub(super) fn group_totals(evaluation: &Evaluation<'_>, plan: &Plan) -> Vec<GroupTotals> {
    let qualification = evaluation.qualification();
    let selected = |group: &GroupId| Selection::of_group(group.clone());
    let picks = picked(qualification, plan);
    qualification
        .groups
        .iter()
        .map(|group| GroupTotals {
            group: group.id.clone(),
            picked: listed(evaluation, group, &picks)
                .map(|index| &qualification.units[index])
                .collect(),
            counted: evaluation.selected(&selected(&group.id)).collect(),
        })
        .collect()
}

/// Those of the picks that a group, or one within it, names.
fn listed<'a>(
    evaluation: &'a Evaluation<'_>,
    group: &Group,
    picks: &'a [usize],
) -> impl Iterator<Item = usize> + 'a {
    let qualification = evaluation.qualification();
    let groups = within(qualification, slice::from_ref(&group.id));
    let closed = groups
        .places()
        .filter_map(|place| qualification.groups.get(place))
        .flat_map(|group| qualification.unit_indices(&group.closed_units));
    let mut closed: Vec<usize> = closed.collect();
    closed.sort_unstable();
    let picks = picks.iter().copied();
    picks.filter(move |pick| {
        evaluation.compiled.of_groups[*pick].meet(groups) || closed.binary_search(pick).is_ok()
    })
}

/// The totals of what counts by exemption.
pub(super) fn exempt(evaluation: &Evaluation<'_>, plan: &Plan) -> Totals {
    counted_where(evaluation, plan, |pick| pick.earned == Earned::Exemption)
}

/// The totals of what counts and is achieved.
pub(super) fn achieved(evaluation: &Evaluation<'_>, plan: &Plan) -> Totals {
    counted_where(evaluation, plan, Pick::is_achieved)
}

fn counted_where(evaluation: &Evaluation<'_>, plan: &Plan, is: impl Fn(&Pick) -> bool) -> Totals {
    let counted = evaluation.counted.iter();
    let units = counted.map(|(index, _)| &evaluation.qualification().units[*index]);
    units
        .filter(|unit| plan.pick(&unit.code).is_some_and(&is))
        .collect()
}

pub(super) fn plan_hours(qualification: &Qualification, counted: Totals) -> PlanHours {
    let (induction, tutorial) = (qualification.induction, qualification.tutorial_support);
    let included = qualification.unit_hours_include_support;
    PlanHours {
        units: counted.hours,
        induction,
        tutorial_support: tutorial,
        included,
        overall: if included {
            counted.hours
        } else {
            counted.hours.plus(induction.floor()).plus(tutorial.floor())
        },
        study: qualification
            .study_hours_per_credit
            .map(|hours| counted.credits.study(hours)),
    }
}

pub(super) fn notices(qualification: &Qualification, plan: &Plan, context: Context) -> Vec<Notice> {
    let day = plan.registered.unwrap_or(context.today);
    let mut notices = Vec::new();
    if plan.registered.is_none() {
        notices.push(Notice::RegisteredToday(context.today));
    } else if day > context.today {
        notices.push(Notice::RegistrationToCome(day));
    }
    let start = qualification.operational_start;
    notices.extend(
        start
            .filter(|start| day < *start)
            .map(Notice::RegisteredBeforeStart),
    );
    let window = qualification.registration;
    notices.extend(
        window
            .from
            .filter(|from| day < *from)
            .map(Notice::RegistrationNotOpen),
    );
    notices.extend(
        window
            .until
            .filter(|until| day > *until)
            .map(Notice::RegistrationClosed),
    );
    let ended = qualification
        .last_certification
        .filter(|last| context.today > *last);
    notices.extend(ended.map(Notice::CertificationEnded));
    notices
}

/// The titles that what counts earns.
pub(super) fn endorsements(evaluation: &Evaluation<'_>) -> Vec<String> {
    let all = evaluation.qualification().endorsements.iter();
    let earned = all.filter(|one| one.amounts.iter().all(|amount| holds(evaluation, amount)));
    earned.map(|one| one.title.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::{Date, QualificationId};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// The notices of a plan of an award that began on 1 September 2020, was open to registrations
    /// from 1 October 2020 to 30 June 2025 and is certificated until 30 June 2028.
    fn check(registered: Option<&str>, today: &str) -> Vec<Notice> {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8604-award").unwrap();
        let mut qualification = Qualification::clone(catalogue.qualification(&id).unwrap());
        qualification.operational_start = Some(day("2020-09-01"));
        qualification.registration.from = Some(day("2020-10-01"));
        qualification.registration.until = Some(day("2025-06-30"));
        qualification.last_certification = Some(day("2028-06-30"));
        let plan = Plan::new(id).after(Action::Register(registered.map(day)));
        let context = Context::on(day(today));
        notices(&qualification, &plan, context)
    }

    #[test]
    fn the_first_and_the_last_day_of_registration_are_open() {
        for registered in ["2020-10-01", "2025-06-30"] {
            assert_eq!(check(Some(registered), "2026-01-01"), []);
        }
    }

    #[test]
    fn a_day_beside_them_is_closed_and_the_day_it_missed_is_told() {
        assert_eq!(
            check(Some("2020-09-30"), "2026-01-01"),
            [Notice::RegistrationNotOpen(day("2020-10-01"))]
        );
        assert_eq!(
            check(Some("2025-07-01"), "2026-01-01"),
            [Notice::RegistrationClosed(day("2025-06-30"))]
        );
    }

    #[test]
    fn a_day_before_the_start_is_told_too() {
        assert_eq!(
            check(Some("2020-08-31"), "2026-01-01"),
            [
                Notice::RegisteredBeforeStart(day("2020-09-01")),
                Notice::RegistrationNotOpen(day("2020-10-01")),
            ]
        );
    }

    #[test]
    fn a_day_to_come_and_no_day_are_told() {
        assert_eq!(
            check(Some("2024-05-02"), "2024-05-01"),
            [Notice::RegistrationToCome(day("2024-05-02"))]
        );
        assert_eq!(
            check(None, "2024-05-01"),
            [Notice::RegisteredToday(day("2024-05-01"))]
        );
    }

    #[test]
    fn certification_ends_after_its_last_day() {
        assert_eq!(check(Some("2024-05-01"), "2028-06-30"), []);
        assert_eq!(
            check(Some("2024-05-01"), "2028-07-01"),
            [Notice::CertificationEnded(day("2028-06-30"))]
        );
    }
}
