//! What would complete a plan: the best valid combinations that hold all that counts, and how many
//! there are.
//!
//! A valid combination is a set of units in which every unit counts and every rule is met. A
//! completion is one that leaves no room for the picks that it does not have: with it added to the
//! plan its units count, and nothing has to be taken out. Completions that hold all that counts now
//! come first; those that displace a pick are looked for only where there is no other. Conditions to
//! tick ask nothing of the units.

use super::assess_within;
use super::compiled::ask;
use super::costs::{few_units_then_credits, units_then_credits_then_hours};
use super::evaluation::Evaluation;
use super::judge::evaluate_what_counts;
use super::model::{Context, State};
use crate::plan::{Action, Plan};
use crate::qualification::{Credits, Hours, Measure, Qualification, Unit, UnitCode, VariantId};
use crate::solve::{
    Cost, Found, Limit, Natural, Objective, Problem, Role, best, count_any, possible,
};

/// What makes one completion better than another. Between equals the fewer units, then the fewer
/// credits, then the earliest in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The fewest credits.
    FewestCredits,
    /// The fewest guided learning hours.
    FewestHours,
    /// The fewest points.
    FewestPoints,
    /// The fewest units; between equals the fewer credits, then the fewer guided learning hours. An
    /// open plan is judged by the first of these.
    FewestUnits,
    /// The most of the units that the plan wishes for, and the fewest of those it avoids: each that
    /// is missing or there against its wish counts one.
    Preferred,
}

impl Aim {
    /// The least of what the totals of a qualification are in.
    #[must_use]
    pub const fn least(measure: Measure) -> Self {
        match measure {
            Measure::Credits => Self::FewestCredits,
            Measure::Hours => Self::FewestHours,
            Measure::Points => Self::FewestPoints,
            Measure::Units | Measure::Groups | Measure::Subjects => Self::FewestUnits,
        }
    }
}

/// A valid combination that completes a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// All its units, in the order of the qualification.
    pub units: Vec<UnitCode>,
    /// Those of them that are not picked yet. None where it is enough to take out picks.
    pub added: Vec<UnitCode>,
    /// Picks that count now and are displaced: those that are added count instead of them. None but
    /// where every completion displaces some.
    pub instead: Vec<UnitCode>,
    /// The pathway on which it completes the plan, where that leaves it open.
    pub pathway: Option<VariantId>,
    /// The credits of all.
    pub credits: Credits,
    /// The guided learning hours of all.
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

/// The best completions of a plan, the best first; none where it cannot be completed.
#[must_use]
pub fn complete(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    aim: Aim,
    number: usize,
    limit: &mut Limit,
) -> Found<Vec<Completion>> {
    let evaluation = evaluate_what_counts(qualification, plan, *context, limit);
    let costs: Vec<Cost> = qualification
        .units
        .iter()
        .map(|unit| {
            let main = match aim {
                Aim::FewestCredits => i64::from(unit.amount(Measure::Credits)),
                Aim::FewestHours => i64::from(unit.amount(Measure::Hours)),
                Aim::FewestPoints => i64::from(unit.amount(Measure::Points)),
                Aim::FewestUnits => return units_then_credits_then_hours(unit),
                Aim::Preferred => {
                    i64::from(plan.avoided.contains(&unit.code))
                        - i64::from(plan.wished.contains(&unit.code))
                }
            };
            let tie = few_units_then_credits(unit);
            Cost { main, tie }
        })
        .collect();
    let found = nearest(&evaluation, &costs, number, limit);
    let mut fully_searched = found.fully_searched && evaluation.fully_searched;
    let mut completions: Vec<Completion> = Vec::with_capacity(found.answer.len());
    for set in &found.answer {
        let mut one = completion(&evaluation, set);
        if !one.instead.is_empty() && enough_to_drop(&evaluation, &one.instead, *context, limit) {
            let kept = set.iter().copied();
            let kept: Vec<usize> = kept.filter(|index| evaluation.counts_at(*index)).collect();
            one = completion(&evaluation, &kept);
        }
        if plan.pathway.is_none() {
            let found = evaluation.pathway_of(set, limit);
            fully_searched &= found.fully_searched;
            one.pathway = found.answer;
        }
        if !completions.contains(&one) {
            completions.push(one);
        }
    }
    Found {
        answer: completions,
        fully_searched,
    }
}

/// True where the plan is met without these picks and with nothing added, or is as soon as its
/// conditions are ticked.
fn enough_to_drop(
    evaluation: &Evaluation<'_>,
    out: &[UnitCode],
    context: Context,
    limit: &mut Limit,
) -> bool {
    let less = evaluation.plan.clone().after(Action::Change {
        out: out.to_vec(),
        into: Vec::new(),
    });
    let rules = evaluation.qualification().rules.iter();
    let ticked = rules.fold(less, |plan, rule| {
        plan.after(Action::Tick(rule.id.clone(), true))
    });
    assess_within(evaluation.qualification(), &ticked, &context, limit).state == State::Met
}

