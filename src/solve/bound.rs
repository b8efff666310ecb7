//! What a choice costs at least from a state on.
//!
//! Each counter gets a weight: what an item is paid for bringing it nearer to its least, or pays for
//! taking it nearer to its most. With the bounds paid for in that way each item can be decided by
//! itself, and the sum is never more than the best choice costs (a Lagrangian relaxation). Any
//! weights give a true bound; the best are the prices of a linear program. All in whole numbers:
//! costs and weights are counted in fractions of [`ONE`].

use super::classes::Classes;
use super::layout::{Place, Raw};
use super::machine::{Effect, Key, Machine};
use super::objective::Cost;
use super::objective::ONE;
use super::prices::{Prices, prices};
use super::problem::Counter;

/// How many of the cheapest members of a step the linear program knows at first.
const HEADS: usize = 4;

/// What a whole problem costs at least, and the weights that say so.
pub(super) struct Floor {
    pub(super) weights: Vec<i64>,
    pub(super) least: i64,
    /// More than any choice costs.
    pub(super) too_much: i64,
}

/// A lower bound for what is still to be paid from a state on.
pub(super) struct Bound {
    /// For each step, and after the last, what all from there on costs at least, with the weights
    /// of the counters that begin there.
    rest: Vec<i64>,
    /// For each step, and after the last, the counters that are open then, each with its weight and
    /// the bound that it is to reach.
    begun: Vec<Vec<(Place, i64, i64)>>,
    /// For each step of one way, by how much taking so many of its members is dearer than the best
    /// number of them.
    beyond: Vec<Vec<i64>>,
}

impl Floor {
    /// The floor of a problem; `None` where its bounds cannot be kept, even with fractions.
    pub(super) fn of(classes: &Classes, cost: &impl Fn(usize) -> Cost) -> Option<Self> {
        let mut heads = HEADS;
        loop {
            let costs: Vec<Vec<i64>> = classes
                .steps
                .iter()
                .map(|step| cheapest(step, cost, heads))
                .collect();
            let whole = classes.steps.iter().all(|step| step.members.len() <= heads);
            let weights = match prices(&classes.counters, &classes.steps, &costs) {
                Prices::Weights(weights) => weights,
                Prices::Impossible if whole => return None,
                Prices::Impossible => {
                    heads *= 4;
                    continue;
                }
            };
            let mut floor = Self {
                weights,
                least: 0,
                too_much: ONE,
            };
            let mut more = false;
            for (step, costs) in classes.steps.iter().zip(&costs) {
                let (least, taken) = floor.of_step(step, cost);
                floor.least = floor.least.saturating_add(least);
                more |= taken > costs.len();
                for member in &step.members {
                    let most = cost(*member).weight().max(0).saturating_mul(ONE);
                    floor.too_much = floor.too_much.saturating_add(most);
                }
            }
            if more {
                heads *= 4;
                continue;
            }
            for counter in 0..classes.counters.len() {
                floor.least = floor
                    .least
                    .saturating_add(floor.begin(&classes.counters, counter));
            }
            for item in &classes.fixed {
                let paid = cost(*item).weight().saturating_mul(ONE);
                floor.least = floor.least.saturating_add(paid);
                floor.too_much = floor.too_much.saturating_add(paid);
            }
            return Some(floor);
        }
    }

    /// What is paid for a counter at its beginning.
    fn begin(&self, counters: &[Counter], counter: usize) -> i64 {
        let weight = self.weights[counter];
        goal(weight, &counters[counter]).map_or(0, |goal| {
            weight.saturating_mul(goal.saturating_sub(counters[counter].start))
        })
    }

    /// What a member of a step brings by the best of its ways.
    pub(super) fn gain_of(&self, step: &Raw) -> i64 {
        let ways = step.options.iter();
        let gains = ways.map(|option| self.gain(option.iter().copied()));
        gains.max().unwrap_or(0)
    }

    fn gain(&self, terms: impl Iterator<Item = (usize, i64)>) -> i64 {
        terms.fold(0, |sum, (counter, change)| {
            sum.saturating_add(self.weights[counter].saturating_mul(change))
        })
    }

