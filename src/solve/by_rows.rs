//! The best choice by rows: any choice first, then one that costs less, until there is none.
//!
//! What is compared goes one after the other: the main cost, the two halves of the tie, and then, of
//! choices that cost the same, the first item in which they differ. What is asked only for a while
//! depends on a literal of its own, so that everything learned stays true.

use super::cuts::shares;
use super::limit::{Found, Limit};
use super::objective::{Cost, Objective, Solution, cost_of};
use super::possible::possible_by_rows;
use super::problem::{Best, ByRows, Problem, Role};
use super::shape::{Literal, not};
use super::tangle::{Choice, Tangle};

impl ByRows {
    /// The search.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            possible: possible_by_rows,
            best: best_by_rows,
        }
    }
}

impl Default for ByRows {
    fn default() -> Self {
        Self::new()
    }
}

/// The best choice; `None` where the problem cannot be said in rows.
fn best_by_rows(problem: &Problem, objective: &Objective<'_>, limit: &mut Limit) -> Option<Best> {
    let cost = |item: usize| cost_of(objective, item);
    let is_told = |item: usize| objective.recorded.get(item).copied().unwrap_or(false);
    let halves = (0..problem.items.len()).map(|item| cost(item).tie & LOW);
    // Where the lower halves could spill into the upper ones they cannot be compared apart.
    if halves.sum::<u64>() > LOW {
        return None;
    }
    // Of items that add the same the cheaper are taken first, then those that are recorded.
    let mut tangle = Tangle::of(problem, |item| (cost(item), !is_told(item)))?;
    let found = tangle.choose(problem, None, limit);
    let mut fully_searched = found.fully_searched;
    let Some(mut best) = found.answer else {
        return Some(Found {
            answer: None,
            fully_searched,
        });
    };
    let parts: [fn(Cost) -> i64; 3] = [
        |cost| cost.main,
        |cost| half(cost.tie >> 32),
        |cost| half(cost.tie & LOW),
    ];
    for part in parts {
        fully_searched = fully_searched
            && lower(
                problem,
                &mut tangle,
                &mut best,
                |item| part(cost(item)),
                limit,
            );
    }
    for (item, of) in problem.items.iter().enumerate() {
        if !fully_searched {
            break;
        }
        if of.role != Role::Free || !is_told(item) {
            continue;
        }
        let Some(taken) = tangle.asked.taken[item] else {
            continue;
        };
        if best.iter().all(|(chosen, _)| *chosen != item) {
            let better = tangle.choose(problem, Some(taken), limit);
            fully_searched = better.fully_searched;
            match better.answer {
                Some(better) => best = better,
                None => continue,
            }
        }
        tangle.asked.rows.ask([(1, taken)], 1);
    }
    let items = best.iter().map(|(item, _)| *item);
    let paid = items
        .clone()
        .fold(Cost::default(), |sum, item| sum.plus(cost(item)));
    let answer = Some(Solution {
        cost: paid,
        items: items.filter(|item| is_told(*item)).collect(),
    });
    Some(Found {
        answer,
        fully_searched,
    })
}

const LOW: u64 = u32::MAX as u64;

fn half(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Looks for choices that cost less and less; true where the last is proven to cost the least.
fn lower(
    problem: &Problem,
    tangle: &mut Tangle,
    best: &mut Choice,
    cost: impl Fn(usize) -> i64,
    limit: &mut Limit,
) -> bool {
    let taken = tangle.asked.taken.iter().enumerate();
    let terms = taken.filter_map(|(item, taken)| Some((cost(item), (*taken)?)));
    let terms: Vec<(i64, Literal)> = terms.filter(|(cost, _)| *cost != 0).collect();
    if terms.is_empty() {
        return true;
    }
    let paid = |choice: &Choice| {
        choice
            .iter()
            .map(|(item, _)| cost(*item))
            .fold(0, i64::saturating_add)
    };
    let all = terms
        .iter()
        .map(|(cost, _)| cost.saturating_abs())
        .fold(1, i64::saturating_add);
    let rises = terms.iter().all(|(cost, _)| *cost > 0);
    let shares = if rises {
        shares(&mut tangle.asked, &terms)
    } else {
        None
    };
    let less: Vec<(i64, Literal)> = terms
        .iter()
        .map(|(cost, taken)| (cost.saturating_neg(), *taken))
        .collect();
    let if_less = tangle.asked.rows.variable();
    loop {
        let most = paid(best).saturating_sub(1);
        let rows = &mut tangle.asked.rows;
        let or_not = [(all.saturating_mul(2), not(if_less))];
        rows.ask(less.iter().copied().chain(or_not), most.saturating_neg());
        if let Some((row, sure)) = &shares {
            rows.ask(row.iter().copied().chain(or_not), sure.saturating_sub(most));
        }
        if rows.is_too_long {
            return false;
        }
        let found = tangle.choose(problem, Some(if_less), limit);
        match found.answer {
            Some(better) => *best = better,
            None if !found.fully_searched => return false,
            None => break,
        }
    }
    // From now on no more may be paid.
    let rows = &mut tangle.asked.rows;
    rows.ask([(1, not(if_less))], 1);
    rows.ask(less, paid(best).saturating_neg());
    if let Some((row, sure)) = shares {
        rows.ask(row, sure.saturating_sub(paid(best)));
    }
    !rows.is_too_long
}
