//! Which picks count, where the rules do not let all of them count side by side.
//!
//! A unit goes uncounted only because another pick bars it, because its content is picked twice, or
//! because a rule says that surplus is not counted. So a set of picks that may count is one of units
//! each in such a group that no further pick can be added without breaking such a rule, not even if
//! those went that make way for it (`precedence`). Which of several is chosen is for `judge` to say.

use std::cmp::Reverse;

use super::compiled::Compiled;
use super::displacement::Displacement;
use super::precedence::Precedence;
use crate::qualification::{Measure, Unit};
use crate::solve::{Limit, Problem, Role, possible};

/// The most sets that are looked at.
const MOST_SETS: usize = 2_000;
/// How much is asked at most to find the sets of one assessment, where a question is about 64 units,
/// or 8 nodes of a search.
pub(super) const MOST_QUESTIONS: usize = 200_000;

/// The sets of picks that may count, the one with the most of what the totals are in first, of equals
/// the one with the earliest in the file; and whether these are all.
///
/// `questions` are how many may be asked, and are taken from it.
pub(super) fn sets(
    compiled: &Compiled<'_>,
    picks: &[usize],
    questions: &mut usize,
) -> (Vec<Vec<usize>>, bool) {
    let picks = if compiled.precedence.first().next().is_some() {
        without_outranked(compiled, picks)
    } else {
        picks.to_vec()
    };
    let Some(mut walk) = Walk::new(compiled, &picks, *questions) else {
        return (vec![Vec::new()], false);
    };
    let found = sets_of(&mut walk, compiled, picks);
    *questions = walk.questions;
    found
}

fn sets_of(
    walk: &mut Walk<'_>,
    compiled: &Compiled<'_>,
    picks: Vec<usize>,
) -> (Vec<Vec<usize>>, bool) {
    if !walk.several && walk.may_count(&picks) {
        return (vec![picks], true);
    }
    // Those of which no such rule speaks count in any case.
    let (mut loose, sure): (Vec<usize>, Vec<usize>) =
        picks.iter().partition(|item| walk.concerns(**item));
    loose.sort_by_key(|item| walk.precedence.below(*item).is_empty());
    walk.begin(&loose, &sure);
    walk.walk(&loose, &mut Vec::new(), &mut sure.clone());
    let whole = walk.questions > 0 && walk.found.len() < MOST_SETS;
    let mut sets = std::mem::take(&mut walk.found);
    for set in &mut sets {
        set.sort_unstable();
    }
    let units = &compiled.qualification.units;
    let measure = compiled.qualification.measure();
    sets.sort_by_cached_key(|set| (Reverse(worth(units, set, measure)), earliest(set)));
    if sets.is_empty() {
        sets.push(walk.greedy(&loose, sure));
    }
    (sets, whole)
}

/// What units come to in a measure.
pub(super) fn worth(units: &[Unit], set: &[usize], measure: Measure) -> u64 {
    let units = set.iter().filter_map(|item| units.get(*item));
    units.map(|unit| u64::from(unit.amount(measure))).sum()
}

/// Of two sets the one that has the first unit in which they differ comes first.
pub(super) fn earliest(set: &[usize]) -> Vec<usize> {
    let end = std::iter::once(usize::MAX);
    set.iter().copied().chain(end).collect()
}

/// The picks without those that make way for one that counts in any case: one beside which all
/// others fit but those that make way for it.
fn without_outranked(compiled: &Compiled<'_>, picks: &[usize]) -> Vec<usize> {
    let problem = &compiled.problem;
    let counting: Vec<usize> = compiled.counting().collect();
    // What each kind adds at most to each counter of what counts.
    let kinds = problem.kinds.iter().map(|kind| {
        let effects = kind.options.iter().flatten();
        let mut all: Vec<(usize, i64)> = effects
            .filter(|(counter, _)| counting.binary_search(counter).is_ok())
            .copied()
            .collect();
        all.sort_unstable_by(|one, two| two.cmp(one));
        all.dedup_by_key(|(counter, _)| *counter);
        all
    });
    let kinds: Vec<Vec<(usize, i64)>> = kinds.collect();
    let weights = |item: usize| &kinds[problem.items[item].kind];
    let mut sums = vec![0_i64; problem.counters.len()];
    let mut is_left = vec![false; problem.items.len()];
    for item in picks {
        is_left[*item] = true;
        for (counter, weight) in weights(*item) {
            sums[*counter] = sums[*counter].saturating_add(*weight);
        }
    }
    let mut again = true;
    while std::mem::take(&mut again) {
        for (first, below) in compiled.precedence.first() {
            let goes: Vec<usize> = below
                .iter()
                .copied()
                .filter(|item| is_left[*item])
                .collect();
            let of_those = |wanted: usize| -> i64 {
                let all = goes.iter().flat_map(|item| weights(*item));
                let own = all.filter(|(counter, _)| *counter == wanted);
                own.map(|(_, weight)| *weight).fold(0, i64::saturating_add)
            };
            let mut touched = weights(first).iter();
            if is_left[first]
                && !goes.is_empty()
                && touched.all(|(at, _)| problem.counters[*at].holds(sums[*at] - of_those(*at)))
            {
                again = true;
                for item in &goes {
                    is_left[*item] = false;
                    for (counter, weight) in weights(*item) {
                        sums[*counter] = sums[*counter].saturating_sub(*weight);
                    }
                }
            }
        }
    }
    picks
        .iter()
        .copied()
        .filter(|item| is_left[*item])
        .collect()
}

