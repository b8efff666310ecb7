//! Whether a plan meets all rules, and nothing else, for who asks this of very many sets of units.
//!
//! The rules are made ready once, for one learner's circumstances. Then each amount is a few bit
//! masks: those units of which the amount has this binary digit. A sum is the number of picked units
//! below each mask, times what the digit is worth.

use super::Context;
use super::compile::{Compiled, compile};
use super::judge::conditions_ticked;
use super::obstacle::closed_units;
use crate::plan::Plan;
use crate::qualification::Qualification;

/// The rules in force for a learner, ready to judge sets of units.
#[derive(Clone, Debug)]
pub struct Judge {
    /// How many words a set of units takes.
    words: usize,
    /// What says which units count side by side.
    counting: Vec<Sum>,
    /// What is asked of them.
    asking: Vec<Sum>,
    conditions_ticked: bool,
}

/// A counter whose bounds decide.
#[derive(Clone, Debug)]
struct Sum {
    start: i64,
    least: i64,
    most: i64,
    unless_zero: bool,
    /// What each of its masks is worth.
    worth: Vec<i64>,
    /// The masks, one after the other.
    masks: Vec<u64>,
    /// Adds 1 to these others of what is asked from so much on.
    emits: Option<(i64, Vec<usize>)>,
}

/// How many others may be added to by some.
const TARGETS: usize = 64;

impl Judge {
    /// The rules for a plan's day of registration, pathway, nation, conditions, and ways in which
    /// its units are earned. `None` where the answer takes a search: a pathway or nation is still to
    /// be chosen, or a unit may count in several groups so that the rules can tell.
    #[must_use]
    pub fn new(qualification: &Qualification, plan: &Plan, context: Context) -> Option<Self> {
        let variants = compile(qualification, plan, context);
        let [compiled] = variants.as_slice() else {
            return None;
        };
        let problem = &compiled.problem;
        if problem.kinds.iter().any(|kind| kind.options.len() > 1) {
            return None;
        }
        let mut judge = Self {
            words: qualification.units.len().div_ceil(64),
            counting: Vec::new(),
            asking: Vec::new(),
            conditions_ticked: conditions_ticked(compiled, plan),
        };
        let open: Vec<bool> = closed_units(qualification, plan, context)
            .iter()
            .map(Option::is_none)
            .collect();
        let mut place = vec![None; problem.counters.len()];
        for (index, counter) in problem.counters.iter().enumerate() {
            if problem.ignored.get(index).copied().unwrap_or(false) {
                continue;
            }
            let (worth, masks) = judge.masks(compiled, index, &open);
            let sum = Sum {
                start: counter.start,
                least: counter.least.unwrap_or(i64::MIN),
                most: counter.most.unwrap_or(i64::MAX),
                unless_zero: counter.unless_zero,
                worth,
                masks,
                emits: counter.emits.clone(),
            };
            if compiled.counting().any(|counting| counting == index) {
                judge.counting.push(sum);
            } else {
                place[index] = Some(judge.asking.len());
                judge.asking.push(sum);
            }
        }
        for (_, to) in judge.asking.iter_mut().filter_map(|sum| sum.emits.as_mut()) {
            for target in to {
                *target = place.get(*target).copied().flatten()?;
                if *target >= TARGETS {
                    return None;
                }
            }
        }
        Some(judge)
    }

    /// The masks of one counter, and what each is worth.
    fn masks(
        &self,
        compiled: &Compiled<'_>,
        counter: usize,
        open: &[bool],
    ) -> (Vec<i64>, Vec<u64>) {
        let problem = &compiled.problem;
        let changes = problem.items.iter().zip(open).map(|(item, open)| {
            let effects = problem.kinds[item.kind].options.first();
            let mut effects = effects.into_iter().flatten();
            let change = effects.find(|(of, _)| *of == counter && *open);
            change.map_or(0, |(_, change)| *change)
        });
        let changes: Vec<i64> = changes.collect();
        let (mut worth, mut masks) = (Vec::new(), Vec::new());
        for sign in [1, -1] {
            for digit in 0..62 {
                let has = |change: &i64| {
                    change.signum() == sign && change.unsigned_abs() >> digit & 1 == 1
                };
                if !changes.iter().any(has) {
                    continue;
                }
                let mut mask = vec![0_u64; self.words];
                for (unit, _) in changes.iter().enumerate().filter(|(_, change)| has(change)) {
                    mask[unit / 64] |= 1 << (unit % 64);
                }
                masks.extend(mask);
                worth.push(sign << digit);
            }
        }
        (worth, masks)
    }

    /// How many words a set of picked units takes.
    #[must_use]
    pub const fn words(&self) -> usize {
        self.words
    }

    /// Whether a plan of these units meets all rules, one bit for each unit in the order of the
    /// qualification and [`Judge::words`] long. `None` where some of them do not count side by side, so that
    /// [`assess`](super::assess) has to say which do.
    #[must_use]
    pub fn is_met(&self, picked: &[u64]) -> Option<bool> {
        let fit = |sum: &Sum| sum.holds(sum.of(picked));
        if !self.counting.iter().all(fit) {
            return None;
        }
        let mut emitted = [0_i64; TARGETS];
        for (index, sum) in self.asking.iter().enumerate() {
            let more = emitted.get(index).copied().unwrap_or(0);
            let value = sum.of(picked).saturating_add(more);
            if !sum.holds(value) {
                return Some(false);
            }
            if let Some((at, to)) = &sum.emits
                && value >= *at
            {
                for target in to {
                    emitted[*target] += 1;
                }
            }
        }
        Some(self.conditions_ticked)
    }
}

impl Sum {
    fn of(&self, picked: &[u64]) -> i64 {
        let masks = self.masks.chunks_exact(picked.len().max(1));
        self.worth
            .iter()
            .zip(masks)
            .fold(self.start, |sum, (worth, mask)| {
                let words = mask.iter().zip(picked);
                let number: u32 = words
                    .map(|(mask, picked)| (mask & picked).count_ones())
                    .sum();
                sum.saturating_add(worth.saturating_mul(i64::from(number)))
            })
    }

    fn holds(&self, value: i64) -> bool {
        value <= self.most && (value >= self.least || self.unless_zero && value == 0)
    }
}
