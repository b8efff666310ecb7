//! Something that is no unit, for the learner to tick. It asks nothing of the units, but may be asked
//! only of those who take some of them.
//!
//! Example: 100 hours of teaching practice; 30 hours of practice if unit 25 is taken.

use crate::assess::compiled::Compiled;
use crate::assess::evaluation::Evaluation;
use crate::assess::finding::Finding;
use crate::plan::Plan;
use crate::qualification::{Form, Rule, RuleId, UnitCode};

pub(super) fn find(evaluation: &Evaluation<'_>, if_taken: &[UnitCode], rule: &Rule) -> Finding {
    Finding::Condition {
        ticked: evaluation.plan.conditions.contains(&rule.id),
        asked: is_asked(evaluation, if_taken),
    }
}

/// Whether a condition is asked of a plan.
pub(in crate::assess) fn is_asked(evaluation: &Evaluation<'_>, if_taken: &[UnitCode]) -> bool {
    if_taken.is_empty() || if_taken.iter().any(|code| evaluation.counts(code))
}

/// The conditions in force that are not ticked: of each the units by whose places it is asked for,
/// `None` where it is asked of everybody.
pub(in crate::assess) fn not_ticked(
    compiled: &Compiled<'_>,
    plan: &Plan,
) -> impl Iterator<Item = Option<Vec<usize>>> {
    let qualification = compiled.qualification;
    compiled.rules.iter().filter_map(move |counters| {
        let rule = &qualification.rules[counters.rule];
        match &rule.form {
            Form::Condition { .. } if plan.conditions.contains(&rule.id) => None,
            Form::Condition { if_taken, .. } if if_taken.is_empty() => Some(None),
            Form::Condition { if_taken, .. } => {
                Some(Some(qualification.unit_indices(if_taken).collect()))
            }
            _ => None,
        }
    })
}

/// The conditions in force that are still to be ticked where these units count.
pub(in crate::assess) fn still_to_tick(
    compiled: &Compiled<'_>,
    plan: &Plan,
    counted: &[UnitCode],
) -> Vec<RuleId> {
    let rules = compiled.rules.iter();
    let rules = rules.map(|counters| &compiled.qualification.rules[counters.rule]);
    let left = rules.filter(|rule| match &rule.form {
        Form::Condition { if_taken, .. } => {
            let is_asked = if_taken.is_empty() || if_taken.iter().any(|one| counted.contains(one));
            is_asked && !plan.conditions.contains(&rule.id)
        }
        _ => false,
    });
    left.map(|rule| rule.id.clone()).collect()
}

/// How many conditions are still to be ticked where these units count.
pub(in crate::assess) fn to_tick(compiled: &Compiled<'_>, plan: &Plan, counted: &[usize]) -> usize {
    let asks = |units: &Vec<usize>| units.iter().any(|unit| counted.contains(unit));
    not_ticked(compiled, plan)
        .filter(|units| units.as_ref().is_none_or(asks))
        .count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assess::forms::testing::{check, judged, made};
    use crate::assess::{Judge, Limit, State, assess, repair};
    use crate::plan::Action;

    #[test]
    fn it_is_open_until_it_is_ticked() {
        let rules = json!([{"kind": "condition", "text": "100 hours of practice"}]);
        assert_eq!(check(&rules, &[]).0, State::Open);
    }

    #[test]
    fn one_for_those_who_take_a_unit_is_asked_of_them_only() {
        let rules = json!([{"kind": "condition", "text": "30 hours", "if_taken": ["A", "B"]}]);
        for (picks, state, asked) in [
            (vec![], State::Met, false),
            (vec!["C"], State::Met, false),
            (vec!["B", "C"], State::Open, true),
        ] {
            let found = judged(&rules, &picks);
            let finding = Finding::Condition {
                ticked: false,
                asked,
            };
            assert_eq!(
                (found.state, &found.judgements[0].finding),
                (state, &finding)
            );
        }
        let (qualification, plan, context) = made(&rules, &[], &["B"]);
        let plan = plan.after(Action::Tick(RuleId::new("rule-0").unwrap(), true));
        assert_eq!(assess(&qualification, &plan, &context).state, State::Met);
    }

    #[test]
    fn a_unit_that_does_not_count_asks_for_nothing_and_what_leaves_the_plan_best_counts() {
        let rules = json!([
            {"kind": "condition", "text": "30 hours", "if_taken": ["C"]},
            {"kind": "barred", "units": ["A", "C"]},
        ]);
        assert_eq!(
            check(&rules, &["A", "C"]),
            (State::Met, vec!["A".to_owned()])
        );
    }

    #[test]
    fn a_repair_leads_to_a_plan_that_is_met_without_the_units_that_ask_for_a_tick() {
        // Either of B and C does; C asks for a tick, and has as many credits as are allowed.
        let rules = json!([
            {"kind": "amount", "measure": "credits", "at_least": 2, "at_most": 3},
            {"kind": "condition", "text": "30 hours", "if_taken": ["C"]},
        ]);
        let (qualification, plan, context) = made(&rules, &[], &["B", "C"]);
        let mut limit = Limit::nodes(crate::assess::NODES);
        let found = repair(&qualification, &plan, &context, 3, &mut limit);
        let met = found.repairs.iter().find(|one| one.leads_to == State::Met);
        let gone: Vec<&str> = met.unwrap().drop.iter().map(UnitCode::as_str).collect();
        assert_eq!(gone, ["C"]);
    }

    #[test]
    fn whether_a_plan_is_met_takes_a_look_at_what_counts_until_it_is_ticked() {
        let rules = json!([{"kind": "condition", "text": "30 hours", "if_taken": ["A"]}]);
        let (qualification, plan, context) = made(&rules, &[], &[]);
        assert!(Judge::new(&qualification, &plan, context).is_none());
        let plan = plan.after(Action::Tick(RuleId::new("rule-0").unwrap(), true));
        let judge = Judge::new(&qualification, &plan, context).unwrap();
        assert_eq!(judge.is_met(&[0b1]), Some(true));
    }
}