    /// The least that a step can cost, and how many of its members that takes.
    fn of_step(&self, step: &Raw, cost: &impl Fn(usize) -> Cost) -> (i64, usize) {
        let gain = self.gain_of(step);
        let (mut sum, mut taken) = (0_i64, 0);
        for member in &step.members {
            let price = price(cost(*member), gain);
            if price < 0 || step.must {
                sum = sum.saturating_add(price);
                taken += 1;
            }
        }
        (sum, taken)
    }
}

/// What a member costs at least beyond what it brings; below 0 where it brings more.
pub(super) fn price(cost: Cost, gain: i64) -> i64 {
    cost.weight().saturating_mul(ONE).saturating_sub(gain)
}

/// The bound that a weight is for.
fn goal(weight: i64, counter: &Counter) -> Option<i64> {
    let goal = if weight > 0 {
        counter.least
    } else {
        counter.most
    };
    goal.filter(|_| weight != 0)
}

/// The weights of the cheapest members of a step, in order.
fn cheapest(step: &Raw, cost: &impl Fn(usize) -> Cost, number: usize) -> Vec<i64> {
    let mut found: Vec<i64> = Vec::with_capacity(number.min(step.members.len()));
    for member in &step.members {
        let weight = cost(*member).weight();
        if found.len() == number && found.last().is_some_and(|last| *last <= weight) {
            continue;
        }
        found.truncate(number - 1);
        let place = found.partition_point(|known| *known <= weight);
        found.insert(place, weight);
    }
    found
}

impl Bound {
    pub(super) fn new(machine: &Machine, cost: &impl Fn(usize) -> Cost, floor: &Floor) -> Self {
        let last = machine.steps.len();
        let mut bound = Self {
            rest: vec![0; last + 1],
            begun: vec![Vec::new(); last + 1],
            beyond: Vec::with_capacity(last),
        };
        // A bound that cannot be broken any more is left out of the machine, and has no weight.
        let mut floor = Floor {
            weights: floor.weights.clone(),
            ..*floor
        };
        for (weight, counter) in floor.weights.iter_mut().zip(&machine.counters) {
            if goal(*weight, counter).is_none() {
                *weight = 0;
            }
        }
        for at in (0..last).rev() {
            let step = &machine.steps[at];
            let terms = |option: &Vec<Effect>| {
                floor.gain(option.iter().map(|effect| (effect.counter, effect.change)))
            };
            let gain = step.options.iter().map(terms).max().unwrap_or(0);
            let members = step.members.iter();
            let mut prices: Vec<i64> = members.map(|item| price(cost(*item), gain)).collect();
            prices.sort_unstable();
            let wanted = prices.iter().filter(|price| **price < 0 || step.must);
            let cheapest = wanted.fold(0, |sum: i64, price| sum.saturating_add(*price));
            let mut sum = cheapest.saturating_neg();
            let mut beyond = vec![sum];
            beyond.extend(prices.iter().map(|price| {
                sum = sum.saturating_add(*price);
                sum
            }));
            bound.beyond.push(beyond);
            bound.rest[at] = bound.rest[at + 1].saturating_add(cheapest);
        }
        bound.beyond.reverse();
        for (counter, life) in machine.lives.iter().enumerate() {
            let weight = floor.weights[counter];
            let goal = goal(weight, &machine.counters[counter]);
            let (Some((first, last)), Some(goal)) = (*life, goal) else {
                continue;
            };
            let begin = floor.begin(&machine.counters, counter);
            for rest in &mut bound.rest[..=first] {
                *rest = rest.saturating_add(begin);
            }
            for begun in &mut bound.begun[first + 1..=last] {
                begun.push((machine.places[counter], weight, goal));
            }
        }
        bound
    }

    /// By how much so many members of a step are dearer than the best number of them.
    pub(super) fn beyond(&self, at: usize, times: usize) -> i64 {
        self.beyond[at][times]
    }

    /// True where still more members are no cheaper.
    pub(super) fn rises(&self, at: usize, times: usize) -> bool {
        let beyond = &self.beyond[at];
        beyond
            .get(times + 1)
            .is_none_or(|next| *next >= beyond[times])
    }

    /// What is still to be paid at least in this state before the step at `at`.
    pub(super) fn of(&self, at: usize, key: &Key) -> i64 {
        let begun = self.begun[at].iter();
        begun.fold(self.rest[at], |sum, (place, weight, goal)| {
            sum.saturating_add(weight.saturating_mul(goal.saturating_sub(place.get(key))))
        })
    }
}