/// Walks over the sets, with the rules on what counts side by side and no others.
struct Walk<'a> {
    /// Where units may move, with what leaves those that are left out no room.
    problem: Problem,
    precedence: &'a Precedence,
    counting: Vec<usize>,
    /// True where a pick that such a rule speaks of may count in several groups.
    several: bool,
    found: Vec<Vec<usize>>,
    /// How many are left.
    questions: usize,
}

impl<'a> Walk<'a> {
    fn new(compiled: &'a Compiled<'_>, picks: &[usize], questions: usize) -> Option<Self> {
        let counting: Vec<usize> = compiled.counting().collect();
        let mut problem = compiled.problem.clone();
        problem.ignored = vec![true; problem.counters.len()];
        for counter in &counting {
            problem.ignored[*counter] = false;
        }
        for item in &mut problem.items {
            item.role = Role::Never;
        }
        let several = compiled.may_move(picks);
        if several {
            let loose = picks.iter().copied();
            let loose: Vec<usize> = loose.filter(|pick| compiled.may_bar(*pick)).collect();
            problem = Displacement::new(problem, &counting, &compiled.precedence, &loose)?.problem;
        }
        Some(Self {
            problem,
            precedence: &compiled.precedence,
            counting,
            several,
            found: Vec::new(),
            questions,
        })
    }

    /// Lets those count of which it is to be found out, and those that do in any case.
    fn begin(&mut self, loose: &[usize], sure: &[usize]) {
        if self.several {
            for (items, role) in [(loose, Role::Free), (sure, Role::Must)] {
                for item in items {
                    self.problem.items[*item].role = role;
                }
            }
        }
    }

    /// True where such a rule speaks of this unit.
    fn concerns(&self, item: usize) -> bool {
        let kind = &self.problem.kinds[self.problem.items[item].kind];
        let mut effects = kind.options.iter().flatten();
        effects.any(|(counter, _)| self.counting.contains(counter))
    }

    /// Whether these may count side by side, each in its one way.
    fn may_count(&mut self, set: &[usize]) -> bool {
        self.questions = self.questions.saturating_sub(1 + set.len() / 64);
        let sums = self.problem.sums(set.iter().map(|item| (*item, 0)));
        self.counting
            .iter()
            .all(|counter| self.problem.counters[*counter].holds(sums[*counter]))
    }

    /// Whether there is a set of those that are not decided on yet, beside those that are.
    fn any(&mut self) -> bool {
        // A search costs about as much as sixteen sums.
        self.questions = self.questions.saturating_sub(16);
        let mut limit = Limit::nodes(100_000.min(8 * self.questions as u64));
        let before = limit;
        let found = possible(&self.problem, &mut limit);
        let nodes = usize::try_from(before.less(limit)).unwrap_or(usize::MAX);
        let items = self.problem.items.len();
        self.questions = self.questions.saturating_sub((nodes + items) / 8);
        if !found.answer && !found.fully_searched {
            // What was not found out is no answer.
            self.questions = 0;
        }
        found.answer
    }

    /// Whether an item may count beside these, without those that make way for it.
    fn has_room(&mut self, set: &[usize], item: usize) -> bool {
        let precedence = self.precedence;
        let below = precedence.below(item);
        let stays = |other: &usize| below.binary_search(other).is_err();
        let mut with: Vec<usize> = set.iter().copied().filter(stays).collect();
        with.push(item);
        self.may_count(&with)
    }

    /// One such set, where there are too many picks to look for all: each that may count beside
    /// those before it.
    fn greedy(&mut self, loose: &[usize], mut taken: Vec<usize>) -> Vec<usize> {
        if !self.several {
            let mut sums = self.problem.sums(taken.iter().map(|item| (*item, 0)));
            for item in loose {
                let kind = &self.problem.kinds[self.problem.items[*item].kind];
                let effects = kind.options.first().into_iter().flatten();
                let fits = |(counter, change): &(usize, i64)| {
                    let sum = sums[*counter].saturating_add(*change);
                    !self.counting.contains(counter) || self.problem.counters[*counter].holds(sum)
                };
                if effects.clone().all(fits) {
                    for (counter, change) in effects {
                        sums[*counter] = sums[*counter].saturating_add(*change);
                    }
                    taken.push(*item);
                }
            }
            taken.sort_unstable();
        }
        taken
    }

    /// Decides on the first of the picks that are left, and on all after it.
    fn walk(&mut self, left: &[usize], out: &mut Vec<usize>, taken: &mut Vec<usize>) {
        if self.questions == 0 || self.found.len() >= MOST_SETS {
            return;
        }
        let Some((first, rest)) = left.split_first() else {
            // A set to which one of those left out could be added is not one of those looked for,
            // nor is one of which some had to make way for it.
            if self.several || !out.iter().any(|item| self.has_room(taken, *item)) {
                self.found.push(taken.clone());
            }
            return;
        };
        taken.push(*first);
        if self.goes_on(*first, Role::Must, taken) {
            self.walk(rest, out, taken);
        }
        taken.pop();
        out.push(*first);
        if self.goes_on(*first, Role::Never, taken) {
            self.walk(rest, out, taken);
        }
        out.pop();
        if self.several {
            self.problem.items[*first].role = Role::Free;
        }
    }

    /// Whether there may be sets in which this pick has this role, beside what is taken.
    fn goes_on(&mut self, pick: usize, role: Role, taken: &[usize]) -> bool {
        if self.several {
            self.problem.items[pick].role = role;
            self.any()
        } else {
            role == Role::Never || self.may_count(taken)
        }
    }
}
