//! In which of its groups a unit counts that stands in several, and how many rules are not met.

use super::compiled::Compiled;
use super::evaluation::Evaluation;
use super::forms::condition;
use super::model::State;
use crate::plan::Plan;
use crate::solve::{
    Cost, Counter, Found, Item, Kind, Limit, Objective, Problem, Role, best, possible,
};

impl Evaluation<'_> {
    /// Chooses the group of each unit that has several, the first with which the plan still stands
    /// as well; where it is open, with which the nearest completion completes it. Where it cannot be
    /// met, that is with which the fewest rules are not met; and what counts keeps the rules on what
    /// counts side by side in any case.
    pub(super) fn assign_groups(&mut self, limit: &mut Limit) {
        if !self.counts_in_several_groups() {
            return;
        }
        let nearest = self.nearest.clone();
        match (self.state, nearest) {
            (State::Met, _) => {
                let problem = self.ask(Role::Never);
                self.assign(problem, &|_| true, limit);
            }
            (State::Open, Some(nearest)) => {
                let problem = self.ask_of(&self.compiled, &nearest, Role::Never);
                self.assign(problem, &|item| nearest.contains(&item), limit);
                if self.displaces {
                    // What is displaced counts beside the rest until then.
                    let mut problem = self.side_by_side();
                    self.fix_groups_of(&mut problem, |item| nearest.contains(&item));
                    if possible(&problem, limit).answer {
                        self.assign(problem, &|item| !nearest.contains(&item), limit);
                    } else {
                        self.assign(self.side_by_side(), &|_| true, limit);
                    }
                }
            }
            (State::Open, None) if !self.displaces => {
                let problem = self.ask(Role::Free);
                self.assign(problem, &|_| true, limit);
            }
            (State::Open, None) | (State::NotKnown, _) => {
                self.assign(self.side_by_side(), &|_| true, limit);
            }
            (State::Broken, _) => {
                let mut problem = excused(&self.compiled, self.ask(Role::Never));
                let fewest = fewest(&self.compiled, &problem, limit);
                self.fully_searched &= fewest.fully_searched;
                if let Some(fewest) = fewest.answer {
                    no_more(&mut problem, self.compiled.problem.items.len(), fewest);
                }
                self.assign(problem, &|_| true, limit);
            }
        }
    }

    /// The problem of what counts, with the rules on what counts side by side and no others.
    fn side_by_side(&self) -> Problem {
        let mut problem = self.ask(Role::Never);
        problem.ignored = self.ignored(|_| false);
        problem
    }

    /// Chooses the first group of each of these units with which the problem can be solved.
    fn assign(&mut self, mut problem: Problem, which: &dyn Fn(usize) -> bool, limit: &mut Limit) {
        for place in 0..self.counted.len() {
            let (item, _) = self.counted[place];
            let ways = problem.ways(item);
            if ways < 2 || !which(item) {
                continue;
            }
            let kind = problem.items[item].kind;
            for way in 0..ways {
                let mut only = problem.kinds[kind].clone();
                only.options = vec![only.options[way].clone()];
                problem.kinds.push(only);
                problem.items[item].kind = problem.kinds.len() - 1;
                let stands = if way + 1 == ways {
                    Found::whole(true)
                } else {
                    possible(&problem, limit)
                };
                self.fully_searched &= stands.fully_searched;
                if stands.answer {
                    self.counted[place].1 = way;
                    break;
                }
            }
        }
    }
}

