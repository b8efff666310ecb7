//! Valid combinations beside which no pick that they leave out could count.
//!
//! A unit that comes may displace a pick: of a half and a whole of the same content the whole counts
//! once it is picked. So a plan can be completed by units that leave no room for some picks. Those
//! need not be taken out: they stand aside. Where a pick could count beside the rest it has to.
//!
//! Whether a pick has room depends on the groups in which the others count. They stay there: a unit
//! counts in the group with which the plan stands best, also where it leaves no room for a pick there
//! and would leave some in another.
//!
//! Example: A and B bar each other, A is picked and 6 credits are asked for, which B has and A does
//! not. With B picked as well B counts, and the plan is met.

use std::collections::BTreeMap;

use super::closed::Closed;
use super::compiled::{Compiled, Question};
use super::precedence::Precedence;
use crate::solve::{Counter, Problem, Role};

/// How much is followed of what leaves which pick no room.
const MOST_EFFECTS: usize = 1_000_000;

/// A problem in which every pick counts, or is left no room by what counts.
pub(super) struct Displacement {
    pub(super) problem: Problem,
    /// For each pick the counters that say it counts or has no room, one for each way in which it
    /// could count: of each at least 1 is asked for.
    pub(super) resolved: Vec<(usize, Vec<usize>)>,
    pub(super) capacities: Vec<Capacity>,
}

/// What counts by one of the rules on what counts side by side.
pub(super) struct Capacity {
    /// The counter of the rule.
    pub(super) of: usize,
    /// The counter of what counts; from `too_much` on a pick has no room.
    pub(super) counter: usize,
    too_much: i64,
    /// The pick for which others make way, which are left out here.
    pub(super) before: Option<usize>,
}

impl Displacement {
    /// From a problem with the counters that say which units count side by side, and which units make
    /// way for which. `None` where so many units stand in each other's way that following each would
    /// take more memory than there is.
    pub(super) fn new(
        mut problem: Problem,
        counting: &[usize],
        precedence: &Precedence,
        picks: &[usize],
    ) -> Option<Self> {
        let mut capacities: Vec<Capacity> = Vec::new();
        let mut known: BTreeMap<(usize, i64, Option<usize>), usize> = BTreeMap::new();
        // For each pick and each of its ways the rooms that may leave it none.
        let mut of_picks: Vec<Vec<Vec<usize>>> = Vec::with_capacity(picks.len());
        for pick in picks {
            let before = (!precedence.below(*pick).is_empty()).then_some(*pick);
            let ways = problem.kinds[problem.items[*pick].kind].options.iter();
            let capacities_of = ways.map(|way| {
                let limited = way.iter().filter(|(at, _)| counting.contains(at));
                let limited = limited.filter_map(|(at, own)| {
                    let most = problem.counters[*at].most?;
                    Some((*at, most.saturating_sub(*own).saturating_add(1)))
                });
                let own = limited.map(|(of, too_much)| {
                    *known.entry((of, too_much, before)).or_insert_with(|| {
                        let counter = problem.counters.len() + capacities.len();
                        capacities.push(Capacity {
                            of,
                            counter,
                            too_much,
                            before,
                        });
                        capacities.len() - 1
                    })
                });
                own.collect()
            });
            of_picks.push(capacities_of.collect());
        }
        fill(&mut problem, counting, precedence, &capacities)?;
        let mut resolved = Vec::with_capacity(picks.len());
        for (pick, ways) in picks.iter().zip(of_picks) {
            let kind = problem.kinds[problem.items[*pick].kind].clone();
            problem.items[*pick].kind = problem.kinds.len();
            problem.kinds.push(kind);
            let targets = problem.counters.len()..problem.counters.len() + ways.len();
            for (target, capacities_of) in targets.clone().zip(ways) {
                problem.counters.push(Counter {
                    least: Some(1),
                    ..Counter::default()
                });
                add(&mut problem, *pick, |_| vec![(target, 1)]);
                for capacity in capacities_of {
                    let emits = &mut problem.counters[capacities[capacity].counter].emits;
                    let (_, to) = emits.get_or_insert((capacities[capacity].too_much, Vec::new()));
                    to.push(target);
                }
            }
            resolved.push((*pick, targets.collect()));
        }
        Some(Self {
            problem,
            resolved,
            capacities,
        })
    }
}

