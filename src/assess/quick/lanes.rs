//! Counters side by side in words, each in bits of its own.

use super::super::compiled::Compiled;
use crate::solve::Counter;

/// The bounds of the lanes of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    /// The highest bit of each lane.
    pub(super) highest: u64,
    /// Brings a lane to its highest bit from its least value on.
    pub(super) least: u64,
    /// Brings a lane to its highest bit beyond its largest value.
    pub(super) most: u64,
}

/// Where a counter's value stands, and what 0 stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lane {
    pub(super) word: usize,
    pub(super) shift: u32,
    /// How many bits its values take; one more is free.
    pub(super) bits: u32,
    pub(super) lowest: i128,
}

/// A counter that may go against its bounds.
pub(super) struct Asked<'a> {
    pub(super) counter: &'a Counter,
    /// What which unit adds.
    pub(super) changes: Vec<(usize, i64)>,
    pub(super) lowest: i128,
    pub(super) highest: i128,
}

/// The counters of a problem that units, as far as they are open, could bring out of their bounds.
pub(super) fn asked<'a>(compiled: &'a Compiled<'_>, open: &[bool]) -> Vec<Option<Asked<'a>>> {
    let problem = &compiled.problem;
    let mut changes = vec![Vec::new(); problem.counters.len()];
    for (unit, item) in problem
        .items
        .iter()
        .enumerate()
        .filter(|(unit, _)| open[*unit])
    {
        let effects = problem.kinds[item.kind].options.first();
        for (counter, change) in effects.into_iter().flatten() {
            changes[*counter].push((unit, *change));
        }
    }
    let emitted = problem.counters.iter().filter_map(|one| one.emits.as_ref());
    let targets: Vec<usize> = emitted.flat_map(|(_, to)| to).copied().collect();
    let all = problem.counters.iter().zip(changes).enumerate();
    all.map(|(index, (counter, changes))| {
        let (mut lowest, mut highest) = (i128::from(counter.start), i128::from(counter.start));
        for (_, change) in &changes {
            lowest += i128::from(*change).min(0);
            highest += i128::from(*change).max(0);
        }
        highest += targets
            .iter()
            .map(|target| i128::from(*target == index))
            .sum::<i128>();
        let holds = counter.least.is_none_or(|least| lowest >= least.into())
            && counter.most.is_none_or(|most| highest <= most.into());
        let is_ignored = problem.ignored.get(index).copied().unwrap_or(false);
        (!is_ignored && (!holds || counter.emits.is_some())).then_some(Asked {
            counter,
            changes,
            lowest,
            highest,
        })
    })
    .collect()
}

impl Bounds {
    /// Whether all lanes of a word are within their bounds.
    pub(super) const fn hold(self, sum: u64) -> bool {
        let enough = sum.wrapping_add(self.least) & self.highest == self.highest;
        let too_much = sum.wrapping_add(self.most) & self.highest != 0;
        enough && !too_much
    }
}

impl Lane {
    /// What stands in it for a value; for one below or above all that it can hold, the nearest that
    /// is still told apart.
    pub(super) fn place_of(self, value: i128) -> u64 {
        let highest = 1_u64 << self.bits;
        let place = (value - self.lowest).clamp(0, highest.into());
        u64::try_from(place).unwrap_or(highest)
    }

    /// What stands in it.
    pub(super) fn of(self, sums: &[u64]) -> u64 {
        sums[self.word] >> self.shift & ((1 << self.bits) - 1)
    }
}
