//! What an assessment says of any plan: which units count, what they add up to, and what changes
//! nothing.

use std::collections::BTreeSet;

use qualification_planner::assess::{Assessment, Totals, assess};
use qualification_planner::plan::Action;
use qualification_planner::qualification::{Measure, UnitCode};

use crate::plans::{
    CATALOGUE, code, codes, context, for_many_plans, holds, plan_of, registered, runner,
};
use crate::search::counted;
use proptest::prelude::prop;

#[test]
fn what_counts_is_what_the_catalogue_lets_count() {
    for_many_plans(|qualification, plan, context| {
        let assessment = assess(qualification, plan, &context);
        let found: BTreeSet<UnitCode> = assessment
            .units
            .iter()
            .filter(|unit| unit.not_counted.is_none())
            .map(|unit| unit.code.clone())
            .collect();
        let wanted = counted(qualification, plan, context);
        holds(found == wanted, || format!("{found:?}, wanted {wanted:?}"))?;
        let picked: Vec<&str> = assessment
            .units
            .iter()
            .map(|unit| unit.code.as_str())
            .collect();
        // In the order of the qualification, and what it does not have last.
        let mut wanted = codes(plan);
        wanted.sort_by_key(|code| {
            let mut units = qualification.units.iter();
            let place = units.position(|unit| unit.code.as_str() == *code);
            place.unwrap_or(usize::MAX)
        });
        holds(picked == wanted, || format!("named {picked:?}"))
    });
}

#[test]
fn sums_are_the_sums_of_the_units_and_groups_add_up_to_the_whole() {
    for_many_plans(|qualification, plan, context| {
        let Assessment {
            picked,
            counted: total,
            groups,
            hours,
            ..
        } = assess(qualification, plan, &context);
        let units = counted(qualification, plan, context);
        let units = qualification
            .units
            .iter()
            .filter(|unit| units.contains(&unit.code));
        let (mut count, mut credits, mut guided) = (0, 0, 0);
        for unit in units {
            count += 1;
            credits += unit.amount(Measure::Credits);
            guided += unit.amount(Measure::Hours);
        }
        let sums = |totals: Totals| (totals.units, totals.credits.number(), totals.hours.number());
        holds(sums(total) == (count, credits, guided), || {
            format!("counted {total:?}")
        })?;
        let added = |part: fn(&(Totals, Totals)) -> Totals| {
            let parts = groups
                .iter()
                .map(|group| sums(part(&(group.picked, group.counted))));
            parts.fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2))
        };
        holds(added(|both| both.0) == sums(picked), || {
            format!("picked {groups:?}")
        })?;
        holds(added(|both| both.1) == sums(total), || {
            format!("counted {groups:?}")
        })?;
        let (p, c) = (sums(picked), sums(total));
        holds(p.0 >= c.0 && p.1 >= c.1 && p.2 >= c.2, || {
            format!("{p:?} < {c:?}")
        })?;
        holds(hours.units == total.hours, || format!("{hours:?}"))
    });
}

#[test]
fn the_same_plan_is_judged_the_same_and_a_pick_twice_is_a_pick_once() {
    for_many_plans(|qualification, plan, context| {
        let once = assess(qualification, plan, &context);
        let picks = plan.picks().iter().map(|pick| pick.code.clone()).collect();
        let again = plan.clone().after(Action::PickAll(picks));
        holds(once == assess(qualification, &again, &context), || {
            "differs".into()
        })
    });
}

#[test]
fn dropping_what_does_not_count_changes_nothing_that_counts() {
    for_many_plans(|qualification, plan, context| {
        let before = assess(qualification, plan, &context);
        let uncounted = before
            .units
            .iter()
            .filter(|unit| unit.not_counted.is_some());
        let kept = uncounted.fold(plan.clone(), |plan, unit| {
            plan.after(Action::Remove(unit.code.clone()))
        });
        let after = assess(qualification, &kept, &context);
        let same = before.counted == after.counted
            && before.state == after.state
            && before.judgements == after.judgements;
        holds(same, || {
            format!("{:?}\nthen {:?}", before.judgements, after.judgements)
        })
    });
}

#[test]
fn no_codes_and_no_day_make_it_panic() {
    let any_codes = prop::collection::vec("[A-Za-z0-9_./-]{1,64}", 0..40);
    let strategy = (any_codes, registered());
    let result = runner().run(&strategy, |(names, (day, today))| {
        let picks: Vec<_> = names.iter().map(|name| (code(name), true)).collect();
        for qualification in CATALOGUE.qualifications() {
            let plan = plan_of(qualification, &picks, day);
            let assessment = assess(qualification, &plan, &context(today));
            holds(assessment.units.len() == plan.picks().len(), || {
                "units lost".into()
            })?;
        }
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}
