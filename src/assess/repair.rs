//! The smallest changes that put a broken plan right, and the fewest picks that stand against each
//! other.

use super::assess_within;
use super::costs::few_units_then_credits;
use super::credited::credited;
use super::judge::evaluate;
use super::loosen::{Choice, other_choices};
use super::model::{Context, State};
use super::repair_problem::RepairProblem;
use super::repair_search::RepairSearch;
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::solve::{Cost, Limit, Objective, Role, best};

/// Changes of a plan, tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Units to take out.
    pub drop: Vec<UnitCode>,
    /// Units to put in.
    pub add: Vec<UnitCode>,
    /// How the plan stands after both.
    pub leads_to: State,
}

impl Repair {
    /// What does all of it in one step.
    #[must_use]
    pub fn action(&self) -> Action {
        Action::Change {
            out: self.drop.clone(),
            into: self.add.clone(),
        }
    }
}

/// What can be done about a plan that cannot be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repairs {
    /// The smallest changes after which it can be met, then those after which it is met. None where
    /// the plan is not broken.
    pub repairs: Vec<Repair>,
    /// Other choices of groups, or of the pathway, with which every pick may stay. None where the plan
    /// is not broken.
    pub choices: Vec<Choice>,
    /// The fewest picks that no valid combination holds together, on the pathway that was chosen, in
    /// whichever groups they count. None where it is enough to earn some by study.
    pub conflict: Vec<UnitCode>,
    /// True where a valid combination has them all if everything is studied for: they stand against each
    /// other only as the plan earns its credit.
    pub conflict_as_earned: bool,
    /// How the plan stands.
    pub state: State,
    /// False where a search stopped at its limit: the repairs do what they say, but smaller ones may
    /// be there.
    pub fully_searched: bool,
}

/// The smallest repairs, as many as `number` of each kind.
#[must_use]
pub fn repair(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    number: usize,
    limit: &mut Limit,
) -> Repairs {
    let credited = credited(qualification, plan);
    let evaluation = evaluate(&credited, plan, *context, limit);
    let mut found = Repairs {
        repairs: Vec::new(),
        choices: Vec::new(),
        conflict: Vec::new(),
        conflict_as_earned: false,
        state: evaluation.state,
        fully_searched: evaluation.fully_searched,
    };
    if evaluation.state != State::Broken {
        found.fully_searched &= evaluation.state != State::NotKnown;
        return found;
    }
    found.choices = other_choices(qualification, plan, *context, limit);
    let search = RepairSearch::new(&evaluation, qualification, plan, context);
    for goal in [Goal::CanBeMet, Goal::Met, Goal::MetButForConditions] {
        let changes = search.smallest(goal, number, limit, &mut found.fully_searched);
        let (mut least, mut kept) = (None, 0);
        for (size, goes, comes) in changes {
            if kept == number || least.is_some_and(|least| size > least) {
                break;
            }
            let Some(repair) = search.try_out((&goes, &comes), goal, limit, &mut found) else {
                continue;
            };
            least = Some(size);
            kept += 1;
            let is_unfinished = repair.add.is_empty() && repair.leads_to == State::Open;
            let is_spared = is_unfinished
                && found
                    .choices
                    .iter()
                    .any(|choice| choice.spares(&repair.drop));
            if !is_spared && !found.repairs.contains(&repair) {
                found.repairs.push(repair);
            }
        }
        if goal == Goal::Met && kept > 0 {
            break;
        }
    }
    let is_of_earning = found.choices.iter().any(Choice::is_of_earning);
    found.choices.truncate(number);
    if !is_of_earning {
        found.conflict = search.conflict_of_units(limit, &mut found.fully_searched);
        found.conflict_as_earned = !found.conflict.is_empty()
            && search.could_be_studied(&found.conflict, limit, &mut found.fully_searched);
    }
    found
}

/// What a change is to lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// A plan that can be met. Nothing comes.
    CanBeMet,
    /// One that is met.
    Met,
    /// One that is met as soon as conditions are ticked: asked for where no units alone meet it.
    MetButForConditions,
}

/// The size of a change, what goes and what comes.
type Change = (i64, Vec<usize>, Vec<usize>);

