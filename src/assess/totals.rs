//! Sums over a plan, and what to know about it besides.

use super::forms::amount::holds;
use super::judge::{self, Case};
use super::{Context, GroupTotals, Notice, Obstacle, PickedUnit, PlanHours, Standing, Totals};
use crate::plan::Plan;
use crate::qualification::{GroupId, Qualification, Selection, UnitCode};

pub(super) fn picked_unit(case: &Case<'_>, standings: &[Standing], code: &UnitCode) -> PickedUnit {
    let qualification = case.qualification();
    let index = qualification.unit_index(code);
    let way = case
        .counted
        .iter()
        .find(|(counted, _)| Some(*counted) == index);
    let group = way.and_then(|(index, way)| case.group_of(*index, *way));
    PickedUnit {
        code: code.clone(),
        obstacle: match index {
            Some(index) if way.is_none() => standings[index]
                .obstacle
                .clone()
                .or(Some(Obstacle::LeftOutByRule)),
            Some(_) => None,
            None => Some(Obstacle::NotListed),
        },
        group: group.map(|group| qualification.groups[group].id.clone()),
    }
}

/// The totals of each group, with the groups within it.
pub(super) fn group_totals(case: &Case<'_>, plan: &Plan) -> Vec<GroupTotals> {
    let qualification = case.qualification();
    let selected = |group: &GroupId| Selection::of_group(group.clone());
    qualification
        .groups
        .iter()
        .map(|group| GroupTotals {
            group: group.id.clone(),
            picked: judge::picked(qualification, plan)
                .into_iter()
                .map(|index| &qualification.units[index])
                .filter(|unit| case.lists(group, &unit.code))
                .collect(),
            counted: case.selected(&selected(&group.id)).collect(),
        })
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
        total_qualification_time: counted.credits.total_qualification_time(),
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
    if day < qualification.operational_start {
        notices.push(Notice::RegisteredBeforeStart(
            qualification.operational_start,
        ));
    }
    let window = qualification.registration;
    notices.extend(
        window
            .from
            .filter(|from| day < *from)
            .map(Notice::RegistrationClosed),
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
pub(super) fn endorsements(case: &Case<'_>) -> Vec<String> {
    let all = case.qualification().endorsements.iter();
    let earned = all.filter(|one| one.amounts.iter().all(|amount| holds(case, amount)));
    earned.map(|one| one.title.clone()).collect()
}
