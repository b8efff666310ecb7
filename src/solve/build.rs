//! From a problem to a machine: items that add the same become one step, the steps are put in order,
//! and each counter gets its place in the key.

use super::layout::{Ahead, Place, Raw, lives, order, place, totals};
use super::machine::Made;
use super::machine::{Effect, Machine, Step, ends};
use super::problem::{Counter, Problem, Role, without};

impl Machine {
    /// Makes a problem ready so that each item is a step of its own, in this order.
    pub(super) fn item_by_item(problem: &Problem, order: &[usize]) -> Made {
        let steps = order
            .iter()
            .filter_map(|index| {
                let item = problem.items.get(*index)?;
                let options = match item.role {
                    Role::Never => Vec::new(),
                    _ => problem.kinds.get(item.kind)?.options.clone(),
                };
                Some(Raw {
                    members: vec![*index],
                    must: item.role == Role::Must,
                    options,
                })
            })
            .collect();
        let counters = without(&problem.counters, |counter| problem.is_ignored(counter));
        Self::lay_out(counters, steps, Vec::new(), false)
    }

    /// The items that may be chosen, in the order of the steps.
    pub(super) fn items(&self) -> impl Iterator<Item = usize> {
        let of_steps = self.steps.iter().flat_map(|step| &step.members);
        self.fixed.iter().chain(of_steps).copied()
    }

    pub(super) fn lay_out(
        mut counters: Vec<Counter>,
        mut steps: Vec<Raw>,
        fixed: Vec<usize>,
        reorder: bool,
    ) -> Made {
        if counters.iter().any(Counter::is_impossible) {
            return Made::Impossible;
        }
        let total = totals(&counters, &steps);
        for (counter, all) in counters.iter_mut().zip(&total) {
            // A limit that cannot be passed is dropped: then fewer states differ.
            let highest = counter.start.saturating_add(all.up);
            counter.most = counter.most.filter(|most| *most < highest);
        }
        if reorder {
            let order = order(&counters, &steps, &total);
            let mut left: Vec<Option<Raw>> = steps.into_iter().map(Some).collect();
            steps = order
                .into_iter()
                .filter_map(|index| left.get_mut(index)?.take())
                .collect();
        }
        let lives = lives(&counters, &steps);

        // What no step touches ends as it began.
        for index in 0..counters.len() {
            if lives[index].is_some() {
                continue;
            }
            let Some(emits) = ends(&counters[index], counters[index].start) else {
                return Made::Impossible;
            };
            if emits && let Some((_, to)) = counters[index].emits.clone() {
                for target in to {
                    counters[target].start = counters[target].start.saturating_add(1);
                }
            }
        }

        let mut places = vec![Place::default(); counters.len()];
        let Some(()) = place(&counters, &total, &lives, steps.len(), &mut places) else {
            return Made::TooWide;
        };
        let mut machine = Self {
            counters,
            places,
            lives,
            steps: Vec::new(),
            fixed,
            start: [0; 2],
        };
        if machine.connect(steps) {
            Made::Ready(machine)
        } else {
            Made::Impossible
        }
    }

    /// Fills in, from the last step to the first, what is still ahead of each counter. False where
    /// a counter cannot even begin.
    fn connect(&mut self, raw: Vec<Raw>) -> bool {
        let mut ahead = vec![Ahead::default(); self.counters.len()];
        let mut steps = Vec::new();
        for (at, raw) in raw.into_iter().enumerate().rev() {
            let ending = |index: &usize| self.lives[*index].is_some_and(|(_, last)| last == at);
            let closing: Vec<usize> = (0..self.counters.len()).filter(ending).collect();
            // Until the end of the step, all that ends here may still add to its targets.
            let targets = |counter: &usize| match &self.counters[*counter].emits {
                Some((_, to)) => to.clone(),
                None => Vec::new(),
            };
            for target in closing.iter().flat_map(targets) {
                ahead[target].up = ahead[target].up.saturating_add(1);
            }
            let effect = |counter: usize, change: i64| self.effect(counter, change, ahead[counter]);
            let options: Vec<Vec<Effect>> = raw
                .options
                .iter()
                .map(|option| {
                    option
                        .iter()
                        .map(|(counter, change)| effect(*counter, *change))
                        .collect()
                })
                .collect();
            let saturates = options
                .iter()
                .flatten()
                .all(|effect| effect.change > 0 && self.counters[effect.counter].most.is_none());
            let closing = closing
                .iter()
                .map(|counter| {
                    let to = targets(counter).into_iter();
                    self.closing(*counter, to.map(|target| effect(target, 1)).collect())
                })
                .collect();
            raw.reach(&mut ahead);
            let mut enter = [0; 2];
            for (index, life) in self.lives.iter().enumerate() {
                if life.is_some_and(|(first, _)| first == at)
                    && self.begin(index, ahead[index], &mut enter).is_none()
                {
                    return false;
                }
            }
            steps.push(Step {
                members: raw.members,
                must: raw.must,
                options,
                saturates,
                enter,
                closing,
            });
        }
        steps.reverse();
        self.steps = steps;
        true
    }
}