impl RepairSearch<'_> {
    /// The smallest changes, each with its size: what goes and what comes.
    fn smallest(
        &self,
        goal: Goal,
        number: usize,
        limit: &mut Limit,
        fully_searched: &mut bool,
    ) -> Vec<Change> {
        let units = &self.qualification.units;
        let whole = goal != Goal::CanBeMet;
        let mut all = Vec::new();
        for variant in &self.variants {
            let ask_for_ticks = match (goal, &variant.ask_for_ticks) {
                (Goal::Met, None) => continue,
                (Goal::MetButForConditions, Some(units)) if units.is_empty() => continue,
                (Goal::Met, Some(units)) => units.as_slice(),
                (Goal::CanBeMet | Goal::MetButForConditions, _) => &[],
            };
            let Some(mut repair) = RepairProblem::new(variant, &self.picks, !whole) else {
                *fully_searched = false;
                continue;
            };
            for unit in ask_for_ticks {
                repair.problem.items[*unit].role = Role::Never;
            }
            let items = repair.problem.items.len();
            let (mut costs, mut recorded) = (vec![Cost::default(); items], vec![false; items]);
            for (index, unit) in units.iter().enumerate() {
                if whole && !self.picks.contains(&index) {
                    recorded[index] = true;
                    costs[index] = Cost {
                        main: 1,
                        tie: few_units_then_credits(unit),
                    };
                }
            }
            for (pick, item) in &repair.goes {
                recorded[*item] = true;
                // Of as many that go, those that bring least.
                costs[*item] = Cost {
                    main: 1,
                    tie: units[*pick].amount(self.qualification.measure()).into(),
                };
            }
            let objective = Objective {
                costs: &costs,
                recorded: &recorded,
                number,
            };
            let found = best(&repair.problem, &objective, limit);
            *fully_searched &= found.fully_searched;
            all.extend(found.answer.into_iter().map(|one| {
                let goes = repair
                    .goes
                    .iter()
                    .filter(|(_, item)| one.items.contains(item));
                let goes: Vec<usize> = goes.map(|(pick, _)| *pick).collect();
                let comes: Vec<usize> = one
                    .items
                    .into_iter()
                    .filter(|item| *item < units.len())
                    .collect();
                (one.cost, goes, comes)
            }));
        }
        all.sort();
        all.dedup();
        let all = all.into_iter();
        all.map(|(cost, goes, comes)| (cost.main, goes, comes))
            .collect()
    }

    /// The plan after a change, where that does what it is meant to.
    fn try_out(
        &self,
        (goes, comes): (&[usize], &[usize]),
        goal: Goal,
        limit: &mut Limit,
        found: &mut Repairs,
    ) -> Option<Repair> {
        let named = |places: &[usize]| -> Vec<UnitCode> {
            let units = places.iter().map(|index| &self.qualification.units[*index]);
            units.map(|unit| unit.code.clone()).collect()
        };
        let mut repair = Repair {
            drop: named(goes),
            add: named(comes),
            leads_to: State::Met,
        };
        let plan = self.plan.clone().after(repair.action());
        let after = assess_within(self.qualification, &plan, self.context, limit);
        repair.leads_to = after.state;
        // Where a condition is not ticked yet, no choice of units meets all rules.
        let good = after.state == State::Met || after.state == State::Open && goal != Goal::Met;
        found.fully_searched &= good || after.fully_searched;
        good.then_some(repair)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assess::forms::testing::made;

    #[test]
    fn where_only_a_pathway_with_a_condition_can_be_met_a_repair_leads_as_far_as_that() {
        let rules = json!([
            {"kind": "mandatory", "units": ["A"]},
            {"kind": "amount", "measure": "credits", "at_most": 1},
            {"kind": "mandatory", "units": ["B"], "when": {"pathways": ["first"]}},
            {"kind": "condition", "text": "Practice", "when": {"pathways": ["second"]}},
        ]);
        let (qualification, plan, context) = made(&rules, &["first", "second"], &["B"]);
        let mut limit = Limit::nodes(crate::assess::NODES);
        let found = repair(&qualification, &plan, &context, 3, &mut limit);
        let whole = found
            .repairs
            .iter()
            .find(|one| !one.add.is_empty())
            .unwrap();
        let codes = |all: &[UnitCode]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(
            (codes(&whole.drop), codes(&whole.add)),
            (vec!["B".into()], vec!["A".into()])
        );
        assert_eq!((whole.leads_to, found.fully_searched), (State::Open, true));
    }
}