/// The best completions of a plan of which it is known what counts.
pub(super) fn nearest(
    evaluation: &Evaluation<'_>,
    costs: &[Cost],
    number: usize,
    limit: &mut Limit,
) -> Found<Vec<Vec<usize>>> {
    if !evaluation.displaces {
        return best_of(&evaluation.ask_where_same_counts(), costs, number, limit);
    }
    let (all, mut fully_searched) = evaluation.displacements();
    let mut found = Vec::new();
    for (compiled, aside) in all {
        let of_one = aside.best(compiled, costs, number, limit);
        fully_searched &= of_one.fully_searched;
        found.extend(of_one.answer.into_iter().map(|one| (one.cost, one.items)));
    }
    Found {
        answer: first_of(found, number),
        fully_searched,
    }
}

/// The best sets of units over several problems, each set once.
pub(super) fn best_of(
    problems: &[Problem],
    costs: &[Cost],
    number: usize,
    limit: &mut Limit,
) -> Found<Vec<Vec<usize>>> {
    let objective = Objective {
        costs,
        recorded: &vec![true; costs.len()],
        number,
    };
    let mut all = Vec::new();
    let mut fully_searched = true;
    for problem in problems {
        let found = best(problem, &objective, limit);
        fully_searched &= found.fully_searched;
        all.extend(found.answer.into_iter().map(|one| (one.cost, one.items)));
    }
    Found {
        answer: first_of(all, number),
        fully_searched,
    }
}

fn first_of(mut all: Vec<(Cost, Vec<usize>)>, number: usize) -> Vec<Vec<usize>> {
    // Equal costs are equal numbers of units, so that the first code that differs decides.
    all.sort();
    all.dedup();
    all.truncate(number);
    all.into_iter().map(|(_, items)| items).collect()
}

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
        credits: units.iter().filter_map(|unit| unit.credits).sum(),
        hours: units.iter().filter_map(|unit| unit.hours).sum(),
    }
}

impl Evaluation<'_> {
    /// The first pathway by which these units meet all rules, the judged one before others.
    fn pathway_of(&self, set: &[usize], limit: &mut Limit) -> Found<Option<VariantId>> {
        let mut fully_searched = true;
        let mut all = std::iter::once(&self.compiled).chain(&self.others);
        let by = all.find(|compiled| {
            let problem = ask(compiled, &self.closed, &[], set, Role::Never);
            let found = possible(&problem, limit);
            fully_searched &= found.fully_searched || found.answer;
            found.answer
        });
        Found {
            answer: by.and_then(|compiled| compiled.pathway.cloned()),
            fully_searched,
        }
    }
}

/// How many valid combinations complete a plan. 0 and not fully searched where the search stopped at
/// its limit.
#[must_use]
pub fn count(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    limit: &mut Limit,
) -> Found<Natural> {
    let not_known = Found {
        fully_searched: false,
        answer: Natural::default(),
    };
    let evaluation = evaluate_what_counts(qualification, plan, *context, limit);
    if !evaluation.fully_searched {
        // What counts is not certain, so that neither is what would be counted here.
        return not_known;
    }
    if !evaluation.displaces {
        return count_any(&evaluation.ask_where_same_counts(), limit);
    }
    let (all, whole) = evaluation.displacements();
    if !whole {
        return not_known;
    }
    if all.iter().all(|(_, aside)| aside.exact) {
        let problems: Vec<Problem> = all.into_iter().map(|(_, aside)| aside.problem).collect();
        return count_any(&problems, limit);
    }
    // Each has to be tried out.
    let costs = vec![Cost { main: 1, tie: 0 }; qualification.units.len()];
    let found = nearest(&evaluation, &costs, MOST_TRIED, limit);
    if !found.fully_searched || found.answer.len() == MOST_TRIED {
        return not_known;
    }
    let number = u32::try_from(found.answer.len()).unwrap_or(u32::MAX);
    Found::whole(Natural::from(number))
}

/// How many completions are tried out to be counted.
const MOST_TRIED: usize = 1_000;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assess::forms::testing::made;

    #[test]
    fn a_completion_is_by_a_pathway_on_which_the_same_picks_count() {
        // On the second pathway A stands aside for B. On the first both count, and A is too much:
        // C would complete B there, but not the plan, which has A.
        let rules = json!([
            {"kind": "amount", "measure": "units", "of": {"units": ["A"]}, "at_most": 0, "when": {"pathways": ["first"]}},
            {"kind": "mandatory", "units": ["C"], "when": {"pathways": ["first"]}},
            {"kind": "barred", "units": ["A", "B", "C"], "when": {"pathways": ["second"]}},
            {"kind": "mandatory", "units": ["D"], "when": {"pathways": ["second"]}},
        ]);
        let (qualification, plan, context) = made(&rules, &["first", "second"], &["A", "B"]);
        let mut limit = Limit::nodes(crate::assess::NODES);
        let aim = Aim::FewestCredits;
        let found = complete(&qualification, &plan, &context, aim, 1, &mut limit);
        let added: Vec<&str> = found.answer[0].added.iter().map(UnitCode::as_str).collect();
        assert_eq!(added, ["D"]);
        let found = count(&qualification, &plan, &context, &mut limit);
        assert_eq!(
            found.answer.to_string(),
            "4",
            "B and D, with or without E and F"
        );
    }
}
