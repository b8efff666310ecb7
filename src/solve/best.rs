//! The best choices by an objective: one walk over the layers, with the best few ways to each state.

use std::cmp::Ordering;

use super::build::Made;
use super::choices::{Choice, Choices, Cost};
use super::machine::{Dead, Machine, Reached, Step};
use super::table::Table;
use super::trail::{Node, ROOT};
use super::{Found, Limit, Problem};

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Objective<'a> {
    /// What each item costs; an item beyond the end costs nothing.
    pub costs: &'a [Cost],
    /// Which items make one answer another; an item beyond the end does not. Only these are told,
    /// and an item that is not recorded has to cost nothing.
    pub recorded: &'a [bool],
    /// How many answers.
    pub number: usize,
}

/// A choice that keeps all bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What it costs.
    pub cost: Cost,
    /// The recorded items that are chosen, in order.
    pub items: Vec<usize>,
}

/// The best choices, the best first; of equals the one that has the first item in which they
/// differ. No two have the same recorded items.
#[must_use]
pub fn best(
    problem: &Problem,
    objective: &Objective<'_>,
    limit: &mut Limit,
) -> Found<Vec<Solution>> {
    let ignored = |counter: usize| problem.ignored.get(counter).copied().unwrap_or(false);
    let counters = problem.counters.iter().enumerate();
    let mut left_out: Vec<bool> = counters
        .map(|(index, counter)| counter.relaxed_first || ignored(index))
        .collect();
    loop {
        let found = match Machine::make(problem, &left_out, objective.recorded) {
            Made::Impossible => return Found::whole(Vec::new()),
            Made::TooWide => None,
            Made::Ready(machine) => Search::new(&machine, problem, objective).run(limit),
        };
        let Some((answer, chosen)) = found else {
            return Found {
                answer: Vec::new(),
                fully_searched: false,
            };
        };
        // A choice made without some counters may break one: that one comes in.
        let mut again = false;
        for items in &chosen {
            // What only bars is touched by an item in the same way whichever way it is taken.
            let sums = problem.sums(items.iter().map(|item| (*item, 0)));
            let counters = problem.counters.iter().enumerate();
            for (((index, counter), sum), out) in counters.zip(&sums).zip(&mut left_out) {
                if *out && !ignored(index) && counter.most.is_some_and(|most| *sum > most) {
                    *out = false;
                    again = true;
                }
            }
        }
        if !again {
            return Found::whole(answer);
        }
    }
}

/// One way to a state.
#[derive(Clone, Copy)]
struct Way {
    cost: Cost,
    /// What was chosen last, and before that.
    node: u32,
}

pub(super) struct Search<'a> {
    pub(super) machine: &'a Machine,
    pub(super) objective: &'a Objective<'a>,
    /// True where all items are remembered, so that what was left out can be looked at.
    all: bool,
    pub(super) nodes: Vec<Node>,
    /// Sets of items, each in order.
    pub(super) sets: Vec<Vec<usize>>,
}

/// A layer: for each state its best ways, the best first.
#[derive(Default)]
struct Layer {
    table: Table,
    ways: Vec<Vec<Way>>,
}

impl<'a> Search<'a> {
    fn new(machine: &'a Machine, problem: &Problem, objective: &'a Objective<'a>) -> Self {
        Self {
            machine,
            objective,
            all: problem.counters.iter().any(|counter| counter.relaxed_first),
            nodes: Vec::new(),
            sets: Vec::new(),
        }
    }

