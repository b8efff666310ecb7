//! `assess` judges each rule by itself and takes the worst for the plan. That is exact for the
//! shipped seven, and this shows it by a second way that shares nothing with the first: what counts
//! is decided anew from the catalogue, and whether more units can meet all rules together is found
//! by walking over every sum they can make.

use qualification_planner::assess::{Context, Finding, Limit, NODES, State, assess, repair};
use qualification_planner::plan::Action;
use qualification_planner::qualification::{Date, UnitCode};

#[path = "exactness/counting.rs"]
mod counting;
#[path = "exactness/plans.rs"]
mod plans;
#[path = "exactness/search.rs"]
mod search;

use plans::{CATALOGUE, context, for_many_plans, holds, plan_of};
use search::{completable, counted, satisfied, standing};

#[test]
fn the_state_of_a_random_plan_is_what_a_search_over_all_rules_together_finds() {
    for_many_plans(|qualification, plan, context| {
        let (found, wanted) = (
            assess(qualification, plan, &context).state,
            standing(qualification, plan, context),
        );
        holds(found == wanted, || {
            format!("{found:?}, by search {wanted:?}")
        })
    });
}

#[test]
fn a_random_plan_is_judged_the_same_before_the_search_by_rows_is_there() {
    for_many_plans(|qualification, plan, context| {
        let by_states = Context {
            by_rows: None,
            ..context
        };
        let found = assess(qualification, plan, &by_states);
        holds(found == assess(qualification, plan, &context), || {
            format!("it is {:?} by states alone", found.state)
        })
    });
}

#[test]
fn the_state_of_every_plan_of_a_small_qualification_is_what_trying_every_addition_finds() {
    for qualification in CATALOGUE.qualifications() {
        let size = qualification.units.len();
        if size > 12 {
            continue;
        }
        let today = Date::parse("2026-11-22").unwrap();
        let met = |set: u32| {
            let units = qualification.units.iter().enumerate();
            let picks = units.filter(|(index, _)| set >> index & 1 == 1);
            let picks: Vec<_> = picks.map(|(_, unit)| (unit.code.clone(), false)).collect();
            let plan = plan_of(qualification, &picks, None);
            let context = context(today);
            let met = satisfied(qualification, &counted(qualification, &plan, context));
            (met, assess(qualification, &plan, &context).state)
        };
        for set in 0..1_u32 << size {
            let (is_met, found) = met(set);
            let more = (0..1_u32 << size).any(|other| other & set == set && met(other).0);
            let wanted = match (is_met, more) {
                (true, _) => State::Met,
                (false, true) => State::Open,
                (false, false) => State::Broken,
            };
            assert_eq!(found, wanted, "{} {set:b}", qualification.id);
        }
    }
}

#[test]
fn the_search_finds_what_trying_every_addition_finds() {
    // The search itself, held to plain trying on corners of the large qualifications: all but
    // five of the units that could be added are put out of reach.
    for_many_plans(|qualification, plan, context| {
        let left: Vec<&UnitCode> = qualification
            .groups
            .iter()
            .flat_map(|group| &group.units)
            .filter(|code| plan.pick(code).is_none())
            .collect();
        let stride = left.len().div_ceil(5).max(1);
        let left: Vec<UnitCode> = left.into_iter().step_by(stride).cloned().collect();
        let now = counted(qualification, plan, context);
        let tried = (0..1_u32 << left.len()).any(|set| {
            let added = left
                .iter()
                .enumerate()
                .filter(|(index, _)| set >> index & 1 == 1);
            let added = added.map(|(_, code)| code.clone()).collect();
            let after = counted(
                qualification,
                &plan.clone().after(Action::PickAll(added)),
                context,
            );
            after.is_superset(&now) && satisfied(qualification, &after)
        });
        let found = completable(qualification, plan, context, &left);
        holds(found == tried, || format!("search {found}, trying {tried}"))
    });
}

#[test]
fn what_no_more_units_can_mend_stays_broken_whatever_is_added() {
    for_many_plans(|qualification, plan, context| {
        if assess(qualification, plan, &context).state == State::Broken {
            for unit in &qualification.units {
                let more = plan.clone().after(Action::Pick(unit.code.clone()));
                let state = assess(qualification, &more, &context).state;
                holds(state == State::Broken, || {
                    format!("{} made it {state:?}", unit.code)
                })?;
            }
        }
        Ok(())
    });
}

#[test]
fn what_a_repair_names_leads_where_it_says() {
    // Repairs take longer than all else here: some of the plans.
    let turn = std::cell::Cell::new(0);
    for_many_plans(|qualification, plan, context| {
        turn.set(turn.get() + 1);
        if turn.get() % 20 > 0 || plan.picks().len() > 12 {
            return Ok(());
        }
        let state = assess(qualification, plan, &context).state;
        let found = repair(qualification, plan, &context, 2, &mut Limit::nodes(NODES));
        holds(state == State::Broken || found.repairs.is_empty(), || {
            format!("{state:?}: {found:?}")
        })?;
        for one in &found.repairs {
            let changed = plan.clone().after(one.action());
            let after = assess(qualification, &changed, &context).state;
            holds(after == one.leads_to, || {
                format!("{one:?} led to {after:?}")
            })?;
        }
        Ok(())
    });
}

#[test]
fn what_is_called_reachable_is_the_most_that_adding_units_can_make_count() {
    for_many_plans(|qualification, plan, context| {
        for judgement in assess(qualification, plan, &context).judgements {
            if let Finding::Amount {
                of,
                measure,
                reachable: Some(reachable),
                ..
            } = &judgement.finding
            {
                let most = search::most(qualification, plan, context, of.group(), *measure);
                holds(*reachable == most, || {
                    format!("{}: {reachable}, really {most}", judgement.rule)
                })?;
            }
        }
        Ok(())
    });
}
