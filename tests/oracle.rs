//! The engine against one that tries every subset: random small catalogues of every form of rule,
//! random plans of every kind, and both have to say the same.
//!
//! A thousand cases of each kind run with every test; `make oracle` runs many more (`ORACLE_CASES`).

#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/sentences.rs"]
mod sentences;
#[path = "oracle/slow.rs"]
mod slow;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use qualification_planner::assess::{
    Aim, Completion, Finding, Judge, Limit, NotCounted, Repair, State, assess, assess_within,
    complete, count, effective, ladder, outlook, repair,
};
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Form, Measure, Qualification, RuleId, UnitCode};
use std::sync::Arc;

use random::{CONTEXT, brief, case};
use slow::Slow;

const ENOUGH: u64 = 100_000_000;

/// Tries out many random cases; `less` of them where one takes long.
fn for_many(
    less: u32,
    check: impl Fn(&Qualification, &Plan, &Slow<'_>) -> Result<(), TestCaseError>,
) {
    let cases = std::env::var("ORACLE_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(1_200);
    let mut runner = TestRunner::new(Config {
        cases: cases / less,
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..Config::default()
    });
    let smallest = std::cell::RefCell::new(String::new());
    let result = runner.run(&case(), |(qualification, plan)| {
        let found = check(&qualification, &plan, &Slow::new(&qualification, &plan));
        if found.is_err() {
            smallest.replace(brief(&qualification, &plan));
        }
        found
    });
    if let Err(TestError::Fail(reason, _)) = result {
        panic!("{reason}\n{}", smallest.into_inner());
    }
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

fn limit() -> Limit {
    Limit::nodes(ENOUGH)
}

fn codes(qualification: &Qualification, set: u32) -> Vec<UnitCode> {
    let units = qualification.units.iter().enumerate();
    units
        .filter(|(index, _)| set >> index & 1 == 1)
        .map(|(_, unit)| unit.code.clone())
        .collect()
}

#[test]
fn the_quick_judge_says_what_the_assessment_says_wherever_it_says_anything() {
    for_many(1, |qualification, plan, _| {
        let Some(judge) = Judge::new(qualification, plan, *CONTEXT) else {
            return Ok(());
        };
        let mut picked = vec![0_u64; judge.words()];
        for pick in plan.picks() {
            if let Some(index) = qualification.unit_index(&pick.code) {
                picked[index / 64] |= 1 << (index % 64);
            }
        }
        let found = assess(qualification, plan, &CONTEXT);
        let barred = found.units.iter().any(|unit| {
            !matches!(
                unit.not_counted,
                None | Some(
                    NotCounted::NotListed
                        | NotCounted::OtherSizes(_)
                        | NotCounted::LeftOutByRule
                        | NotCounted::Registration { .. }
                        | NotCounted::NotYet { .. }
                )
            )
        });
        let expected = (!barred).then_some(found.state == State::Met);
        prop_assert_eq!(judge.is_met(&picked), expected);
        Ok(())
    });
}

#[test]
fn what_counts_and_how_the_plan_stands() {
    for_many(1, |qualification, plan, slow| {
        let found = assess(qualification, plan, &CONTEXT);
        prop_assert!(found.fully_searched);
        let counted: Vec<UnitCode> = found
            .units
            .iter()
            .filter(|unit| unit.not_counted.is_none())
            .map(|unit| unit.code.clone())
            .collect();
        prop_assert_eq!(
            (found.state, counted),
            (slow.state, codes(qualification, slow.counted))
        );
        let group_of = |code: &UnitCode| {
            let mut units = found.units.iter();
            units.find(|unit| unit.code == *code)?.group.clone()
        };
        let variant = (found.pathway.as_ref(), found.nation.as_ref());
        prop_assert!(slow.stands_as_well(variant, group_of), "in these groups");
        if slow.state == State::Broken {
            let judgements = found.judgements.iter();
            let unmet = judgements.filter(|one| one.state != State::Met).count();
            prop_assert_eq!(Some(unmet), slow.fewest_unmet(), "rules that are not met");
        }
        for one in &found.judgements {
            let expected = slow.state_of_rule(&one.rule, variant, group_of);
            prop_assert_eq!(one.state, expected, "{}", one.rule);
        }
        Ok(())
    });
}

#[test]
fn what_is_found_of_each_rule_and_which_titles_are_earned() {
    for_many(2, |qualification, plan, slow| {
        let found = assess(qualification, plan, &CONTEXT);
        let group_of = |code: &UnitCode| {
            let mut units = found.units.iter();
            units.find(|unit| unit.code == *code)?.group.clone()
        };
        prop_assert_eq!(&found.endorsements, &slow.titles(group_of));
        for (place, group) in found.groups.iter().enumerate() {
            prop_assert_eq!(group.picked.units, slow.picked_of(place));
        }
        let counts = |code: &UnitCode| codes(qualification, slow.counted).contains(code);
        let missing = |units: &[UnitCode]| -> Vec<UnitCode> {
            units.iter().filter(|code| !counts(code)).cloned().collect()
        };
        for judgement in &found.judgements {
            let rules = &mut qualification.rules.iter();
            let rule = rules.find(|rule| rule.id == judgement.rule);
            let form = &rule.expect("a rule that the qualification has").form;
            match (form, &judgement.finding) {
                (Form::Amount(amount), Finding::Amount { counted, .. }) => {
                    prop_assert_eq!(*counted, slow.come_to(amount, group_of));
                }
                (Form::Choice { options, .. }, Finding::Choice { missing: found, .. }) => {
                    let expected: Vec<_> = options.iter().map(|units| missing(units)).collect();
                    prop_assert_eq!(found, &expected);
                }
                (Form::Mandatory { units }, Finding::Mandatory { missing: found, .. }) => {
                    prop_assert_eq!(found, &missing(units));
                }
                (Form::Condition { if_taken, .. }, Finding::Condition { ticked, asked }) => {
                    prop_assert_eq!(*ticked, plan.conditions.contains(&judgement.rule));
                    let some_count = if_taken.is_empty() || if_taken.iter().any(counts);
                    prop_assert_eq!(*asked, some_count);
                }
                _ => {}
            }
        }
        Ok(())
    });
}

#[test]
fn rules_that_collide_could_be_met_without_any_one_of_them() {
    for_many(1, |qualification, plan, slow| {
        let found = assess(qualification, plan, &CONTEXT);
        let each_could = found
            .judgements
            .iter()
            .all(|one| one.state != State::Broken);
        let expected = slow.state == State::Broken && each_could;
        prop_assert_eq!(!found.collision.is_empty(), expected);
        if expected {
            let variant = (found.pathway.as_ref(), found.nation.as_ref());
            let could_meet = |rules: &dyn Fn(&RuleId) -> bool| {
                let mut only = qualification.clone();
                Arc::make_mut(&mut only.rules).retain(|rule| rules(&rule.id));
                Slow::new(&only, plan).could_complete(slow.counted, variant)
            };
            let names = |rule: &RuleId| found.collision.contains(rule);
            prop_assert!(!could_meet(&names), "together: {:?}", found.collision);
            for left_out in &found.collision {
                let others = |rule: &RuleId| rule != left_out && names(rule);
                prop_assert!(
                    could_meet(&others),
                    "without {}: {:?}",
                    left_out,
                    found.collision
                );
            }
        }
        Ok(())
    });
}

#[test]
fn an_answer_that_is_cut_short_says_so() {
    for_many(8, |qualification, plan, _| {
        let now = assess(qualification, plan, &CONTEXT);
        let unit = &qualification.units[0].code;
        let ask = |nodes: u64| {
            let limit = || Limit::nodes(nodes);
            (
                assess_within(qualification, plan, &CONTEXT, &mut limit()),
                complete(
                    qualification,
                    plan,
                    &CONTEXT,
                    Aim::FewestCredits,
                    3,
                    &mut limit(),
                ),
                count(qualification, plan, &CONTEXT, &mut limit()),
                repair(qualification, plan, &CONTEXT, 2, &mut limit()),
                effective(qualification, plan, &CONTEXT, &mut limit()),
                ladder([qualification], plan, &CONTEXT, nodes),
                outlook(qualification, plan, &CONTEXT, &now, unit, &mut limit()),
            )
        };
        let whole = ask(ENOUGH);
        for nodes in [1, 5, 20, 50, 100, 200, 400, 800] {
            let (assessed, completions, number, repairs, bounds, rungs, one_more) = ask(nodes);
            if assessed.fully_searched {
                prop_assert_eq!(&assessed, &whole.0);
            }
            if completions.fully_searched {
                prop_assert_eq!(&completions, &whole.1);
            }
            if number.fully_searched {
                prop_assert_eq!(&number, &whole.2);
            }
            if repairs.fully_searched {
                prop_assert_eq!(&repairs, &whole.3);
            }
            for (found, whole) in bounds.iter().zip(&whole.4) {
                if found.fully_searched {
                    prop_assert_eq!(found, whole);
                }
            }
            if rungs[0].fully_searched {
                prop_assert_eq!(&rungs, &whole.5);
            }
            if one_more.as_ref().is_none_or(|one| one.fully_searched) {
                prop_assert_eq!(&one_more, &whole.6);
            }
        }
        Ok(())
    });
}

#[test]
fn the_best_completions() {
    for_many(2, |qualification, plan, slow| {
        for aim in [
            Aim::FewestCredits,
            Aim::FewestHours,
            Aim::FewestPoints,
            Aim::FewestUnits,
            Aim::Preferred,
        ] {
            let found = complete(qualification, plan, &CONTEXT, aim, 4, &mut limit());
            prop_assert!(found.fully_searched);
            for one in &found.answer {
                let then = assess(qualification, &plan.clone().after(one.action()), &CONTEXT).state;
                // A pathway with a condition to tick is not met by units alone.
                let met = then == State::Met || !slow.all_ticked() && then == State::Open;
                prop_assert!(met, "{:?} with {:?}", then, &one.added);
                as_told(qualification, plan, one)?;
            }
            let changes = found.answer.into_iter().map(|one| (one.instead, one.added));
            let changes: Vec<(Vec<UnitCode>, Vec<UnitCode>)> = changes.collect();
            let mut expected: Vec<(Vec<UnitCode>, Vec<UnitCode>)> = Vec::new();
            for set in slow.completions(aim).into_iter().take(4) {
                // Where it is enough to take out what would be displaced, or less, nothing is added.
                let is_enough = |out: &[UnitCode]| {
                    let less = plan.clone().after(Action::Change {
                        out: out.to_vec(),
                        into: Vec::new(),
                    });
                    Slow::new(qualification, &ticked(qualification, less)).state == State::Met
                };
                let mut out = codes(qualification, slow.counted & !set);
                let mut into = codes(qualification, set & !slow.picks);
                if !out.is_empty() && is_enough(&out) {
                    into.clear();
                    for code in out.clone() {
                        let fewer = out.iter().filter(|one| **one != code).cloned();
                        let fewer: Vec<UnitCode> = fewer.collect();
                        if !fewer.is_empty() && is_enough(&fewer) {
                            out = fewer;
                        }
                    }
                }
                if !expected.contains(&(out.clone(), into.clone())) {
                    expected.push((out, into));
                }
            }
            prop_assert_eq!(changes, expected, "{:?}", aim);
        }
        Ok(())
    });
}

/// A completion that is done and judged again says the same of what counts, and by whose rules, once
/// all is ticked that has to be.
fn as_told(of: &Qualification, plan: &Plan, one: &Completion) -> Result<(), TestCaseError> {
    let judged = |after: Plan| {
        let found = assess(of, &after, &CONTEXT);
        if found.state == State::Met {
            return found;
        }
        assess(of, &ticked(of, after), &CONTEXT)
    };
    let found = judged(plan.clone().after(one.action()));
    let counted = found.units.iter().filter(|unit| unit.not_counted.is_none());
    let mut counted: Vec<UnitCode> = counted.map(|unit| unit.code.clone()).collect();
    counted.sort_by_key(|code| of.unit_index(code));
    prop_assert_eq!(&one.units, &counted);
    let totals = (one.credits, one.hours);
    prop_assert_eq!(totals, (found.counted.credits, found.counted.hours));
    let by = (
        found.pathway.filter(|_| plan.pathway.is_none()),
        found.nation.filter(|_| plan.nation.is_none()),
    );
    prop_assert_eq!((&one.pathway, &one.nation), (&by.0, &by.1));
    // Whoever chooses the pathway and nation that are named is told the same.
    let chosen = plan.clone().after(one.action());
    let set_pathway = by.0.clone().map(|one| Action::SetPathway(Some(one)));
    let set_nation = by.1.clone().map(|one| Action::SetNation(Some(one)));
    let chosen = chosen.after(Action::All(
        set_pathway.into_iter().chain(set_nation).collect(),
    ));
    let found = judged(chosen);
    prop_assert_eq!(found.state, State::Met);
    prop_assert_eq!(totals, (found.counted.credits, found.counted.hours));
    Ok(())
}

#[test]
fn how_many_valid_combinations_hold_a_plan() {
    for_many(1, |qualification, plan, slow| {
        let found = count(qualification, plan, &CONTEXT, &mut limit());
        prop_assert!(found.fully_searched);
        prop_assert_eq!(
            found.answer.to_string(),
            slow.completions_of_any_kind().len().to_string()
        );
        Ok(())
    });
}

fn ticked(qualification: &Qualification, plan: Plan) -> Plan {
    let rules = qualification.rules.iter();
    rules.fold(plan, |plan, rule| {
        plan.after(Action::Tick(rule.id.clone(), true))
    })
}

#[test]
fn the_smallest_repairs_and_the_smallest_conflict() {
    for_many(2, |qualification, plan, slow| {
        let found = repair(qualification, plan, &CONTEXT, 3, &mut limit());
        if slow.state != State::Broken {
            prop_assert!(found.repairs.is_empty() && found.choices.is_empty());
            prop_assert!(found.conflict.is_empty() && found.fully_searched);
            prop_assert_eq!(found.state, slow.state);
            return Ok(());
        }
        for repair in &found.repairs {
            let after = plan.clone().after(repair.action());
            prop_assert_eq!(Slow::new(qualification, &after).state, repair.leads_to);
        }
        for choice in &found.choices {
            let after = plan.clone().after(choice.action());
            prop_assert_eq!(Slow::new(qualification, &after).state, choice.leads_to);
        }
        prop_assert!(found.fully_searched);
        // Picks stand against each other where they do in whichever groups they count, and not only as
        // they are earned.
        let loosen = plan.picks().iter();
        let loosen = loosen.map(|pick| Action::SetGroup(pick.code.clone(), None));
        let loose = plan.clone().after(Action::All(loosen.collect()));
        let loose = Slow::new(qualification, &loose);
        let mut choices = found.choices.iter();
        let earned = choices.any(|one| one.pathway.is_none() && !one.by_study.is_empty());
        let conflict = (loose.state == State::Broken && !earned).then(|| loose.smallest_conflict());
        prop_assert_eq!(Some(found.conflict.len()), conflict.unwrap_or(Some(0)));
        let size = |repair: &Repair| repair.drop.len() + repair.add.len();
        let open = found
            .repairs
            .iter()
            .filter(|repair| repair.add.is_empty())
            .map(size)
            .min();
        // Where another choice lets a unit stay, it is not among those to take out.
        if !found.choices.iter().any(|choice| choice.pathway.is_none()) {
            prop_assert_eq!(open, slow.fewest_drops(), "to be completed");
        }
        // Where a condition is not ticked, to be met as soon as all are.
        let tick = |plan: Plan| ticked(qualification, plan);
        let without_ticks = slow.fewest_changes();
        let as_met = |plan: Plan| {
            if without_ticks.is_some() {
                plan
            } else {
                tick(plan)
            }
        };
        let met = found
            .repairs
            .iter()
            .filter(|repair| {
                let after = as_met(plan.clone().after(repair.action()));
                Slow::new(qualification, &after).state == State::Met
            })
            .map(size)
            .min();
        let with_ticks = || Slow::new(qualification, &tick(plan.clone())).fewest_changes();
        let expected = without_ticks.or_else(with_ticks);
        // Where ticks are asked for too, the same of what another choice lets stay.
        let mut choices = found.choices.iter();
        let is_spared = met.is_none() && choices.any(|choice| choice.pathway.is_none());
        if without_ticks.is_some() || !is_spared {
            prop_assert_eq!(met, expected, "to be met");
        }
        Ok(())
    });
}

#[test]
fn every_sentence_that_says_what_to_do_or_what_cannot_be_is_true() {
    for_many(8, sentences::check);
}

#[test]
fn no_rule_of_an_open_plan_is_said_to_miss_more_than_the_nearest_completion_brings() {
    for_many(2, |qualification, plan, slow| {
        let found = assess(qualification, plan, &CONTEXT);
        let Some(nearest) = slow.nearest().filter(|_| found.state == State::Open) else {
            return Ok(());
        };
        let group_of = |code: &UnitCode| {
            let mut units = found.units.iter();
            units.find(|unit| unit.code == *code)?.group.clone()
        };
        let variant = (found.pathway.as_ref(), found.nation.as_ref());
        for one in &found.judgements {
            match &one.finding {
                Finding::Mandatory { missing, .. } => {
                    let brought = codes(qualification, nearest);
                    prop_assert!(missing.iter().all(|code| brought.contains(code)));
                }
                Finding::Amount {
                    counted,
                    bounds,
                    subjects: None,
                    given_up,
                    ..
                } if one.state == State::Open => {
                    let short = bounds.floor().saturating_sub(*counted);
                    let brought = slow.brought(&one.rule, None, nearest, variant, group_of);
                    let enough = brought.is_some_and(|more| short <= more);
                    let given_up = short > 0 && *given_up;
                    prop_assert_eq!(enough, !given_up, "{}", one.rule);
                }
                Finding::Amount {
                    subjects: Some(subjects),
                    ..
                } if one.state == State::Open => {
                    let short = subjects.iter().filter(|one| one.short > 0);
                    for found in short {
                        let of = Some(&found.subject);
                        let brought = slow.brought(&one.rule, of, nearest, variant, group_of);
                        let enough = brought.is_some_and(|more| found.short <= more);
                        prop_assert_eq!(enough, !found.given_up, "{}: {}", one.rule, found.subject);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    });
}

#[test]
fn what_picking_a_unit_would_do() {
    for_many(8, |qualification, plan, slow| {
        let now = assess(qualification, plan, &CONTEXT);
        let valid = slow.completions_of_any_kind();
        for (index, unit) in qualification.units.iter().enumerate() {
            let code = &unit.code;
            let found = outlook(qualification, plan, &CONTEXT, &now, code, &mut limit());
            prop_assert_eq!(found.is_none(), plan.pick(code).is_some());
            let Some(found) = found else {
                continue;
            };
            let with = plan.clone().after(Action::Pick(code.clone()));
            let then = Slow::new(qualification, &with);
            prop_assert!(found.fully_searched);
            prop_assert_eq!(found.state, then.state);
            prop_assert_eq!(found.not_counted.is_none(), then.counted >> index & 1 == 1);
            let required =
                slow.state == State::Open && valid.iter().all(|set| set >> index & 1 == 1);
            prop_assert_eq!(found.required, required, "{} is required", code);
        }
        Ok(())
    });
}

#[test]
fn where_the_units_lead_and_how_many_credits_are_short() {
    for_many(2, |qualification, plan, slow| {
        let rungs = ladder([qualification], plan, &CONTEXT, ENOUGH);
        prop_assert_eq!(rungs.len(), 1);
        let credits = |set: u32| -> u32 {
            let units = codes(qualification, set).into_iter();
            units
                .filter_map(|code| qualification.unit(&code))
                .map(|unit| slow.figure(unit, Measure::Credits))
                .sum()
        };
        // On the pathway that it names, by what the totals are in.
        let by = plan
            .clone()
            .after(Action::SetPathway(rungs[0].pathway.clone()));
        let by = by.after(Action::SetNation(rungs[0].nation.clone()));
        let of_judged = Slow::new(qualification, &by);
        let aim = Aim::least(qualification.measure());
        let nearest = of_judged.completions(aim).first().copied();
        let short = nearest.map(|set| credits(set).saturating_sub(credits(slow.counted)));
        prop_assert_eq!(
            (rungs[0].state, rungs[0].credits_short, rungs[0].counted),
            (slow.state, short, slow.counted.count_ones() as usize)
        );
        let missing = nearest.map(|set| codes(qualification, set & !slow.picks));
        prop_assert_eq!(&rungs[0].missing, &missing.unwrap_or_default());
        Ok(())
    });
}

#[test]
fn what_the_rules_leave_to_each_group() {
    for_many(4, |qualification, plan, slow| {
        let found = effective(qualification, plan, &CONTEXT, &mut limit());
        let found: Vec<Option<(u32, u32)>> = found.into_iter().map(|one| one.range).collect();
        prop_assert_eq!(found, slow.effective());
        Ok(())
    });
}
