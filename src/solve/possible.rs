//! Whether any choice keeps all bounds: which search is asked first.

use super::best;
use super::limit::{Found, Limit};
use super::objective::{Cost, Objective};
use super::problem::{CROWD, Problem};
use super::tangle::Tangle;

/// Whether any choice keeps all bounds. Where the search stops at the limit, the answer is no and
/// not fully searched.
#[must_use]
pub fn possible(problem: &Problem, limit: &mut Limit) -> Found<bool> {
    if limit.is_used_up() {
        // Making the rows ready takes time too.
        return Found {
            answer: false,
            fully_searched: false,
        };
    }
    match problem.by_rows {
        Some(by_rows) => (by_rows.possible)(problem, limit),
        None => by_states(problem, limit),
    }
}

/// The same, by rows and by states.
pub(super) fn possible_by_rows(problem: &Problem, limit: &mut Limit) -> Found<bool> {
    // Rows are quick wherever they are few. States are better for sums of many sizes and for many
    // items, and soon too many where items may be taken in several ways.
    let is_crowd = problem.items.len() > CROWD;
    let is_tangled = problem.is_tangled();
    let mut tangle = if is_crowd {
        None
    } else {
        Tangle::of(problem, |_| ())
    };
    if let Some(tangle) = &mut tangle {
        let found = limit.part(4, |limit| {
            tangle
                .choose(problem, None, limit)
                .map(|found| found.is_some())
        });
        if found.fully_searched {
            return found;
        }
    }
    if is_crowd || !is_tangled {
        let found = limit.part(2, |limit| by_states(problem, limit));
        if found.fully_searched {
            return found;
        }
    }
    match tangle.or_else(|| Tangle::of(problem, |_| ())) {
        Some(mut tangle) => tangle
            .choose(problem, None, limit)
            .map(|found| found.is_some()),
        None => by_states(problem, limit),
    }
}

fn by_states(problem: &Problem, limit: &mut Limit) -> Found<bool> {
    // With few items rows come to an end soonest.
    let few = Objective {
        costs: &vec![Cost { main: 1, tie: 0 }; problem.items.len()],
        recorded: &[],
        number: 1,
    };
    best::look(problem, &few, true, limit).map(|found| !found.is_empty())
}
