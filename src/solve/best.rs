//! The best choices by an objective: one walk over the layers, with the best few ways to each state.

use super::bound::{Floor, price};
use super::classes::Classes;
use super::limit::{Found, Limit};
use super::machine::Made;
use super::objective::{Chosen, Objective, Solution, cost_of};
use super::objective::{Cost, ONE, TIES};
use super::problem::{CROWD, Problem};
use super::search::Search;
use super::walk::Walk;

/// The best choices, the best first; of equals the one that has the first item in which they
/// differ. No two have the same recorded items. Where the search stopped at its limit, those that
/// were found by then: they keep all bounds, but there may be better ones.
#[must_use]
pub fn best(
    problem: &Problem,
    objective: &Objective<'_>,
    limit: &mut Limit,
) -> Found<Vec<Solution>> {
    let by_rows = problem
        .by_rows
        .filter(|_| problem.items.len() <= CROWD && problem.is_tangled() && !limit.is_used_up());
    let Some(by_rows) = by_rows else {
        return look(problem, objective, false, limit);
    };
    if objective.number > 1 {
        let found = limit.part(2, |limit| look(problem, objective, false, limit));
        if found.fully_searched || !found.answer.is_empty() {
            return found;
        }
    }
    // By rows one is found at least.
    let Some(found) = (by_rows.best)(problem, objective, limit) else {
        return look(problem, objective, false, limit);
    };
    let is_all = objective.number == 1 || found.answer.is_none();
    Found {
        fully_searched: found.fully_searched && is_all,
        answer: found.answer.into_iter().take(objective.number).collect(),
    }
}

/// As [`best`], or the first choices that are found at all.
pub(super) fn look(
    problem: &Problem,
    objective: &Objective<'_>,
    any: bool,
    limit: &mut Limit,
) -> Found<Vec<Solution>> {
    if limit.is_used_up() {
        // Preparing a large problem takes time too.
        return Found {
            answer: Vec::new(),
            fully_searched: false,
        };
    }
    let counters = problem.counters.iter().enumerate();
    let mut left_out: Vec<bool> = counters
        .map(|(index, counter)| counter.relaxed_first || problem.is_ignored(index))
        .collect();
    loop {
        let classes = Classes::of(problem, &left_out, objective.recorded);
        let all = problem.counters.iter().any(|counter| counter.relaxed_first);
        let found = search(&classes, objective, any, all, limit);
        // A choice made without some counters may break one: that one comes in.
        let mut again = false;
        let mut answer = Vec::new();
        for (solution, items) in found.answer {
            // What only bars is touched by an item in the same way whichever way it is taken.
            let sums = problem.sums(items.iter().map(|item| (*item, 0)));
            let counters = problem.counters.iter().enumerate();
            let mut breaks = false;
            for (((index, counter), sum), out) in counters.zip(&sums).zip(&mut left_out) {
                if *out
                    && !problem.is_ignored(index)
                    && counter.most.is_some_and(|most| *sum > most)
                {
                    *out = false;
                    breaks = true;
                }
            }
            again |= breaks;
            if !breaks {
                answer.push(solution);
            }
        }
        if !again || !found.fully_searched || any && !answer.is_empty() {
            return Found {
                answer,
                fully_searched: found.fully_searched,
            };
        }
    }
}

/// How many states of a layer the first walk keeps, and how many times as many each further one.
const WIDTH: usize = 16;
const WIDER: usize = 6;

/// The best answers, and all items of each.
///
/// A walk looks at the items only that a choice a little above the floor can have, and keeps few
/// states. The next ones look further up where nothing was found, and keep more where something was
/// dropped that might have been better, until nothing that was not looked at can be as good.
fn search(
    classes: &Classes,
    objective: &Objective<'_>,
    any: bool,
    all: bool,
    limit: &mut Limit,
) -> Found<Vec<Chosen>> {
    if classes.is_impossible() {
        return Found::whole(Vec::new());
    }
    let cost = |item: usize| cost_of(objective, item);
    let Some(floor) = Floor::of(classes, &cost) else {
        return Found::whole(Vec::new());
    };
    let mut best = Vec::new();
    let mut width = WIDTH.max(objective.number);
    let part = if any { 2 } else { 16 };
    let mut slack = (floor.least.saturating_abs() / part).max(2 * ONE * TIES);
    let mut known = floor.too_much;
    loop {
        let cutoff = floor.least.saturating_add(slack).min(known);
        let most = cutoff.saturating_sub(floor.least);
        let made = classes.ready(|step| {
            let gain = floor.gain_of(step);
            move |item| step.must || price(cost(item), gain) <= most
        });
        let walk = match made {
            Made::Impossible => Some(Walk {
                found: Vec::new(),
                dropped: i64::MAX,
            }),
            Made::TooWide => None,
            Made::Ready(machine) => {
                Search::new(&machine, objective, &floor, all, cutoff).walk(width, limit)
            }
        };
        let Some(Walk { found, dropped }) = walk else {
            return Found {
                answer: best,
                fully_searched: false,
            };
        };
        if any && !found.is_empty() {
            return Found::whole(found);
        }
        let last = found
            .last()
            .map(|(solution, _)| solution.cost.weight().saturating_mul(ONE));
        let last = last.filter(|_| found.len() >= objective.number);
        if let Some(last) = last {
            known = known.min(last);
        }
        if dropped > known && last.is_some() || dropped == i64::MAX && cutoff >= known {
            return Found::whole(found);
        }
        // A wider walk keeps other states, and may by chance find worse choices.
        let paid = |all: &[Chosen]| -> Vec<Cost> { all.iter().map(|(one, _)| one.cost).collect() };
        if found.len() > best.len() || found.len() == best.len() && paid(&found) < paid(&best) {
            best = found;
        }
        if dropped == i64::MAX {
            slack = slack.saturating_mul(4);
        } else {
            width = width.saturating_mul(WIDER);
        }
    }
}
