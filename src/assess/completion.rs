//! One way to complete a plan, told as the plan is judged once that is done.

use super::assess_within;
use super::evaluation::Evaluation;
use super::model::{Context, State};
use crate::plan::{Action, Plan};
use crate::qualification::{Credits, Hours, Unit, UnitCode, VariantId};
use crate::solve::Limit;

/// A way to complete a plan, and what counts when that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// All units that count then, in the order of the qualification.
    pub units: Vec<UnitCode>,
    /// The units to add. None where it is enough to take out picks.
    pub added: Vec<UnitCode>,
    /// Picks that count now and are displaced: those that are added count instead of them. None but
    /// where every completion displaces some.
    pub instead: Vec<UnitCode>,
    /// The pathway by which the plan is judged then, where it leaves that open.
    pub pathway: Option<VariantId>,
    /// The nation by which it is judged then, where it leaves that open.
    pub nation: Option<VariantId>,
    /// The credits of all that count then.
    pub credits: Credits,
    /// Their guided learning hours.
    pub hours: Hours,
}

impl Completion {
    /// What completes the plan in one step.
    #[must_use]
    pub fn action(&self) -> Action {
        Action::Change {
            out: self.instead.clone(),
            into: self.added.clone(),
        }
    }
}

/// A valid combination as a completion, told by itself.
pub(super) fn completion(evaluation: &Evaluation<'_>, set: &[usize]) -> Completion {
    let qualification = evaluation.qualification();
    let units: Vec<&Unit> = set
        .iter()
        .filter_map(|index| qualification.units.get(*index))
        .collect();
    let codes = units.iter().map(|unit| unit.code.clone());
    let mut instead: Vec<usize> = evaluation.counted.iter().map(|(index, _)| *index).collect();
    instead.retain(|index| !set.contains(index));
    Completion {
        added: codes
            .clone()
            .filter(|code| evaluation.plan.pick(code).is_none())
            .collect(),
        units: codes.collect(),
        instead: instead
            .into_iter()
            .map(|index| qualification.units[index].code.clone())
            .collect(),
        pathway: None,
        nation: None,
        credits: units.iter().filter_map(|unit| unit.credits).sum(),
        hours: units.iter().filter_map(|unit| unit.hours).sum(),
    }
}

/// Where the plan is met without picks that would be displaced and with nothing added, or is as soon as
/// its conditions are ticked, that is the completion: without as few of them as leaving one after the
/// other in gives.
pub(super) fn enough_to_drop(
    evaluation: &Evaluation<'_>,
    one: Completion,
    context: Context,
    limit: &mut Limit,
) -> Completion {
    let mut is_enough = |out: &[UnitCode]| {
        let less = evaluation.plan.clone().after(Action::Change {
            out: out.to_vec(),
            into: Vec::new(),
        });
        assess_within(
            evaluation.qualification(),
            &ticked(evaluation, less),
            &context,
            limit,
        )
        .state
            == State::Met
    };
    if !is_enough(&one.instead) {
        return one;
    }
    let mut instead = one.instead.clone();
    for code in &one.instead {
        let fewer: Vec<UnitCode> = instead.iter().filter(|it| *it != code).cloned().collect();
        if !fewer.is_empty() && is_enough(&fewer) {
            instead = fewer;
        }
    }
    Completion {
        added: Vec::new(),
        instead,
        ..one
    }
}

fn ticked(evaluation: &Evaluation<'_>, plan: Plan) -> Plan {
    let rules = evaluation.qualification().rules.iter();
    rules.fold(plan, |plan, rule| {
        plan.after(Action::Tick(rule.id.clone(), true))
    })
}

/// Finds out what counts when a plan is completed so: other picks may have room then, and another
/// pathway or nation may fit better. False where that was not found out.
pub(super) fn judge_again(
    evaluation: &Evaluation<'_>,
    one: &mut Completion,
    context: Context,
    limit: &mut Limit,
) -> bool {
    let (of, plan) = (evaluation.qualification(), evaluation.plan);
    let after = plan.clone().after(one.action());
    let all_count = || {
        let counts = |code| one.units.contains(code) || evaluation.is_closed(code);
        after.picks().iter().all(|pick| counts(&pick.code))
            && one.units.iter().all(|code| after.pick(code).is_some())
    };
    if evaluation.others.is_empty() && all_count() {
        let by = &evaluation.compiled;
        one.pathway = by.pathway.filter(|_| plan.pathway.is_none()).cloned();
        one.nation = by.nation.filter(|_| plan.nation.is_none()).cloned();
        return true;
    }
    let mut found = assess_within(of, &after, &context, limit);
    if found.state != State::Met {
        found = assess_within(of, &ticked(evaluation, after), &context, limit);
    }
    if found.state != State::Met {
        return false;
    }
    let units = found.units.iter().filter(|unit| unit.not_counted.is_none());
    let counts: Vec<&UnitCode> = units.map(|unit| &unit.code).collect();
    let units = of.units.iter().filter(|unit| counts.contains(&&unit.code));
    one.units = units.map(|unit| unit.code.clone()).collect();
    one.credits = found.counted.credits;
    one.hours = found.counted.hours;
    one.pathway = found.pathway.filter(|_| plan.pathway.is_none());
    one.nation = found.nation.filter(|_| plan.nation.is_none());
    found.fully_searched
}