/// How many rules at least are not met when these units count and no others, each in one of its
/// groups.
pub(super) fn unmet(
    compiled: &Compiled<'_>,
    plan: &Plan,
    set: &[usize],
    problem: Problem,
    limit: &mut Limit,
) -> Found<i64> {
    let rules = compiled.rules.iter();
    let to_tick = condition::to_tick(compiled, plan, set);
    let of_units = if set.iter().any(|item| problem.ways(*item) > 1) {
        let found = fewest(compiled, &excused(compiled, problem), limit);
        found.map(|fewest| fewest.unwrap_or(i64::MAX))
    } else {
        let sums = problem.sums(set.iter().map(|item| (*item, 0)));
        let holds = |counter: &usize| problem.counters[*counter].holds(sums[*counter]);
        let broken = rules.filter(|counters| !counters.asking.iter().all(holds));
        Found::whole(number(broken.count()))
    };
    of_units.map(|of_units| of_units.saturating_add(number(to_tick)))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The same problem in which no rule has to be met: for each that may be broken there is an item
/// more, which brings it within its bounds.
fn excused(compiled: &Compiled<'_>, mut problem: Problem) -> Problem {
    // What the counters come to at least and at most, roughly.
    let start = problem.counters.iter().map(|counter| counter.start);
    let mut reach: Vec<(i64, i64)> = start.map(|start| (start, start)).collect();
    for item in problem.items.iter().filter(|item| item.role == Role::Must) {
        for (counter, change) in problem.kinds[item.kind].options.iter().flatten() {
            let (low, high) = &mut reach[*counter];
            *low = low.saturating_add((*change).min(0));
            *high = high.saturating_add((*change).max(0));
        }
    }
    for (_, targets) in problem.counters.iter().filter_map(|one| one.emits.as_ref()) {
        for target in targets {
            reach[*target].1 += 1;
        }
    }
    for counters in &compiled.rules {
        let mut excuse = Vec::new();
        for counter in &counters.asking {
            let (low, high) = reach[*counter];
            let Counter { least, most, .. } = problem.counters[*counter];
            let short = least.map_or(0, |least| least.saturating_sub(low));
            let over = most.map_or(0, |most| high.saturating_sub(most));
            // What brings it above its least may not bring it above its most.
            let upper = if least.is_some() && most.is_some() {
                twin(&mut problem, *counter)
            } else {
                *counter
            };
            excuse.extend((short > 0).then_some((*counter, short)));
            excuse.extend((over > 0).then_some((upper, over.saturating_neg())));
        }
        if !excuse.is_empty() {
            excuse.sort_unstable();
            problem.kinds.push(Kind {
                options: vec![excuse],
            });
            problem.items.push(Item {
                kind: problem.kinds.len() - 1,
                role: Role::Free,
            });
        }
    }
    problem
}

/// Parts a counter in two, one for each of its bounds; the one with the most.
fn twin(problem: &mut Problem, counter: usize) -> usize {
    let twin = problem.counters.len();
    let first = &mut problem.counters[counter];
    let most = Counter {
        start: first.start,
        most: first.most.take(),
        ..Counter::default()
    };
    problem.counters.push(most);
    for one in &mut problem.counters {
        if let Some((_, targets)) = &mut one.emits
            && targets.contains(&counter)
        {
            targets.push(twin);
        }
    }
    for option in problem.kinds.iter_mut().flat_map(|kind| &mut kind.options) {
        let effect = option.iter().find(|(known, _)| *known == counter);
        option.extend(
            effect
                .map(|(_, change)| (twin, *change))
                .into_iter()
                .collect::<Vec<_>>(),
        );
    }
    twin
}

/// How many rules have to be excused; nothing where the search stopped before it had any answer.
fn fewest(compiled: &Compiled<'_>, excused: &Problem, limit: &mut Limit) -> Found<Option<i64>> {
    let is_excuse = |item: usize| item >= compiled.problem.items.len();
    let items = 0..excused.items.len();
    let objective = Objective {
        costs: &items
            .map(|item| Cost {
                main: i64::from(is_excuse(item)),
                tie: 0,
            })
            .collect::<Vec<Cost>>(),
        recorded: &[],
        number: 1,
    };
    best(excused, &objective, limit).map(|found| found.first().map(|one| one.cost.main))
}

/// Lets no more than so many of the items from a place on be taken.
fn no_more(problem: &mut Problem, from: usize, most: i64) {
    let number = problem.counters.len();
    problem.counters.push(Counter {
        most: Some(most),
        ..Counter::default()
    });
    for item in from..problem.items.len() {
        let kind = problem.items[item].kind;
        for option in &mut problem.kinds[kind].options {
            option.push((number, 1));
        }
    }
}
