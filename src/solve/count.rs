//! How many choices keep all bounds.

use super::Natural;
use super::classes::Classes;
use super::limit::{Found, Limit};
use super::machine::{Dead, Key, Machine, Made, Reached, Step};
use super::problem::Problem;
use super::table::Table;

/// How many sets of items can be chosen so that all bounds are kept. Two ways to take the same
/// items are one choice. Where the search stops at the limit the answer is 0 and not fully searched.
#[must_use]
pub fn count(problem: &Problem, limit: &mut Limit) -> Found<Natural> {
    count_any(std::slice::from_ref(problem), limit)
}

/// How many sets of items keep all bounds of at least one of the problems, which have the same
/// items.
#[must_use]
pub fn count_any(problems: &[Problem], limit: &mut Limit) -> Found<Natural> {
    let found = match problems {
        _ if limit.is_used_up() => None,
        [problem] if problem.kinds.iter().all(|kind| kind.options.len() == 1) => {
            one(problem, limit)
        }
        _ => many(problems, limit),
    };
    match found {
        Some(answer) => Found::whole(answer),
        None => Found {
            answer: Natural::default(),
            fully_searched: false,
        },
    }
}

/// Every item in one way at most: the members of a step are as good as each other.
fn one(problem: &Problem, limit: &mut Limit) -> Option<Natural> {
    let machine = match Classes::made(problem, &problem.ignored) {
        Made::Impossible => return Some(Natural::default()),
        Made::TooWide => return None,
        Made::Ready(machine) => machine,
    };
    let (mut now, mut next) = (Layer::default(), Layer::default());
    now.add(machine.start, &Natural::one());
    for step in &machine.steps {
        let mut ways = Binomials::new(step.members.len());
        next.clear();
        for (key, number) in now.table.keys().iter().zip(&now.numbers) {
            spread(step, *key, number, &mut ways, &mut next, limit)?;
        }
        std::mem::swap(&mut now, &mut next);
    }
    Some(now.numbers.into_iter().next().unwrap_or_default())
}

fn spread(
    step: &Step,
    key: Key,
    number: &Natural,
    ways: &mut Binomials,
    next: &mut Layer,
    limit: &mut Limit,
) -> Option<()> {
    // All choices of the members, less those of which it is known where they lead.
    let mut rest = ways.all.clone();
    for times in 0..=step.members.len() {
        let chosen = ways.of(times);
        if !limit.take() {
            return None;
        }
        match step.take(key, Some(0), i64::try_from(times).unwrap_or(i64::MAX)) {
            Ok(Reached { key, full: true }) => {
                next.add(key, &number.times(&rest));
                break;
            }
            Ok(Reached { key, .. }) => next.add(key, &number.times(chosen)),
            Err(Dead::Ever) => break,
            Err(Dead::Yet) => {}
        }
        rest.subtract(chosen);
    }
    Some(())
}

/// A layer: for each state the number of ways to it.
#[derive(Default)]
struct Layer {
    table: Table,
    numbers: Vec<Natural>,
}

impl Layer {
    fn add(&mut self, key: Key, number: &Natural) {
        let (place, new) = self.table.place(key);
        if new {
            self.numbers.push(number.clone());
        } else {
            self.numbers[place].add(number);
        }
    }

    fn clear(&mut self) {
        self.table.clear();
        self.numbers.clear();
    }
}

/// In how many ways 0, 1, 2… of some things can be chosen, and in how many in all.
struct Binomials {
    number: u32,
    known: Vec<Natural>,
    all: Natural,
}

impl Binomials {
    fn new(number: usize) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            number,
            known: vec![Natural::one()],
            all: Natural::power_of_two(number),
        }
    }

    /// In how many ways so many can be chosen. Asked for in order.
    fn of(&mut self, chosen: usize) -> &Natural {
        if chosen >= self.known.len() {
            let chosen = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            let mut next = self.known[self.known.len() - 1].clone();
            next.scale(self.number.saturating_sub(chosen - 1), chosen);
            self.known.push(next);
        }
        &self.known[chosen]
    }
}

/// Some items in several ways, or several problems: each set of items is followed through all the
/// states that some way of taking it leads to, so that it counts once.
fn many(problems: &[Problem], limit: &mut Limit) -> Option<Natural> {
    let (mut machines, mut order) = (Vec::new(), Vec::new());
    for problem in problems {
        match Classes::made(problem, &problem.ignored) {
            Made::Impossible => {}
            Made::TooWide => return None,
            Made::Ready(machine) => {
                order = machine.items().collect();
                break;
            }
        }
    }
    let mut missing = vec![true; problems.first().map_or(0, |problem| problem.items.len())];
    for item in &order {
        missing[*item] = false;
    }
    order.extend((0..missing.len()).filter(|item| missing[*item]));
    for problem in problems {
        match Machine::item_by_item(problem, &order) {
            Made::Impossible => {}
            Made::TooWide => return None,
            Made::Ready(machine) => machines.push(machine),
        }
    }
    let Some(first) = machines.first() else {
        return Some(Natural::default());
    };
    let mut now: Vec<(Vec<(usize, Key)>, Natural)> = vec![(
        machines
            .iter()
            .enumerate()
            .map(|(index, machine)| (index, machine.start))
            .collect(),
        Natural::one(),
    )];
    for at in 0..first.steps.len() {
        let mut next: Vec<(Vec<(usize, Key)>, Natural)> = Vec::new();
        for (states, number) in now {
            for taken in [false, true] {
                let mut reached = Vec::new();
                for (index, key) in &states {
                    let machine = &machines[*index];
                    let step = &machine.steps[at];
                    if step.must && !taken {
                        continue;
                    }
                    let ways = if taken { 0..step.options.len() } else { 0..1 };
                    for way in ways {
                        if !limit.take() {
                            return None;
                        }
                        let way = taken.then_some(way);
                        if let Ok(Reached { key, .. }) = step.take(*key, way, 1) {
                            reached.push((*index, key));
                        }
                    }
                }
                if !reached.is_empty() {
                    reached.sort_unstable();
                    reached.dedup();
                    next.push((reached, number.clone()));
                }
            }
        }
        next.sort_unstable_by(|one, two| one.0.cmp(&two.0));
        now = Vec::new();
        for (states, number) in next {
            match now.last_mut() {
                Some((known, sum)) if *known == states => {
                    let sum: &mut Natural = sum;
                    sum.add(&number);
                }
                _ => now.push((states, number)),
            }
        }
    }
    let mut all = Natural::default();
    for (_, number) in &now {
        all.add(number);
    }
    Some(all)
}
