//! The counters of the rules while they are put together, and what each unit adds to them.

use super::select::{Chosen, Counted, measured};
use crate::qualification::{Measure, Qualification, Selection, UnitCode};
use crate::solve::Counter;

/// Adds the amounts of units to counters while rules are compiled.
pub(super) struct Builder<'a> {
    pub(super) qualification: &'a Qualification,
    pub(super) counters: Vec<Counter>,
    pub(super) counting: Vec<usize>,
    pub(super) amounts: Vec<(usize, Chosen, Measure, i64)>,
    /// What each unit adds wherever it counts.
    pub(super) units: Vec<Vec<(usize, i64)>>,
}

impl Builder<'_> {
    /// A counter; its number.
    pub(super) fn counter(&mut self, counter: Counter) -> usize {
        self.counters.push(counter);
        self.counters.len() - 1
    }

    /// A counter that says which units count side by side; its number.
    pub(super) fn counting(&mut self, counter: Counter) -> usize {
        let number = self.counter(counter);
        self.counting.push(number);
        number
    }

    /// Lets every selected unit add its measure, so many times, to a counter.
    pub(super) fn add(&mut self, counter: usize, of: Selection, measure: Measure, factor: i64) {
        let chosen = Chosen::new(self.qualification, of);
        self.amounts.push((counter, chosen, measure, factor));
    }

    /// Lets each of these units add 1 to a counter wherever it counts.
    pub(super) fn add_units(&mut self, counter: usize, codes: &[UnitCode]) {
        for code in codes {
            self.add_unit(counter, code, 1);
        }
    }

    /// Lets a unit add so much to a counter wherever it counts.
    pub(super) fn add_unit(&mut self, counter: usize, code: &UnitCode, change: i64) {
        if let Some(index) = self.qualification.unit_index(code) {
            let adds = &mut self.units[index];
            match adds.iter_mut().find(|(known, _)| *known == counter) {
                Some((_, sum)) => *sum = sum.saturating_add(change),
                None => adds.push((counter, change)),
            }
        }
    }

    /// For each unit the amounts whose selection names it.
    pub(super) fn named(&self) -> Vec<Vec<usize>> {
        let mut named = vec![Vec::new(); self.qualification.units.len()];
        for (place, (_, chosen, ..)) in self.amounts.iter().enumerate() {
            for index in chosen.named() {
                named[*index].push(place);
            }
        }
        named
    }

    /// The measures in which amounts are asked for, beside the number of units.
    pub(super) fn measures(&self) -> [Option<Measure>; 4] {
        let all = [
            Measure::Credits,
            Measure::Hours,
            Measure::Points,
            Measure::Units,
        ];
        all.map(|measure| {
            let mut asked = self.amounts.iter().map(|(_, _, asked, _)| *asked);
            asked.any(|asked| asked == measure).then_some(measure)
        })
    }

    /// What a unit counted in this way adds to which counters.
    pub(super) fn effects(&self, counted: Counted<'_>) -> Vec<(usize, i64)> {
        let mut effects = self.units[counted.index].clone();
        for (counter, chosen, measure, factor) in &self.amounts {
            let amount = measured(counted.unit, *measure).saturating_mul(*factor);
            if amount != 0 && chosen.holds(counted) {
                match effects.iter_mut().find(|(known, _)| known == counter) {
                    Some((_, sum)) => *sum = sum.saturating_add(amount),
                    None => effects.push((*counter, amount)),
                }
            }
        }
        effects.retain(|(_, change)| *change != 0);
        effects.sort_unstable();
        effects
    }
}
