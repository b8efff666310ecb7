//! What was chosen on the way to a state, and which of two ways of equal cost comes first.

use std::cmp::Ordering;

use super::best::Search;
use super::choices::Cost;

/// Some members of a step that were chosen, after those of another node.
pub(super) struct Node {
    pub(super) before: u32,
    pub(super) set: u32,
}

/// No choice yet.
pub(super) const ROOT: u32 = u32::MAX;

impl Search<'_> {
    /// Which of two choices of equal cost comes first: the one that has the first item in which
    /// they differ. Whatever both choose later does not change that.
    pub(super) fn compare(&self, one: u32, before: u32, set: Option<u32>) -> Ordering {
        let mut first = self.recorded_items(one);
        let mut second = self.recorded_items(before);
        second.extend(
            self.set(set)
                .iter()
                .copied()
                .filter(|item| self.is_recorded(*item)),
        );
        first.sort_unstable();
        second.sort_unstable();
        let differ = first.iter().zip(&second).find(|(one, two)| one != two);
        match differ {
            Some((one, two)) => one.cmp(two),
            None => second.len().cmp(&first.len()),
        }
    }

    fn recorded_items(&self, node: u32) -> Vec<usize> {
        let mut items = self.chain(node);
        items.retain(|item| self.is_recorded(*item));
        items
    }

    /// All items of a way, those that were fixed too, in order.
    pub(super) fn items(&self, node: u32) -> Vec<usize> {
        let mut items = self.chain(node);
        items.extend(&self.machine.fixed);
        items.sort_unstable();
        items
    }

    fn chain(&self, mut node: u32) -> Vec<usize> {
        let mut items = Vec::new();
        while let Some(link) = usize::try_from(node)
            .ok()
            .and_then(|node| self.nodes.get(node))
        {
            items.extend(self.set(Some(link.set)));
            node = link.before;
        }
        items
    }

    fn set(&self, set: Option<u32>) -> &[usize] {
        set.and_then(|set| self.sets.get(usize::try_from(set).ok()?))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_recorded(&self, item: usize) -> bool {
        self.objective.recorded.get(item).copied().unwrap_or(false)
    }

    pub(super) fn cost_of(&self, items: impl Iterator<Item = usize>) -> Cost {
        items.fold(Cost::default(), |sum, item| {
            sum.plus(self.objective.costs.get(item).copied().unwrap_or_default())
        })
    }
}
