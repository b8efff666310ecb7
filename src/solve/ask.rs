//! A problem in rows: a literal for each way in which an item may be taken, and for each counter what
//! its bounds ask.

use super::asked::{Asked, Need, Top};

use super::cuts::{cheapest, cuts};
use super::problem::{Counter, Problem, Role};
use super::rows::MADE;
use super::shape::{Literal, not};

/// What a counter comes to: what it begins with, and what literals add.
#[derive(Clone, Default)]
struct Sum {
    start: i64,
    terms: Vec<(i64, Literal)>,
}

impl Sum {
    fn low(&self) -> i64 {
        let down = self.terms.iter().map(|(change, _)| (*change).min(0));
        down.fold(self.start, i64::saturating_add)
    }

    fn high(&self) -> i64 {
        let up = self.terms.iter().map(|(change, _)| (*change).max(0));
        up.fold(self.start, i64::saturating_add)
    }

    /// True where whatever is taken adds to it.
    fn rises(&self) -> bool {
        self.terms.iter().all(|(change, _)| *change > 0)
    }

    /// Adds 1 where this literal is true. Two groups of the same units are used together.
    fn rise(&mut self, literal: Literal) {
        let mut terms = self.terms.iter_mut();
        match terms.find(|(_, known)| *known == literal) {
            Some((change, _)) => *change = change.saturating_add(1),
            None => self.terms.push((1, literal)),
        }
    }

    fn downwards(&self) -> impl Iterator<Item = (i64, Literal)> {
        self.terms
            .iter()
            .map(|(change, literal)| (change.saturating_neg(), *literal))
    }
}

impl Asked {
    /// The rows of a problem; `None` where they cannot be made, or are too long. Of items that add the
    /// same those that are `first` are taken first.
    pub(super) fn of<F: Ord>(problem: &Problem, first: impl Fn(usize) -> F) -> Option<Self> {
        let mut made = Self::default();
        let sums = made.items(problem);
        made.alike(problem, first);
        made.counters(problem, sums)?;
        cuts(&mut made);
        (!made.rows.is_too_long).then_some(made)
    }

    fn items(&mut self, problem: &Problem) -> Vec<Sum> {
        let start = |counter: &Counter| Sum {
            start: counter.start,
            terms: Vec::new(),
        };
        let mut sums: Vec<Sum> = problem.counters.iter().map(start).collect();
        let (mut touched, mut changes) = (Vec::new(), Vec::new());
        for item in &problem.items {
            let apart = match item.role {
                Role::Never => Vec::new(),
                _ => problem.apart(item.kind),
            };
            if apart.is_empty() {
                self.rows.is_impossible |= item.role == Role::Must;
                self.taken.push(None);
                self.ways.push(Vec::new());
                continue;
            }
            for (_, told) in &apart {
                self.rows.steps += MADE + MADE * told.len() as u64;
            }
            let taken = self.rows.variable();
            let mut ways = vec![(0, taken)];
            if apart.len() > 1 {
                let each = apart.iter().map(|(way, _)| (*way, self.rows.variable()));
                ways = each.collect();
                // One of the ways where it is taken, and none where it is not.
                for sign in [1, -1] {
                    let each = ways.iter().map(|(_, way)| (sign, *way));
                    self.rows.ask(each.chain([(-sign, taken)]), 0);
                }
            }
            if item.role == Role::Must {
                self.rows.ask([(1, taken)], 1);
            }
            touched.clear();
            for (_, told) in &apart {
                touched.extend(told.iter().map(|(at, _)| *at));
            }
            touched.sort_unstable();
            touched.dedup();
            for counter in touched.iter().copied() {
                let change = |told: &[(usize, i64)]| {
                    let change = told.iter().find(|(at, _)| *at == counter);
                    change.map_or(0, |(_, change)| *change)
                };
                changes.clear();
                changes.extend(apart.iter().map(|(_, told)| change(told)));
                let terms = &mut sums[counter].terms;
                if changes.iter().all(|change| *change == changes[0]) {
                    terms.extend((changes[0] != 0).then_some((changes[0], taken)));
                } else {
                    let each = changes.iter().copied().zip(&ways);
                    let each = each.filter(|(change, _)| *change != 0);
                    terms.extend(each.map(|(change, (_, way))| (change, *way)));
                }
            }
            self.taken.push(Some(taken));
            self.ways.push(ways);
        }
        sums
    }

