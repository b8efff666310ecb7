//! What keeps a unit from counting: the sizes and lists of the qualification, the rules on
//! registration, and the rules that bar units together.
//!
//! Example: 8607-530 is closed to learners registered from 1 July 2020 who have not achieved it
//! before; and where 530 and 550 are both picked, 550 counts.

use super::counted;
use super::evaluation::Evaluation;
use super::model::Context;
use super::not_counted::{NotCounted, UnitStatus};
use super::picks::picked;
use crate::plan::Plan;
use crate::qualification::{Form, UnitCode};

/// How every unit of the qualification stands to the plan.
pub(super) fn unit_statuses(
    evaluation: &Evaluation<'_>,
    plan: &Plan,
    context: Context,
) -> Vec<UnitStatus> {
    let qualification = evaluation.qualification();
    let open: Vec<usize> = picked(qualification, plan)
        .into_iter()
        .filter(|index| evaluation.closed[*index].is_none())
        .collect();
    let mut questions = counted::MOST_QUESTIONS;
    let mut counts = vec![false; qualification.units.len()];
    for (index, _) in &evaluation.counted {
        counts[*index] = true;
    }
    let barring = evaluation.compiled.barring();
    let may_bar = |index: usize| barring[evaluation.compiled.problem.items[index].kind];
    (0..qualification.units.len())
        .map(|index| {
            if let Some(closed) = evaluation.closed[index] {
                return UnitStatus::kept_out(Some(closed.reason(
                    qualification,
                    plan,
                    context,
                    index,
                )));
            }
            if counts[index] || !may_bar(index) {
                return UnitStatus::default();
            }
            if open.contains(&index) {
                return UnitStatus::kept_out(Some(barred(evaluation, &evaluation.counted, index)));
            }
            let mut with = open.clone();
            with.push(index);
            with.sort_unstable();
            let (sets, whole) = counted::sets(&evaluation.compiled, &with, &mut questions);
            let Some(first) = sets.first().filter(|_| whole) else {
                return UnitStatus::default();
            };
            // What stands best with it is not looked for here: only what holds whichever set counts.
            let has_it = |set: &&Vec<usize>| set.contains(&index);
            if !sets.iter().any(|set| has_it(&set)) {
                let first: Vec<(usize, usize)> = first.iter().map(|item| (*item, 0)).collect();
                return UnitStatus::kept_out(Some(barred(evaluation, &first, index)));
            }
            let mut counted = evaluation.counted.iter().map(|(item, _)| *item);
            let other =
                counted.find(|item| !sets.iter().filter(has_it).any(|set| set.contains(item)));
            let other = other.map(|item| qualification.units[item].code.clone());
            if sets.iter().all(|set| has_it(&set)) {
                UnitStatus {
                    displaces: other,
                    ..UnitStatus::default()
                }
            } else {
                UnitStatus {
                    either: other,
                    ..UnitStatus::default()
                }
            }
        })
        .collect()
}

/// Which rule keeps a unit from counting beside those that do, in their groups; those that make way
/// for it do not.
fn barred(evaluation: &Evaluation<'_>, beside: &[(usize, usize)], index: usize) -> NotCounted {
    let problem = &evaluation.compiled.problem;
    let below = evaluation.compiled.precedence.below(index);
    let stays = |(other, _): &&(usize, usize)| below.binary_search(other).is_err();
    let beside: Vec<(usize, usize)> = beside.iter().filter(stays).copied().collect();
    let sums = problem.sums(beside.iter().copied().chain([(index, 0)]));
    let alone = problem.sums([(index, 0)]);
    let over = |counter: &usize| !problem.counters[*counter].holds(sums[*counter]);
    let touched = |counter: &usize| alone[*counter] != problem.counters[*counter].start;
    let of = |wanted: &dyn Fn(&usize) -> bool| {
        evaluation.compiled.rules.iter().find_map(|counters| {
            let counter = counters.counting.iter().find(|counter| wanted(counter))?;
            Some((counters.rule, *counter))
        })
    };
    // In other groups the room may end elsewhere: then by a rule that speaks of it.
    match of(&over).or_else(|| of(&touched)) {
        Some((rule, counter)) => by_rule(evaluation, &beside, rule, counter),
        None => NotCounted::LeftOutByRule,
    }
}

/// What a rule on what counts side by side keeps out, beside these.
fn by_rule(
    evaluation: &Evaluation<'_>,
    beside: &[(usize, usize)],
    rule: usize,
    counter: usize,
) -> NotCounted {
    let qualification = evaluation.qualification();
    let problem = &evaluation.compiled.problem;
    let start = problem.counters[counter].start;
    let others = beside
        .iter()
        .filter(|other| problem.sums([**other])[counter] != start);
    let mut by: Vec<UnitCode> = others
        .map(|(other, _)| qualification.units[*other].code.clone())
        .collect();
    let form = &qualification.rules[rule].form;
    let rule = qualification.rules[rule].id.clone();
    match (form, by.first().cloned()) {
        (Form::SameContent { .. }, Some(by)) => NotCounted::SameContent { rule, by },
        (Form::Barred { most, .. }, Some(_)) if *most > 1 => {
            by.sort_unstable();
            NotCounted::ClassFull {
                rule,
                most: *most,
                by,
            }
        }
        (Form::Amount(_), _) | (_, None) => NotCounted::Surplus { rule },
        (_, Some(by)) => NotCounted::Barred { rule, by },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::{Date, QualificationId, Size};

    /// What keeps `code` from counting in `qualification` when `actions` were taken.
    fn check(qualification: &str, actions: &[Action], code: &str) -> Option<NotCounted> {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let plan = actions.iter().cloned().fold(Plan::new(id), Plan::after);
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let found = assess(qualification, &plan, &context);
        match qualification.unit_index(&unit(code)) {
            Some(index) => found.unit_statuses[index].not_counted.clone(),
            None => Some(NotCounted::NotListed),
        }
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

    fn is_closed_by_date(not_counted: Option<&NotCounted>) -> bool {
        matches!(not_counted, Some(NotCounted::Registration { .. }))
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
        assert!(matches!(barred, Some(NotCounted::Barred { by, .. }) if by == unit("8607-550")));
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
            Some(NotCounted::Barred { .. })
        ));
    }

    #[test]
    fn a_unit_of_another_size_is_closed_and_says_which_sizes_have_it() {
        assert_eq!(
            check("8607-award", &[], "8607-521"),
            Some(NotCounted::OtherSizes(vec![
                Size::new("certificate").unwrap(),
                Size::new("diploma").unwrap()
            ]))
        );
        assert_eq!(
            check("8607-certificate", &[], "8607-531"),
            Some(NotCounted::LeftOutByRule)
        );
        assert_eq!(check("8607-diploma", &[], "8607-531"), None);
    }

    #[test]
    fn a_unit_that_no_group_names_is_not_listed() {
        assert_eq!(
            check("8607-award", &[], "8607-400"),
            Some(NotCounted::NotListed)
        );
        assert_eq!(
            check("8607-award", &[], "nonsense"),
            Some(NotCounted::NotListed)
        );
    }

    #[test]
    fn picking_550_beside_a_counted_530_displaces_it() {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let plan = Plan::new(id)
            .after(registered("2019-01-01"))
            .after(pick("8607-530"));
        let found = assess(qualification, &plan, &context);
        let displaced = |code| {
            let index = qualification.unit_index(&unit(code))?;
            found.unit_statuses[index].displaces.clone()
        };
        assert_eq!(displaced("8607-550"), Some(unit("8607-530")));
        assert_eq!(displaced("8607-501"), None);
    }
}
