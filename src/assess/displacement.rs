//! Valid combinations beside which no pick that they leave out could count.
//!
//! A unit that comes may displace a pick: of a half and a whole of the same content the whole counts
//! once it is picked. So a plan can be completed by units that leave no room for some picks. Those
//! need not be taken out: they stand aside. Where a pick could count beside the rest it has to.
//!
//! Example: A and B bar each other, A is picked and 6 credits are asked for, which B has and A does
//! not. With B picked as well B counts, and the plan is met.

use super::closed::Closed;
use super::compiled::{Compiled, ask};
use super::counted;
use super::precedence::Precedence;
use crate::solve::{
    Cost, Counter, Found, Limit, Objective, Problem, Role, Solution, best, possible,
};

/// How many pairs of units that stand in each other's way are followed: a class of 500.
const MOST_PAIRS: usize = 250_000;
/// How many more answers are tried out where some of them may leave room for a pick.
const MORE: usize = 60;

/// A problem in which every pick counts, or is left no room by what counts.
pub(super) struct Displacement {
    pub(super) problem: Problem,
    /// For each pick the counter that says it counts or has no room: at least 1 is asked for.
    pub(super) settled: Vec<(usize, usize)>,
    /// For a pick and a counter that says what counts side by side, the counter of what leaves it no
    /// room there.
    pub(super) rooms: Vec<(usize, usize, usize)>,
    /// The items of which rules on what counts side by side speak: whether a pick has room depends on
    /// them alone.
    concerned: Vec<bool>,
    /// False where a unit that may be displaced could count in several groups. Then whether there is
    /// room for it depends on where all others count: this problem lets it stand aside where it may
    /// have to, so that its answers have to be tried out.
    pub(super) exact: bool,
}

impl Displacement {
    /// From a problem in which the picks are free, with the counters that say which units count side
    /// by side and which units make way for which. `None` where so many units stand in each other's
    /// way that following each pair would take more memory than there is.
    pub(super) fn new(
        mut problem: Problem,
        counting: &[usize],
        precedence: &Precedence,
        picks: &[usize],
    ) -> Option<Self> {
        if pairs(&problem, counting) > MOST_PAIRS {
            return None;
        }
        let mut exact = true;
        let mut concerned = Vec::with_capacity(problem.items.len());
        for index in 0..problem.items.len() {
            let is_concerned = counting
                .iter()
                .any(|counter| adds(&problem, index, *counter).is_some());
            concerned.push(is_concerned);
            if is_concerned || picks.contains(&index) {
                // A kind of its own, to which more can be added.
                let kind = problem.kinds[problem.items[index].kind].clone();
                exact &= kind.options.len() == 1 || !is_concerned;
                problem.kinds.push(kind);
                problem.items[index].kind = problem.kinds.len() - 1;
            }
        }
        let mut settled = Vec::with_capacity(picks.len());
        let mut all_rooms = Vec::new();
        for pick in picks {
            let rooms: Vec<(usize, i64, i64)> = counting
                .iter()
                .filter_map(|counter| {
                    let own = adds(&problem, *pick, *counter)?;
                    Some((*counter, own, problem.counters[*counter].most?))
                })
                .collect();
            let target = problem.counters.len() + rooms.len();
            let below = precedence.below(*pick);
            for (counter, own, most) in rooms {
                // What counts leaves too little room for the pick, without what makes way for it.
                let room = problem.counters.len();
                all_rooms.push((*pick, counter, room));
                let too_much = most.saturating_sub(own).saturating_add(1);
                problem.counters.push(Counter {
                    emits: Some((too_much, vec![target])),
                    ..Counter::default()
                });
                for other in 0..problem.items.len() {
                    if other != *pick && below.binary_search(&other).is_err() {
                        add(&mut problem, other, |option| {
                            let effect = option.iter().find(|(known, _)| *known == counter);
                            effect.map(|(_, change)| (room, *change))
                        });
                    }
                }
            }
            problem.counters.push(Counter {
                least: Some(1),
                ..Counter::default()
            });
            add(&mut problem, *pick, |_| Some((target, 1)));
            settled.push((*pick, target));
        }
        Some(Self {
            problem,
            settled,
            rooms: all_rooms,
            concerned,
            exact,
        })
    }

    /// Whether there is any.
    pub(super) fn possible(&self, compiled: &Compiled<'_>, limit: &mut Limit) -> Found<bool> {
        if self.exact {
            return possible(&self.problem, limit);
        }
        let cost = |is: &bool| Cost {
            main: i64::from(*is),
            tie: 0,
        };
        let costs: Vec<Cost> = self.concerned.iter().map(cost).collect();
        let found = self.tried(compiled, (&costs, &self.concerned), 1, limit);
        found.map(|found| !found.is_empty())
    }

    /// The best of the valid combinations, as sets of units of the qualification; each tried out
    /// where that is needed.
    pub(super) fn best(
        &self,
        compiled: &Compiled<'_>,
        costs: &[Cost],
        number: usize,
        limit: &mut Limit,
    ) -> Found<Vec<Solution>> {
        self.tried(compiled, (costs, &vec![true; costs.len()]), number, limit)
    }

    /// The best by these costs, of which the recorded items make one another.
    fn tried(
        &self,
        compiled: &Compiled<'_>,
        (costs, recorded): (&[Cost], &[bool]),
        number: usize,
        limit: &mut Limit,
    ) -> Found<Vec<Solution>> {
        let asked = if self.exact {
            number
        } else {
            number.saturating_add(MORE)
        };
        let objective = Objective {
            costs,
            recorded,
            number: asked,
        };
        let mut found = best(&self.problem, &objective, limit);
        if !self.exact {
            let all = found.answer.len() < asked;
            let picks: Vec<usize> = self.settled.iter().map(|(pick, _)| *pick).collect();
            found
                .answer
                .retain(|one| counted::leaves_no_room(compiled, &picks, &one.items));
            found.fully_searched &= all || found.answer.len() >= number;
            found.answer.truncate(number);
        }
        found
    }
}

fn pairs(problem: &Problem, counting: &[usize]) -> usize {
    let mut touching = vec![0_usize; problem.counters.len()];
    for item in problem.items.iter().filter(|item| item.role != Role::Never) {
        let kind = &problem.kinds[item.kind];
        let mut touched: Vec<usize> = kind.options.iter().flatten().map(|(at, _)| *at).collect();
        touched.sort_unstable();
        touched.dedup();
        for counter in touched {
            touching[counter] += 1;
        }
    }
    let pairs = counting.iter().map(|counter| touching[*counter].pow(2));
    pairs.fold(0, usize::saturating_add)
}

/// The most that an item adds to a counter in any of its ways.
fn adds(problem: &Problem, item: usize, counter: usize) -> Option<i64> {
    let kind = &problem.kinds[problem.items[item].kind];
    let effects = kind.options.iter().flatten();
    effects
        .filter(|(known, _)| *known == counter)
        .map(|(_, change)| *change)
        .max()
}

/// Lets an item add more in each of its ways.
fn add(problem: &mut Problem, item: usize, more: impl Fn(&[(usize, i64)]) -> Option<(usize, i64)>) {
    let kind = problem.items[item].kind;
    for option in &mut problem.kinds[kind].options {
        option.extend(more(option));
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
    let mut problem = ask(compiled, closed, &[], &sure, Role::Free);
    change(&mut problem);
    let counting: Vec<usize> = compiled.counting().collect();
    Displacement::new(problem, &counting, &compiled.precedence, &loose)
}
