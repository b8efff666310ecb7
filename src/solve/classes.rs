//! A problem whose items that add the same are together, as the search looks at it first.

use super::layout::{Raw, merge_kinds};
use super::machine::{Machine, Made};
use super::problem::{Counter, Problem, Role, without};

/// A problem whose items that add the same are together.
pub(super) struct Classes {
    pub(super) counters: Vec<Counter>,
    pub(super) steps: Vec<Raw>,
    /// Items that are chosen in any case, in one way only: the counters begin with them.
    pub(super) fixed: Vec<usize>,
}

impl Classes {
    /// Those of a problem without the counters in `left_out`. Items that are recorded (`told`) and
    /// items that are not are never in one class.
    pub(super) fn of(problem: &Problem, left_out: &[bool], told: &[bool]) -> Self {
        let is_out = |counter: usize| left_out.get(counter).copied().unwrap_or(false);
        let mut counters = without(&problem.counters, is_out);
        let (kinds, kind_of) = merge_kinds(problem, &is_out);
        let (mut fixed, mut classes) = (Vec::new(), Vec::new());
        let mut class_of = vec![[usize::MAX; 2]; kinds.len()];
        for (index, item) in problem.items.iter().enumerate() {
            let Some(kind) = kind_of.get(item.kind).copied() else {
                continue;
            };
            let (must, options) = (item.role == Role::Must, &kinds[kind]);
            match item.role {
                Role::Never => {}
                Role::Must if options.len() == 1 => {
                    for (counter, change) in &options[0] {
                        counters[*counter].start = counters[*counter].start.saturating_add(*change);
                    }
                    fixed.push(index);
                }
                // Where there are several ways, each item is a step of its own.
                _ if options.len() > 1 => classes.push((kind, must, vec![index])),
                _ => {
                    let told = told.get(index).copied().unwrap_or(false);
                    let class = &mut class_of[kind][usize::from(told)];
                    if *class == usize::MAX {
                        *class = classes.len();
                        classes.push((kind, must, Vec::new()));
                    }
                    classes[*class].2.push(index);
                }
            }
        }
        let mut steps: Vec<Raw> = classes
            .into_iter()
            .map(|(kind, must, members)| Raw {
                members,
                must,
                options: kinds[kind].clone(),
            })
            .collect();
        coarsen(&mut counters, &mut steps);
        Self {
            counters,
            steps,
            fixed,
        }
    }

    /// A problem made ready without the counters in `left_out`.
    pub(super) fn made(problem: &Problem, left_out: &[bool]) -> Made {
        Self::of(problem, left_out, &[]).ready(|_| |_| true)
    }

    /// True where some counter has no value within its bounds.
    pub(super) fn is_impossible(&self) -> bool {
        self.counters.iter().any(Counter::is_impossible)
    }

    /// Ready for the search, with those members only that are wanted of each step.
    pub(super) fn ready<'a, W: Fn(usize) -> bool>(&'a self, of: impl Fn(&'a Raw) -> W) -> Made {
        let steps = self.steps.iter().filter_map(|step| {
            let wanted = of(step);
            let members = step.members.iter().copied();
            let members: Vec<usize> = members.filter(|member| wanted(*member)).collect();
            (!members.is_empty()).then(|| Raw {
                members,
                must: step.must,
                options: step.options.clone(),
            })
        });
        let (counters, fixed) = (self.counters.clone(), self.fixed.clone());
        Machine::lay_out(counters, steps.collect(), fixed, true)
    }
}

/// Counts in larger units what all steps change by a multiple of something: 37 of amounts that are
/// all even are 38, and an odd amount cannot be met exactly.
fn coarsen(counters: &mut [Counter], steps: &mut [Raw]) {
    let mut common = vec![0_i64; counters.len()];
    for (counter, change) in steps.iter().flat_map(|step| step.options.iter().flatten()) {
        let (mut one, mut other) = (common[*counter], change.saturating_abs());
        while other != 0 {
            (one, other) = (other, one % other);
        }
        common[*counter] = one;
    }
    for target in counters
        .iter()
        .flat_map(|one| &one.emits)
        .flat_map(|(_, to)| to)
    {
        common[*target] = 1;
    }
    for (counter, common) in counters.iter_mut().zip(&mut common) {
        if *common < 2 || counter.unless_zero && counter.start != 0 {
            *common = 1;
            continue;
        }
        let start = std::mem::take(&mut counter.start);
        let up = |bound: i64| {
            bound
                .saturating_sub(start)
                .saturating_add(*common - 1)
                .div_euclid(*common)
        };
        counter.least = counter.least.map(up);
        counter.most = counter
            .most
            .map(|most| most.saturating_sub(start).div_euclid(*common));
        if let Some((at, _)) = &mut counter.emits {
            *at = up(*at);
        }
    }
    let changes = steps
        .iter_mut()
        .flat_map(|step| step.options.iter_mut().flatten());
    for (counter, change) in changes {
        *change /= common[*counter].max(1);
    }
}
