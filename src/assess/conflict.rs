//! The fewest picks that stand against each other.

use super::credited::credited;
use super::judge::evaluate;
use super::loosen::loosened;
use super::model::State;
use super::repair_search::RepairSearch;
use crate::qualification::UnitCode;
use crate::solve::{Cost, Counter, Item, Kind, Limit, Objective, Problem, Role, best, possible};

impl RepairSearch<'_> {
    /// As [`RepairSearch::conflict`], wherever the learner wants the picks to count: picks that only stand
    /// against each other in the groups that were chosen for them do not.
    pub(super) fn conflict_of_units(
        &self,
        limit: &mut Limit,
        fully_searched: &mut bool,
    ) -> Vec<UnitCode> {
        let loose = loosened(self.qualification, self.plan);
        if loose == *self.plan {
            return self.conflict(limit, fully_searched);
        }
        let credited = credited(self.qualification, &loose);
        let evaluation = evaluate(&credited, &loose, *self.context, limit);
        *fully_searched &= evaluation.fully_searched;
        if evaluation.state != State::Broken {
            return Vec::new();
        }
        let search = RepairSearch::new(&evaluation, self.qualification, &loose, self.context);
        search.conflict(limit, fully_searched)
    }

    /// Whether a valid combination has all of these where everything is studied for, in any groups, by a
    /// pathway and nation that the plan leaves open.
    pub(super) fn could_be_studied(
        &self,
        codes: &[UnitCode],
        limit: &mut Limit,
        fully_searched: &mut bool,
    ) -> bool {
        let picks = codes
            .iter()
            .filter_map(|it| self.qualification.unit_index(it));
        let picks: Vec<usize> = picks.collect();
        self.variants.iter().any(|variant| {
            let mut problem = variant.fresh.clone();
            for pick in &picks {
                problem.items[*pick].role = Role::Must;
            }
            let found = possible(&problem, limit);
            *fully_searched &= found.answer || found.fully_searched;
            found.answer
        })
    }

    /// The fewest counted picks that no valid combination holds together. A set of picks is such a
    /// set if it has one of the picks that are missing from each valid combination; so look for the
    /// smallest set that has one from each seen so far, until no combination holds it.
    fn conflict(&self, limit: &mut Limit, fully_searched: &mut bool) -> Vec<UnitCode> {
        let mut missing: Vec<Vec<usize>> = Vec::new();
        loop {
            let Some(set) = self.hits(&missing, limit, fully_searched) else {
                return Vec::new();
            };
            let mut most_kept: Option<(Cost, Vec<usize>)> = None;
            for variant in &self.variants {
                let mut problem = variant.problem.clone();
                for index in &set {
                    problem.items[*index].role = Role::Must;
                }
                let (mut costs, mut recorded) = (Vec::new(), Vec::new());
                for index in 0..problem.items.len() {
                    let counted = self.counted.contains(&index);
                    recorded.push(counted);
                    costs.push(Cost {
                        main: -i64::from(counted),
                        tie: 0,
                    });
                }
                let objective = Objective {
                    costs: &costs,
                    recorded: &recorded,
                    number: 1,
                };
                let found = best(&problem, &objective, limit);
                *fully_searched &= found.fully_searched;
                if !found.fully_searched {
                    return Vec::new();
                }
                if let Some(one) = found.answer.into_iter().next()
                    && most_kept.as_ref().is_none_or(|(cost, _)| one.cost < *cost)
                {
                    most_kept = Some((one.cost, one.items));
                }
            }
            match most_kept {
                None => {
                    return set
                        .iter()
                        .map(|index| self.qualification.units[*index].code.clone())
                        .collect();
                }
                Some((_, kept)) => {
                    let gone = self
                        .counted
                        .iter()
                        .copied()
                        .filter(|index| !kept.contains(index));
                    missing.push(gone.collect());
                }
            }
        }
    }

    /// The fewest picks that have one of each of these sets, with the first in the file.
    fn hits(
        &self,
        sets: &[Vec<usize>],
        limit: &mut Limit,
        fully_searched: &mut bool,
    ) -> Option<Vec<usize>> {
        let mut problem = Problem {
            counters: vec![
                Counter {
                    least: Some(1),
                    ..Counter::default()
                };
                sets.len()
            ],
            ..Problem::new(self.context.by_rows)
        };
        for index in &self.counted {
            let in_sets = (0..sets.len()).filter(|set| sets[*set].contains(index));
            let options = vec![in_sets.map(|set| (set, 1)).collect()];
            problem.kinds.push(Kind { options });
            problem.items.push(Item {
                kind: problem.kinds.len() - 1,
                role: Role::Free,
            });
        }
        let one = Cost { main: 1, tie: 0 };
        let objective = Objective {
            costs: &vec![one; self.counted.len()],
            recorded: &vec![true; self.counted.len()],
            number: 1,
        };
        let found = best(&problem, &objective, limit);
        *fully_searched &= found.fully_searched;
        let places = found.answer.into_iter().next()?.items;
        Some(
            places
                .into_iter()
                .map(|place| self.counted[place])
                .collect(),
        )
    }
}