/// Adds what counts to the rooms. A unit that is picked stands in its own: it asks for none then.
fn fill(
    problem: &mut Problem,
    counting: &[usize],
    precedence: &Precedence,
    capacities: &[Capacity],
) -> Option<()> {
    let mut effects = 0_usize;
    let counters = problem.counters.len() + capacities.len();
    problem.counters.resize_with(counters, Counter::default);
    // Units of one kind stay of one kind as long as the same of them make way.
    let ranked: Vec<&Capacity> = capacities
        .iter()
        .filter(|capacity| capacity.before.is_some())
        .collect();
    let mut kinds: BTreeMap<(usize, Vec<usize>), usize> = BTreeMap::new();
    for item in 0..problem.items.len() {
        let kind = problem.items[item].kind;
        let mut touched = problem.kinds[kind].options.iter().flatten();
        if !touched.any(|(counter, _)| counting.contains(counter)) {
            continue;
        }
        let makes_way = |capacity: &&&Capacity| {
            let before = capacity
                .before
                .map_or(&[] as &[usize], |pick| precedence.below(pick));
            before.binary_search(&item).is_ok()
        };
        let out: Vec<usize> = ranked
            .iter()
            .filter(makes_way)
            .map(|capacity| capacity.counter)
            .collect();
        if let Some(same) = kinds.get(&(kind, out.clone())) {
            problem.items[item].kind = *same;
            continue;
        }
        problem.items[item].kind = problem.kinds.len();
        kinds.insert((kind, out.clone()), problem.kinds.len());
        problem.kinds.push(problem.kinds[kind].clone());
        add(problem, item, |option| {
            let mut more = Vec::new();
            for capacity in capacities
                .iter()
                .filter(|capacity| !out.contains(&capacity.counter))
            {
                let effect = option.iter().find(|(known, _)| *known == capacity.of);
                more.extend(effect.map(|(_, change)| (capacity.counter, *change)));
            }
            effects += more.len();
            more
        });
        if effects > MOST_EFFECTS {
            return None;
        }
    }
    Some(())
}

/// Lets an item add more in each of its ways.
fn add(
    problem: &mut Problem,
    item: usize,
    mut more: impl FnMut(&[(usize, i64)]) -> Vec<(usize, i64)>,
) {
    let kind = problem.items[item].kind;
    for option in &mut problem.kinds[kind].options {
        let more = more(option);
        option.extend(more);
    }
}

/// True where a unit that is not picked could displace a pick: where rules on what counts side by side
/// speak of both.
pub(super) fn may_displace(
    compiled: &Compiled<'_>,
    closed: &[Option<Closed>],
    picks: &[usize],
) -> bool {
    let is_open = |index: &usize| closed[*index].is_none();
    let barred = |index: usize| compiled.may_bar(index);
    compiled.counting().next().is_some()
        && picks
            .iter()
            .filter(|pick| is_open(pick))
            .any(|pick| barred(*pick))
}

/// The displacements of a plan with these picks by one pathway and nation, in a problem that `change`
/// may have made another one of.
pub(super) fn displacement(
    compiled: &Compiled<'_>,
    closed: &[Option<Closed>],
    picks: &[usize],
    change: impl FnOnce(&mut Problem),
) -> Option<Displacement> {
    let open = picks.iter().copied().filter(|pick| closed[*pick].is_none());
    let (loose, sure): (Vec<usize>, Vec<usize>) = open.partition(|pick| compiled.may_bar(*pick));
    // A pick of which no such rule speaks has room in any case.
    let sure = Question {
        compiled,
        closed,
        picks: &[],
        set: &sure,
        others: Role::Free,
    };
    let mut problem = sure.with_roles();
    change(&mut problem);
    let counting: Vec<usize> = compiled.counting().collect();
    Displacement::new(problem, &counting, &compiled.precedence, &loose)
}

impl Question<'_, '_> {
    /// The problem in which the set has to be chosen, each in such a group that the other picks have no
    /// room.
    pub(super) fn problem(self) -> Problem {
        let problem = self.with_roles();
        let compiled = self.compiled;
        let open = self.picks.iter().copied();
        let open = open.filter(|pick| self.closed[*pick].is_none());
        let open: Vec<usize> = open.filter(|pick| compiled.may_bar(*pick)).collect();
        let out = open.iter().copied();
        let out: Vec<usize> = out.filter(|pick| !self.set.contains(pick)).collect();
        if out.is_empty() || !compiled.may_move(&open) {
            // It is a set that may count because they have none.
            return problem;
        }
        let counting: Vec<usize> = compiled.counting().collect();
        if let Some(found) =
            Displacement::new(problem.clone(), &counting, &compiled.precedence, &out)
        {
            return found.problem;
        }
        // What cannot be followed is not known: nothing is found here, and `counted` says that its sets
        // are not all there are.
        let mut problem = problem;
        problem.counters.push(Counter {
            least: Some(1),
            ..Counter::default()
        });
        problem
    }
}
