//! The problem of the smallest change: each pick counts, stands aside, or goes.
//!
//! A pick stands aside where it does not count beside those that do: it may stay in the plan and
//! costs nothing. Where it could count it has to count or go.

use super::repair::Ward;
use crate::solve::{Counter, Item, Kind, Problem, Role};

/// How many pairs of units that stand in each other's way are followed: a class of 500.
const MOST_PAIRS: usize = 250_000;

pub(super) struct Treatment {
    pub(super) problem: Problem,
    /// For each pick the item that says that it goes.
    pub(super) goes: Vec<(usize, usize)>,
    /// False where a unit that may be pushed aside could count in several groups: then whether it
    /// has to stand aside depends on where all others count. This problem lets it where it may have
    /// to, so that it finds changes that do not do, beside all that do.
    pub(super) exact: bool,
}

impl Treatment {
    /// Whether so many units stand in each other's way that saying of each which others it makes
    /// room for would take more memory than there is.
    pub(super) fn is_too_large(ward: &Ward) -> bool {
        let mut touching = vec![0_usize; ward.problem.counters.len()];
        for item in &ward.problem.items {
            let kind = &ward.problem.kinds[item.kind];
            let mut touched: Vec<usize> =
                kind.options.iter().flatten().map(|(at, _)| *at).collect();
            touched.sort_unstable();
            touched.dedup();
            for counter in touched {
                touching[counter] += 1;
            }
        }
        let pairs = ward
            .counting
            .iter()
            .map(|counter| touching[*counter].pow(2));
        pairs.fold(0, usize::saturating_add) > MOST_PAIRS
    }

    /// With `whole`, units that come can push a pick aside; else nothing comes, and a pick that goes
    /// may be taken again as if it had never been picked.
    pub(super) fn new(ward: &Ward, picks: &[usize], whole: bool) -> Self {
        let Ward {
            problem,
            counting,
            ranks,
            fresh,
            ..
        } = ward;
        let mut this = Self {
            problem: problem.clone(),
            goes: Vec::new(),
            exact: true,
        };
        // A pick that is taken again adds to what bars it in one of its ways only.
        for counter in &mut this.problem.counters {
            counter.relaxed_first = false;
        }
        for index in 0..problem.items.len() {
            // Each with a kind of its own, to which more can be added.
            let touches = |counter: &usize| this.adds(index, *counter).is_some();
            if picks.contains(&index) || counting.iter().any(touches) {
                let kind = this.problem.kinds[this.problem.items[index].kind].clone();
                this.exact &= kind.options.len() == 1 || !counting.iter().any(touches);
                this.problem.kinds.push(kind);
                this.problem.items[index].kind = this.problem.kinds.len() - 1;
            }
        }
        for pick in picks {
            let one = this.counter(Counter {
                least: Some(1),
                most: Some(1),
                ..Counter::default()
            });
            this.add(*pick, |_| Some((one, 1)));
            let item = this.item(vec![(one, 1)]);
            this.goes.push((*pick, item));
            if !whole {
                let again = fresh.items[*pick];
                let ways = &fresh.kinds[again.kind].options;
                let before = &problem.kinds[problem.items[*pick].kind].options;
                if again.role == Role::Free && ways != before {
                    let kind = this.problem.items[item].kind;
                    for way in ways {
                        let mut way = way.clone();
                        way.push((one, 1));
                        this.problem.kinds[kind].options.push(way);
                    }
                }
            }
            let below = ranks.below(*pick);
            for counter in counting {
                let (Some(own), Some(most)) = (
                    this.adds(*pick, *counter),
                    this.problem.counters[*counter].most,
                ) else {
                    continue;
                };
                // What counts has to leave too little room for the pick, without what makes way
                // for it.
                let room = this.counter(Counter {
                    least: Some(0),
                    ..Counter::default()
                });
                for other in 0..problem.items.len() {
                    if other != *pick
                        && below.binary_search(&other).is_err()
                        && (whole || picks.contains(&other))
                        && this.adds(other, *counter).is_some()
                    {
                        let counter = *counter;
                        this.add(other, |option| {
                            let effect = option.iter().find(|(known, _)| *known == counter);
                            effect.map(|(_, change)| (room, *change))
                        });
                    }
                }
                let needed = most.saturating_sub(own).saturating_add(1);
                this.item(vec![(one, 1), (room, needed.saturating_neg())]);
            }
        }
        this
    }

    /// What an item adds to a counter, in the first way that does.
    fn adds(&self, item: usize, counter: usize) -> Option<i64> {
        let kind = &self.problem.kinds[self.problem.items[item].kind];
        let mut effects = kind.options.iter().flatten();
        effects
            .find(|(known, _)| *known == counter)
            .map(|(_, change)| *change)
    }

    fn counter(&mut self, counter: Counter) -> usize {
        self.problem.counters.push(counter);
        self.problem.counters.len() - 1
    }

    fn item(&mut self, effects: Vec<(usize, i64)>) -> usize {
        self.problem.kinds.push(Kind {
            options: vec![effects],
        });
        self.problem.items.push(Item {
            kind: self.problem.kinds.len() - 1,
            role: Role::Free,
        });
        self.problem.items.len() - 1
    }

    /// Lets an item add more in each of its ways.
    fn add(&mut self, item: usize, more: impl Fn(&[(usize, i64)]) -> Option<(usize, i64)>) {
        let kind = self.problem.items[item].kind;
        for option in &mut self.problem.kinds[kind].options {
            option.extend(more(option));
        }
    }
}
