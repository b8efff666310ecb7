//! What would complete a plan: the best valid combinations that hold all that counts, and how many
//! there are.
//!
//! A valid combination is a set of units in which every unit counts and every rule is met. A completion
//! is one that leaves no room for the picks that it does not have: with it added to the plan its units
//! may count, and nothing has to be taken out. Completions that hold all that counts now come first;
//! those that displace a pick are looked for only where there is no other. Conditions to tick ask
//! nothing of the units. What is told of a completion is how the plan is judged once it is done
//! (`completion`).

use super::completion::{Completion, completion, enough_to_drop, judge_again};
use super::costs::{few_units_then_credits, units_then_credits_then_hours};
use super::credited::credited;
use super::evaluation::Evaluation;
use super::judge::evaluate_what_counts;
use super::model::Context;
use crate::plan::Plan;
use crate::qualification::{Measure, Qualification};
use crate::solve::{Cost, Found, Limit, Natural, Objective, Problem, best, count_any};

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
    let qualification = &*credited(qualification, plan);
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
        if !one.instead.is_empty() {
            one = enough_to_drop(&evaluation, one, *context, limit);
        }
        if completions
            .iter()
            .any(|known| (&known.added, &known.instead) == (&one.added, &one.instead))
        {
            continue;
        }
        fully_searched &= judge_again(&evaluation, &mut one, *context, limit);
        completions.push(one);
    }
    Found {
        answer: completions,
        fully_searched,
    }
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
    let (problems, whole) = evaluation.displacements();
    let mut found = best_of(&problems, costs, number, limit);
    found.fully_searched &= whole;
    found
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
    // Equal costs are equal numbers of units, so that the first code that differs decides.
    all.sort();
    all.dedup();
    all.truncate(number);
    Found {
        answer: all.into_iter().map(|(_, items)| items).collect(),
        fully_searched,
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
    let qualification = &*credited(qualification, plan);
    let evaluation = evaluate_what_counts(qualification, plan, *context, limit);
    if !evaluation.fully_searched {
        // What counts is not certain, so that neither is what would be counted here.
        return not_known;
    }
    if !evaluation.displaces {
        return count_any(&evaluation.ask_where_same_counts(), limit);
    }
    let (problems, whole) = evaluation.displacements();
    if whole {
        count_any(&problems, limit)
    } else {
        not_known
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assess::forms::testing::made;
    use crate::qualification::UnitCode;

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
