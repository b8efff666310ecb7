//! Which units make way for which: a rule may name the one of its class that counts before the
//! others.
//!
//! The others make way only where the one that is named counts, or would if they were not there: a
//! unit that something else keeps from counting is no reason to leave another out.

use crate::qualification::{Form, Qualification, Rule};

/// For each unit that comes before others those that make way for it, in order.
#[derive(Clone, Default)]
pub(super) struct Precedence(Vec<(usize, Vec<usize>)>);

impl Precedence {
    /// Where rules would have units make way for each other in a circle, the earlier rules hold.
    pub(super) fn new<'a>(
        qualification: &Qualification,
        in_force: impl Iterator<Item = &'a Rule>,
    ) -> Self {
        let mut precedence = Self::default();
        for rule in in_force {
            let Form::Barred {
                units,
                most: 1,
                counts: Some(first),
            } = &rule.form
            else {
                continue;
            };
            let Some(first) = qualification.unit_index(first) else {
                continue;
            };
            let mut others = qualification.unit_indices(units).collect::<Vec<usize>>();
            let above = precedence.above(first);
            others.retain(|other| !above.contains(other));
            others.extend(precedence.below(first));
            others.sort_unstable();
            others.dedup();
            precedence.0.retain(|(known, _)| *known != first);
            precedence.0.push((first, others));
        }
        precedence
    }

    /// The units that make way for this one.
    pub(super) fn below(&self, item: usize) -> &[usize] {
        let mut all = self.0.iter();
        all.find(|(first, _)| *first == item)
            .map_or(&[], |(_, below)| below)
    }

    /// All units that come before others.
    pub(super) fn first(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.0
            .iter()
            .map(|(first, below)| (*first, below.as_slice()))
    }

    /// A unit, and those that come before it, before one of those, and so on.
    fn above(&self, item: usize) -> Vec<usize> {
        let mut above = vec![item];
        let mut at = 0;
        while let Some(next) = above.get(at).copied() {
            for (first, below) in &self.0 {
                if below.binary_search(&next).is_ok() && !above.contains(first) {
                    above.push(*first);
                }
            }
            at += 1;
        }
        above
    }
}