    /// Of items that may be taken and add the same in their one way, each only after the one before.
    fn alike<F: Ord>(&mut self, problem: &Problem, first: impl Fn(usize) -> F) {
        let mut all: Vec<(usize, F, usize, Literal)> = Vec::new();
        for (index, item) in problem.items.iter().enumerate() {
            if item.role == Role::Free
                && let [(_, way)] = self.ways[index][..]
            {
                all.push((item.kind, first(index), index, way));
            }
        }
        all.sort_unstable();
        for pair in all.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.rows.ask([(1, pair[0].3), (-1, pair[1].3)], 0);
            }
        }
    }

    /// What the bounds of the counters ask; `None` where that cannot be said.
    fn counters(&mut self, problem: &Problem, mut sums: Vec<Sum>) -> Option<()> {
        for (index, counter) in problem.counters.iter().enumerate() {
            if problem.is_ignored(index) {
                continue;
            }
            let sum = std::mem::take(&mut sums[index]);
            if let Some(most) = counter.most {
                self.rows
                    .ask(sum.downwards(), sum.start.saturating_sub(most));
                if sum.rises() {
                    let most = most.saturating_sub(sum.start);
                    self.tops.push(Top {
                        terms: sum.terms.clone(),
                        most,
                    });
                }
            }
            if let Some(least) = counter.least.filter(|least| *least > sum.low()) {
                let only_if = if counter.unless_zero && sum.start <= 0 {
                    if sum.start < 0 || !sum.rises() {
                        return None;
                    }
                    Some(self.reaches(&sum, 1))
                } else {
                    None
                };
                self.at_least(&sum, least, only_if);
            }
            let Some((at, to)) = &counter.emits else {
                continue;
            };
            if *at <= sum.low() {
                for target in to {
                    sums[*target].start = sums[*target].start.saturating_add(1);
                }
            } else if *at <= sum.high() {
                let literal = self.reaches(&sum, *at);
                self.at_least(&sum, *at, Some(literal));
                for target in to {
                    sums[*target].rise(literal);
                }
            }
        }
        Some(())
    }

    fn at_least(&mut self, sum: &Sum, least: i64, only_if: Option<Literal>) {
        let mut asked = least.saturating_sub(sum.start);
        if least > sum.high() {
            match only_if {
                Some(literal) => self.rows.ask([(1, not(literal))], 1),
                None => self.rows.is_impossible = true,
            }
            return;
        }
        if sum.rises() {
            // Not every amount can be reached: at least 8, in multiples of 3, is at least 9.
            let terms = sum.terms.iter().map(|(change, _)| (*change, *change));
            asked = cheapest(terms, asked).unwrap_or(asked);
            self.needs.push(Need {
                terms: sum.terms.clone(),
                least: asked,
                only_if,
            });
        }
        // Where the literal is false nothing is asked.
        let low = sum.low().saturating_sub(sum.start);
        let without = only_if.map(|literal| (asked.saturating_sub(low), not(literal)));
        self.rows
            .ask(sum.terms.iter().copied().chain(without), asked);
    }

    /// A literal that is true where a sum comes to so much at least, and only there.
    fn reaches(&mut self, sum: &Sum, at: i64) -> Literal {
        let asked = at.saturating_sub(sum.start);
        if sum.terms.iter().any(|(change, _)| *change < asked) {
            let literal = self.rows.variable();
            let over = sum.high().saturating_sub(at).saturating_add(1);
            let below = asked.saturating_sub(1).saturating_neg();
            self.rows
                .ask(sum.downwards().chain([(over, literal)]), below);
            return literal;
        }
        // Any of them is enough. So the credits of a group and the number of its units share a
        // literal.
        let mut any: Vec<Literal> = sum.terms.iter().map(|(_, literal)| *literal).collect();
        any.sort_unstable();
        if let Some(known) = self.any.get(&any) {
            return *known;
        }
        let literal = self.rows.variable();
        let number = i64::try_from(any.len()).unwrap_or(i64::MAX);
        let none = any.iter().map(|one| (1, not(*one)));
        self.rows.ask(none.chain([(number, literal)]), number);
        let some = any.iter().map(|one| (1, *one));
        self.rows.ask(some.chain([(-1, literal)]), 0);
        self.any.insert(any, literal);
        literal
    }
}
