//! One walk over the layers: the best few ways to each state, as far as they are kept.

use super::bound::{Bound, Floor};
use super::choices::{Choice, Choices};
use super::layer::{Layer, Way};
use super::limit::Limit;
use super::machine::{Dead, Key, Machine, Reached};
use super::objective::{Chosen, ONE, Objective, Solution, TIES, cost_of};
use super::search::ROOT;
use super::search::Search;
use super::table::hash;

/// States whose bounds differ by less than this count as equally good, and some of each kind are
/// kept: of those with the very best bounds many are of one kind.
const GRAIN: i64 = ONE * TIES / 2;

/// What one walk over the layers came to.
pub(super) struct Walk {
    pub(super) found: Vec<Chosen>,
    /// What the cheapest choice that was dropped on the way costs at least.
    pub(super) dropped: i64,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        machine: &'a Machine,
        objective: &'a Objective<'a>,
        floor: &Floor,
        all: bool,
        cutoff: i64,
    ) -> Self {
        Self {
            machine,
            objective,
            all,
            nodes: Vec::new(),
            sets: Vec::new(),
            apart: [Vec::new(), Vec::new()],
            bound: Bound::new(machine, &|item| cost_of(objective, item), floor),
            cutoff,
        }
    }

    /// One walk over the layers with so many states in each; `None` where the limit was reached.
    pub(super) fn walk(mut self, width: usize, limit: &mut Limit) -> Option<Walk> {
        let machine = self.machine;
        let mut dropped = i64::MAX;
        let mut now = Layer::default();
        now.table.place(machine.start);
        now.ahead.push(self.bound.of(0, &machine.start));
        now.first.push(Way {
            cost: self.cost_of(machine.fixed.iter().copied()),
            node: ROOT,
        });
        let mut kept = vec![0];
        let mut ranks = Vec::new();
        let mut next = Layer::default();
        for (at, step) in machine.steps.iter().enumerate() {
            let mut choices = Choices::new(&step.members, self.all, self.objective);
            next.clear();
            for place in &kept {
                self.advance(at, &now, *place, &mut choices, &mut next, limit)?;
            }
            kept.clear();
            kept.extend(0..next.table.keys().len());
            if kept.len() > width {
                ranks.clear();
                let keys = next.table.keys().iter().enumerate();
                ranks.extend(keys.map(|(place, key)| {
                    let whole = next.whole(place);
                    (whole / GRAIN, hash(*key), place, whole)
                }));
                ranks.select_nth_unstable(width);
                let left = ranks[width..].iter().map(|(.., whole)| *whole).min();
                dropped = dropped.min(left.unwrap_or(i64::MAX));
                kept.clear();
                kept.extend(ranks[..width].iter().map(|(_, _, place, _)| *place));
            }
            std::mem::swap(&mut now, &mut next);
        }
        let ways: Vec<Way> = now.ways(0).collect();
        Some(Walk {
            found: self.answers(&ways),
            dropped,
        })
    }

    fn answers(&self, ways: &[Way]) -> Vec<Chosen> {
        ways.iter()
            .map(|way| {
                let items = self.items(way.node);
                let recorded = items.iter().copied();
                let solution = Solution {
                    cost: way.cost,
                    items: recorded.filter(|item| self.is_recorded(*item)).collect(),
                };
                (solution, items)
            })
            .collect()
    }

    fn advance(
        &mut self,
        at: usize,
        now: &Layer,
        place: usize,
        choices: &mut Choices,
        next: &mut Layer,
        limit: &mut Limit,
    ) -> Option<()> {
        let step = &self.machine.steps[at];
        let key = now.table.keys()[place];
        let whole = now.whole(place);
        let from = (now, place);
        if step.options.len() > 1 {
            let ways_on: Vec<Option<usize>> = (0..step.options.len())
                .map(Some)
                .chain((!step.must).then_some(None))
                .collect();
            for option in ways_on {
                if !limit.take() {
                    return None;
                }
                if let Ok(Reached { key, .. }) = step.take(key, option, 1) {
                    let chosen = choices.of(usize::from(option.is_some()), &mut self.sets);
                    self.arrive(at + 1, next, key, from, chosen);
                }
            }
            return Some(());
        }
        let (mut full, mut times) = (false, 0);
        while times <= step.members.len() {
            if whole.saturating_add(self.bound.beyond(at, times)) > self.cutoff {
                // Fewer may be too dear where members are a gain, more than enough always are.
                if self.bound.rises(at, times) {
                    break;
                }
                times += 1;
                continue;
            }
            if !limit.take() {
                return None;
            }
            let number = i64::try_from(times).unwrap_or(i64::MAX);
            match step.take(key, Some(0), number) {
                Ok(reached) => {
                    if full {
                        // More of these make no difference to the state: with each that could be left
                        // away there is a better answer. Only those that are a gain by themselves are
                        // all taken.
                        if times >= choices.gain + choices.number {
                            break;
                        }
                        if choices.number == 1 {
                            times = times.max(choices.gain);
                        }
                    }
                    full = reached.full;
                    let chosen = choices.of(times, &mut self.sets);
                    self.arrive(at + 1, next, reached.key, from, chosen);
                }
                Err(Dead::Ever) => break,
                Err(Dead::Yet) => {}
            }
            times += 1;
        }
        Some(())
    }

    /// Notes every way to a state with every choice that leads on, as far as they are the best.
    fn arrive(
        &mut self,
        at: usize,
        next: &mut Layer,
        key: Key,
        (now, from): (&Layer, usize),
        chosen: &[Choice],
    ) {
        let ahead = self.bound.of(at, &key);
        let mut place = None;
        for choice in chosen {
            for way in now.ways(from) {
                let cost = way.cost.plus(choice.cost);
                if cost.weight().saturating_mul(ONE).saturating_add(ahead) > self.cutoff {
                    break;
                }
                let place = *place.get_or_insert_with(|| next.table.place(key).0);
                if place == next.first.len() {
                    next.ahead.push(ahead);
                    let node = self.node(way.node, choice.set);
                    next.first.push(Way { cost, node });
                    if self.objective.number > 1 {
                        match next.more.get_mut(place) {
                            Some(more) => more.clear(),
                            None => next.more.push(Vec::new()),
                        }
                    }
                } else if !self.insert(next, place, cost, way.node, choice.set) {
                    break;
                }
            }
        }
    }
}
