//! How much of what counts, could count, or would no longer count.

use super::counted;
use super::judge::{Case, picked};
use super::select::{Counted, holds, measured};
use crate::qualification::{Earned, Group, Measure, Selection, Unit, UnitCode};
use crate::solve::{Cost, Limit, Objective, Role, best};

impl<'a> Case<'a> {
    /// The group in which a counted unit counts.
    pub(super) fn group_of(&self, index: usize, way: usize) -> Option<usize> {
        let kind = self.compiled.problem.items.get(index)?.kind;
        *self.compiled.groups.get(kind)?.get(way)?
    }

    /// A unit, counted in one of its ways.
    fn in_way(&self, index: usize, way: usize) -> Counted<'a> {
        let unit = &self.qualification().units[index];
        let pick = self.plan.pick(&unit.code);
        Counted {
            unit,
            index,
            group: self.group_of(index, way),
            earned: pick.map_or(Earned::Study, |pick| pick.earned),
        }
    }

    fn counted_units(&self) -> impl Iterator<Item = Counted<'a>> {
        self.counted
            .iter()
            .map(|(index, way)| self.in_way(*index, *way))
    }

    /// How much the selected ones of these measure.
    fn measure(
        &self,
        counted: impl Iterator<Item = Counted<'a>>,
        of: &Selection,
        measure: Measure,
    ) -> u32 {
        let selected = counted.filter(|counted| holds(self.qualification(), of, *counted));
        let sum: i64 = selected
            .map(|counted| measured(counted.unit, measure))
            .sum();
        u32::try_from(sum).unwrap_or(u32::MAX)
    }

    /// The selected units that count.
    pub(super) fn selected<'s>(&'s self, of: &'s Selection) -> impl Iterator<Item = &'a Unit> + 's {
        let selected = self
            .counted_units()
            .filter(|counted| holds(self.qualification(), of, *counted));
        selected.map(|counted| counted.unit)
    }

    /// True where a group, or one within it, names this unit.
    pub(super) fn lists(&self, group: &Group, code: &UnitCode) -> bool {
        let qualification = self.qualification();
        let within = |one: &&Group| qualification.is_within(one, &group.id);
        let mut groups = qualification.groups.iter().filter(within);
        groups.any(|group| group.units.contains(code) || group.closed_units.contains(code))
    }

    /// How much of the selected units counts.
    pub(super) fn sum(&self, of: &Selection, measure: Measure) -> u32 {
        self.measure(self.counted_units(), of, measure)
    }

    /// The most of the selected units that can count, with all that counts now kept; `None` where
    /// that was not found out.
    pub(super) fn reachable(&self, of: &Selection, measure: Measure) -> Option<u32> {
        let mut problem = self.ask(Role::Free);
        self.fix_groups(&mut problem);
        problem.ignored = self.ignored(|_| false);
        let units = &self.qualification().units;
        let costs: Vec<Cost> = units
            .iter()
            .enumerate()
            .map(|(index, unit)| {
                let ways = self.compiled.problem.ways(index);
                let taken =
                    (0..ways).any(|way| holds(self.qualification(), of, self.in_way(index, way)));
                Cost {
                    main: if taken { -measured(unit, measure) } else { 0 },
                    tie: 1,
                }
            })
            .collect();
        let objective = Objective {
            costs: &costs,
            recorded: &vec![true; units.len()],
            number: 1,
        };
        let found = best(&problem, &objective, &mut Limit::nodes(super::NODES));
        let most = found.answer.first()?.cost.main;
        u32::try_from(most.saturating_neg()).ok()
    }

    /// The counted units that are selected, with what the amount would lose by the going of each.
    /// One that bars another pick makes room for it.
    pub(super) fn losses(&self, of: &Selection, measure: Measure) -> Vec<(UnitCode, u32)> {
        let now = self.sum(of, measure);
        let mut questions = counted::MOST_QUESTIONS;
        self.counted_units()
            .filter(|counted| holds(self.qualification(), of, *counted))
            .map(|counted| {
                let loss = if self.may_bar(counted.index) {
                    now.saturating_sub(self.sum_without(counted.index, of, measure, &mut questions))
                } else {
                    u32::try_from(measured(counted.unit, measure)).unwrap_or(u32::MAX)
                };
                (counted.unit.code.clone(), loss)
            })
            .collect()
    }

    /// How much would count if one unit went.
    fn sum_without(
        &self,
        index: usize,
        of: &Selection,
        measure: Measure,
        questions: &mut usize,
    ) -> u32 {
        let open: Vec<usize> = picked(self.qualification(), self.plan)
            .into_iter()
            .filter(|other| *other != index && self.closed[*other].is_none())
            .collect();
        let (sets, _) = counted::sets(&self.compiled, &open, questions);
        let counted = sets.into_iter().next().unwrap_or_default();
        let counted = counted.into_iter().map(|index| self.in_way(index, 0));
        self.measure(counted, of, measure)
    }
}
