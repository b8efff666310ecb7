//! Which picks count, where the rules do not let all of them count side by side.
//!
//! A unit goes uncounted only because another pick bars it, because its content is picked twice, or
//! because a rule says that surplus is not counted. So a set of picks that may count is one to which
//! no further pick can be added without breaking such a rule. Which of several is chosen is for
//! `judge` to say.

use super::compile::Compiled;
use crate::qualification::{Form, UnitCode};
use crate::solve::{Limit, Problem, Role, possible};

/// The most sets that are looked at, and the most questions that are asked to find them.
const MOST_SETS: usize = 2_000;
const MOST_QUESTIONS: usize = 200_000;

impl Compiled<'_> {
    /// The counters that say which units count side by side.
    pub(super) fn counting(&self) -> impl Iterator<Item = usize> {
        self.rules
            .iter()
            .flat_map(|rule| rule.counting.iter().copied())
    }

    /// The units that the specification lets count before all others of a class of which one
    /// counts, each with the counter of that class.
    pub(super) fn first(&self) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        for compilation in &self.rules {
            let rule = self.qualification.rules.get(compilation.rule);
            if let Some(Form::Barred {
                most: 1,
                counts: Some(first),
                ..
            }) = rule.map(|rule| &rule.form)
                && let Some(first) = self.qualification.unit_index(first)
            {
                all.extend(compilation.counting.iter().map(|counter| (first, *counter)));
            }
        }
        all
    }
}

/// The sets of picks that may count, the one with the most credits first and of equals the one with
/// the lowest codes; and whether these are all.
pub(super) fn sets(compiled: &Compiled<'_>, picks: &[usize]) -> (Vec<Vec<usize>>, bool) {
    let picks = without_outranked(compiled, picks);
    let mut walk = Walk::new(compiled);
    if walk.may_count(&picks) {
        return (vec![picks], true);
    }
    // Those of which no such rule speaks count in any case.
    let (loose, sure): (Vec<usize>, Vec<usize>) =
        picks.iter().partition(|item| walk.concerns(**item));
    walk.walk(&loose, &mut Vec::new(), &mut sure.clone());
    let whole = walk.questions < MOST_QUESTIONS && walk.found.len() < MOST_SETS;
    let mut sets = walk.found;
    for set in &mut sets {
        set.sort_unstable();
    }
    let units = &compiled.qualification.units;
    let credits = |set: &[usize]| -> u64 {
        let units = set.iter().filter_map(|item| units.get(*item));
        units.map(|unit| u64::from(unit.credits.number())).sum()
    };
    sets.sort_by(|one, two| credits(two).cmp(&credits(one)).then_with(|| one.cmp(two)));
    if sets.is_empty() {
        sets.push(sure);
    }
    (sets, whole)
}

/// The picks without those beside which the specification names another that counts.
fn without_outranked(compiled: &Compiled<'_>, picks: &[usize]) -> Vec<usize> {
    let qualification = compiled.qualification;
    let place = |code: &UnitCode| qualification.unit_index(code);
    let mut left = picks.to_vec();
    for rule in &compiled.rules {
        if let Some(Form::Barred {
            units,
            most: 1,
            counts: Some(first),
        }) = qualification.rules.get(rule.rule).map(|rule| &rule.form)
            && let Some(first) = place(first)
            && left.contains(&first)
        {
            left.retain(|item| {
                *item == first || !units.iter().any(|code| place(code) == Some(*item))
            });
        }
    }
    left
}

/// Walks over the sets, with the rules on what counts side by side and no others.
struct Walk {
    problem: Problem,
    counting: Vec<usize>,
    /// True where a unit that such a rule speaks of may count in several groups.
    several: bool,
    found: Vec<Vec<usize>>,
    questions: usize,
}

impl Walk {
    fn new(compiled: &Compiled<'_>) -> Self {
        let counting: Vec<usize> = compiled.counting().collect();
        let mut problem = compiled.problem.clone();
        problem.ignored = vec![true; problem.counters.len()];
        for counter in &counting {
            problem.ignored[*counter] = false;
        }
        for item in &mut problem.items {
            item.role = Role::Never;
        }
        let touches = |option: &Vec<(usize, i64)>| {
            option.iter().any(|(counter, _)| counting.contains(counter))
        };
        let kinds = problem.kinds.iter();
        Self {
            several: kinds
                .clone()
                .any(|kind| kind.options.len() > 1 && kind.options.iter().any(touches)),
            problem,
            counting,
            found: Vec::new(),
            questions: 0,
        }
    }

    /// True where such a rule speaks of this unit.
    fn concerns(&self, item: usize) -> bool {
        let kind = &self.problem.kinds[self.problem.items[item].kind];
        let mut effects = kind.options.iter().flatten();
        effects.any(|(counter, _)| self.counting.contains(counter))
    }

    /// Whether these may count side by side.
    fn may_count(&mut self, set: &[usize]) -> bool {
        self.questions += 1;
        if !self.several {
            let sums = self.problem.sums(set.iter().map(|item| (*item, 0)));
            return self
                .counting
                .iter()
                .all(|counter| self.problem.counters[*counter].holds(sums[*counter]));
        }
        for item in set {
            self.problem.items[*item].role = Role::Must;
        }
        let found = possible(&self.problem, &mut Limit::nodes(100_000)).answer;
        for item in set {
            self.problem.items[*item].role = Role::Never;
        }
        found
    }

    /// Decides on the first of the picks that are left, and on all after it.
    fn walk(&mut self, left: &[usize], out: &mut Vec<usize>, taken: &mut Vec<usize>) {
        if self.questions >= MOST_QUESTIONS || self.found.len() >= MOST_SETS {
            return;
        }
        let Some((first, rest)) = left.split_first() else {
            // A set to which one of those left out could be added is not one of those looked for.
            let could_be_more = out.iter().any(|item| {
                taken.push(*item);
                let more = self.may_count(taken);
                taken.pop();
                more
            });
            if !could_be_more {
                self.found.push(taken.clone());
            }
            return;
        };
        taken.push(*first);
        if self.may_count(taken) {
            self.walk(rest, out, taken);
        }
        taken.pop();
        out.push(*first);
        self.walk(rest, out, taken);
        out.pop();
    }
}
