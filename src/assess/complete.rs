//! What would complete a plan: the best valid combinations that hold all that counts, and how many
//! there are.
//!
//! A valid combination is a set of units in which every unit counts and every rule is met. Picks
//! that cannot count are left aside. Conditions to tick ask nothing of the units.

use super::Context;
use super::judge::Case;
use crate::plan::Plan;
use crate::qualification::{Credits, Hours, Measure, Qualification, Unit, UnitCode};
use crate::solve::{Cost, Found, Limit, Natural, Objective, Problem, best, count_any};

/// What makes one completion better than another. Between equals the fewer units, then the fewer
/// credits, then the lower codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The fewest credits.
    FewestCredits,
    /// The fewest guided learning hours.
    FewestHours,
    /// The fewest units.
    FewestUnits,
    /// The most of the units that the plan wishes for, and the fewest of those it avoids: each that
    /// is missing or there against its wish counts one.
    Preferred,
}

/// A valid combination that holds all that counts in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// All its units, in the order of their codes.
    pub units: Vec<UnitCode>,
    /// Those of them that are not picked yet.
    pub added: Vec<UnitCode>,
    /// The credits of all.
    pub credits: Credits,
    /// The guided learning hours of all.
    pub hours: Hours,
}

/// The best completions of a plan, the best first; none where it cannot be completed with all that
/// counts kept.
#[must_use]
pub fn complete(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    aim: Aim,
    number: usize,
    limit: &mut Limit,
) -> Found<Vec<Completion>> {
    let case = Case::of_what_counts(qualification, plan, *context, limit);
    let wished = |unit: &Unit| match aim {
        Aim::FewestCredits => i64::from(unit.amount(Measure::Credits)),
        Aim::FewestHours => i64::from(unit.amount(Measure::Hours)),
        Aim::FewestUnits => 1,
        Aim::Preferred => {
            i64::from(plan.avoided.contains(&unit.code))
                - i64::from(plan.wished.contains(&unit.code))
        }
    };
    let costs: Vec<Cost> = qualification
        .units
        .iter()
        .map(|unit| Cost {
            main: wished(unit),
            tie: few_units_then_credits(unit),
        })
        .collect();
    let found = best_of(&case.ask_where_same_counts(), &costs, number, limit);
    Found {
        fully_searched: found.fully_searched && case.fully_searched,
        answer: found
            .answer
            .into_iter()
            .map(|set| completion(qualification, plan, &set))
            .collect(),
    }
}

/// One unit more weighs more than all credits.
pub(super) fn few_units_then_credits(unit: &Unit) -> u64 {
    (1 << 32) | u64::from(unit.amount(Measure::Credits))
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

pub(super) fn completion(qualification: &Qualification, plan: &Plan, set: &[usize]) -> Completion {
    let units: Vec<&Unit> = set
        .iter()
        .filter_map(|index| qualification.units.get(*index))
        .collect();
    let codes = units.iter().map(|unit| unit.code.clone());
    Completion {
        added: codes
            .clone()
            .filter(|code| plan.pick(code).is_none())
            .collect(),
        units: codes.collect(),
        credits: units.iter().filter_map(|unit| unit.credits).sum(),
        hours: units.iter().filter_map(|unit| unit.hours).sum(),
    }
}

/// How many valid combinations hold all that counts in a plan. 0 and not fully searched where the
/// search stopped at its limit.
#[must_use]
pub fn count(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    limit: &mut Limit,
) -> Found<Natural> {
    let case = Case::of_what_counts(qualification, plan, *context, limit);
    if !case.fully_searched {
        // What counts is not certain, so that neither is what would be counted here.
        return Found {
            fully_searched: false,
            answer: Natural::default(),
        };
    }
    count_any(&case.ask_where_same_counts(), limit)
}

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
