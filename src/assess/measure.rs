//! How much of what counts, could count, or would no longer count.

use super::evaluation::Evaluation;
use super::model::{NODES, NODES_OF_A_TICK};
use super::picks::picks_by_place;
use super::select::{Chosen, Counted, holds, measured};
use crate::qualification::{Earned, Measure, Selection, Unit};
use crate::solve::{Cost, Counter, Limit, Objective, Role, best, possible};

impl<'a> Evaluation<'a> {
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

    /// True where units displace a pick in the completion that the plan is judged by, and nothing of what is
    /// measured in any of the selected units counts there: in whichever of their groups its units complete
    /// the plan, beside what stays as it counts now.
    pub(super) fn gives_up(&self, any_of: &[Selection], measure: Measure) -> bool {
        let Some(nearest) = self.nearest.as_ref().filter(|_| self.displaces) else {
            return false;
        };
        let mut problem = self.ask_of(&self.compiled, nearest, Role::Never);
        let any = problem.counters.len();
        problem.counters.push(Counter {
            least: Some(1),
            ..Counter::default()
        });
        for index in nearest {
            let mut kind = problem.kinds[problem.items[*index].kind].clone();
            for (way, effects) in kind.options.iter_mut().enumerate() {
                let counted = self.in_way(*index, way);
                let has = measured(counted.unit, measure);
                let mut of = any_of.iter();
                if has > 0 && of.any(|of| holds(self.qualification(), of, counted)) {
                    effects.push((any, has));
                }
            }
            problem.items[*index].kind = problem.kinds.len();
            problem.kinds.push(kind);
        }
        self.fix_groups_of(&mut problem, |index| nearest.contains(&index));
        !possible(&problem, &mut Limit::nodes(NODES_OF_A_TICK)).answer
    }

    /// How much of the selected units counts.
    pub(super) fn sum(&self, of: &Selection, measure: Measure) -> u32 {
        self.measure(self.counted_units(), of, measure)
    }

    /// The most of the selected units that adding units can make count; `None` where that was not found
    /// out.
    pub(super) fn reachable(&self, of: &Selection, measure: Measure) -> Option<u32> {
        if self.may_displace() {
            // What stands aside for what would have to be looked at too.
            return None;
        }
        let mut problem = self.ask(Role::Free);
        problem.ignored = self.ignored(|_| false);
        let units = &self.qualification().units;
        let chosen = Chosen::new(self.qualification(), of.clone());
        let mut picks = picks_by_place(self.qualification(), self.plan)
            .into_iter()
            .peekable();
        let costs: Vec<Cost> = units
            .iter()
            .enumerate()
            .map(|(index, unit)| {
                let ways = self.compiled.problem.ways(index);
                let pick = picks.next_if(|(place, _)| *place == index);
                let earned = pick.map_or(Earned::Study, |(_, pick)| pick.earned);
                let taken = (0..ways).any(|way| {
                    chosen.holds(Counted {
                        unit,
                        index,
                        group: self.group_of(index, way),
                        earned,
                    })
                });
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
        let found = best(&problem, &objective, &mut Limit::nodes(NODES));
        let most = found
            .answer
            .first()
            .filter(|_| found.fully_searched)?
            .cost
            .main;
        u32::try_from(most.saturating_neg()).ok()
    }
}