    /// The best answers, and all items of each; `None` where the limit was reached.
    fn run(mut self, limit: &mut Limit) -> Option<(Vec<Solution>, Vec<Vec<usize>>)> {
        let machine = self.machine;
        let fixed = self.cost_of(machine.fixed.iter().copied());
        let mut now = Layer::default();
        now.table.place(machine.start);
        now.ways.push(vec![Way {
            cost: fixed,
            node: ROOT,
        }]);
        let mut next = Layer::default();
        for step in &machine.steps {
            let mut choices = Choices::new(&step.members, self.all, self.objective);
            next.table.clear();
            next.ways.clear();
            for (place, key) in now.table.keys().iter().enumerate() {
                self.advance(step, *key, &now.ways[place], &mut choices, &mut next, limit)?;
            }
            std::mem::swap(&mut now, &mut next);
        }
        let ways = now.ways.into_iter().next().unwrap_or_default();
        let chosen: Vec<Vec<usize>> = ways.iter().map(|way| self.items(way.node)).collect();
        let answer = ways
            .iter()
            .zip(&chosen)
            .map(|(way, items)| Solution {
                cost: way.cost,
                items: items
                    .iter()
                    .copied()
                    .filter(|item| self.is_recorded(*item))
                    .collect(),
            })
            .collect();
        Some((answer, chosen))
    }

    fn advance(
        &mut self,
        step: &Step,
        key: u128,
        ways: &[Way],
        choices: &mut Choices,
        next: &mut Layer,
        limit: &mut Limit,
    ) -> Option<()> {
        if step.options.len() > 1 {
            let ways_on: Vec<Option<usize>> = (0..step.options.len())
                .map(Some)
                .chain((!step.must).then_some(None))
                .collect();
            for option in ways_on {
                if !limit.take() {
                    return None;
                }
                if let Ok(Reached { key, .. }) = self.machine.take(step, key, option, 1) {
                    let chosen = choices.of(usize::from(option.is_some()), &mut self.sets);
                    self.arrive(next, key, ways, chosen);
                }
            }
            return Some(());
        }
        let (mut full, mut since) = (false, 0);
        let mut times = 0;
        while times <= step.members.len() {
            if !limit.take() {
                return None;
            }
            let number = i64::try_from(times).unwrap_or(i64::MAX);
            match self.machine.take(step, key, Some(0), number) {
                Ok(reached) => {
                    if full {
                        // More of these make no difference to the state, a few more are enough: with
                        // each that could be left away there is a better answer. Only those that
                        // are a gain by themselves are all taken.
                        since += 1;
                        let enough = since >= choices.number;
                        if enough && times >= choices.gain + choices.number {
                            break;
                        }
                        if choices.number == 1 {
                            times = times.max(choices.gain);
                        }
                    }
                    full = reached.full;
                    let chosen = choices.of(times, &mut self.sets);
                    self.arrive(next, reached.key, ways, chosen);
                }
                Err(Dead::Ever) => break,
                Err(Dead::Yet) => {}
            }
            times += 1;
        }
        Some(())
    }

    /// Notes every way to a state with every choice that leads on, as far as they are the best.
    fn arrive(&mut self, next: &mut Layer, key: u128, ways: &[Way], chosen: &[Choice]) {
        let (place, new) = next.table.place(key);
        if new {
            next.ways.push(Vec::new());
        }
        for choice in chosen {
            for way in ways {
                let cost = way.cost.plus(choice.cost);
                let known = &next.ways[place];
                if known.len() >= self.objective.number
                    && known.last().is_some_and(|last| last.cost < cost)
                {
                    break;
                }
                self.insert(&mut next.ways[place], cost, way.node, choice.set);
            }
        }
    }

    fn insert(&mut self, known: &mut Vec<Way>, cost: Cost, before: u32, set: Option<u32>) {
        let mut at = known.len();
        while at > 0 {
            let other = known[at - 1];
            match other
                .cost
                .cmp(&cost)
                .then_with(|| self.compare(other.node, before, set))
            {
                Ordering::Less => break,
                Ordering::Equal => return,
                Ordering::Greater => at -= 1,
            }
        }
        if at >= self.objective.number {
            return;
        }
        let node = match set {
            None => before,
            Some(set) => {
                self.nodes.push(Node { before, set });
                u32::try_from(self.nodes.len() - 1).unwrap_or(ROOT)
            }
        };
        known.insert(at, Way { cost, node });
        known.truncate(self.objective.number);
    }
}
