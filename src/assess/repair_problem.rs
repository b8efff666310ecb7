//! The problem of the smallest change: each pick counts, stands aside, or goes.
//!
//! A pick stands aside where it does not count beside those that do: it may stay in the plan and
//! costs nothing. Where it could count it has to count or go.

use super::displacement::Displacement;
use super::precedence::Precedence;
use crate::solve::{Counter, Item, Kind, Problem, Role};

/// The problem under one pathway and nation.
pub(super) struct RepairVariant {
    /// Any pick may stay or go.
    pub(super) problem: Problem,
    /// The counters of what counts side by side.
    pub(super) counting: Vec<usize>,
    /// Which units make way for which.
    pub(super) precedence: Precedence,
    /// The problem of a plan without picks.
    pub(super) fresh: Problem,
    /// The units that may not count in a plan that is met, because of conditions that are not ticked;
    /// `None` where one is asked of everybody.
    pub(super) ask_for_ticks: Option<Vec<usize>>,
}

pub(super) struct RepairProblem {
    pub(super) problem: Problem,
    /// For each pick the item that says that it goes.
    pub(super) goes: Vec<(usize, usize)>,
}

impl RepairProblem {
    /// With `again` a pick that goes may be taken once more as if it had never been picked. `None`
    /// where too many units stand in each other's way.
    pub(super) fn new(variant: &RepairVariant, picks: &[usize], again: bool) -> Option<Self> {
        let mut free = variant.problem.clone();
        // A pick that is taken again adds to what bars it in one of its ways only.
        for counter in &mut free.counters {
            counter.relaxed_first = false;
        }
        let aside = Displacement::new(free, &variant.counting, &variant.precedence, picks)?;
        let mut this = Self {
            problem: aside.problem,
            goes: Vec::with_capacity(picks.len()),
        };
        for (pick, resolved) in aside.resolved {
            let resolves = || resolved.iter().map(|counter| (*counter, 1));
            let mut ways = vec![resolves().collect::<Vec<_>>()];
            let fresh = variant.fresh.items[pick];
            let fresh_ways = &variant.fresh.kinds[fresh.kind].options;
            let before = &variant.problem.kinds[variant.problem.items[pick].kind].options;
            if again && fresh.role == Role::Free && fresh_ways != before {
                let once = this.problem.counters.len();
                this.problem.counters.push(Counter {
                    most: Some(1),
                    ..Counter::default()
                });
                let kind = this.problem.items[pick].kind;
                for way in &mut this.problem.kinds[kind].options {
                    way.push((once, 1));
                }
                ways.extend(fresh_ways.iter().map(|way| {
                    // It leaves less room for other picks, as it did before.
                    let takes_room = aside.capacities.iter().filter_map(|capacity| {
                        let before = capacity.before.map(|other| variant.precedence.below(other));
                        let makes_way = before.is_some_and(|it| it.binary_search(&pick).is_ok());
                        let effect = way.iter().find(|(known, _)| *known == capacity.of);
                        let effect = effect.filter(|_| !makes_way);
                        effect.map(|(_, change)| (capacity.counter, *change))
                    });
                    let mut way: Vec<(usize, i64)> =
                        way.iter().copied().chain(takes_room).collect();
                    way.extend(resolves());
                    way.sort_unstable();
                    way
                }));
                for way in &mut ways {
                    way.push((once, 1));
                }
            }
            this.problem.kinds.push(Kind { options: ways });
            this.problem.items.push(Item {
                kind: this.problem.kinds.len() - 1,
                role: Role::Free,
            });
            this.goes.push((pick, this.problem.items.len() - 1));
        }
        Some(this)
    }
}
