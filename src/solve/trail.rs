//! What was chosen on the way to a state, and which of two ways of equal cost comes first.

use super::search::{Node, ROOT};
use std::cmp::Ordering;

use super::objective::Cost;
use super::search::Search;

impl Search<'_> {
    /// Which of two choices of equal cost comes first: the one that has the first item in which
    /// they differ. Whatever both choose later does not change that.
    pub(super) fn compare(&mut self, one: u32, before: u32, set: Option<u32>) -> Ordering {
        let [mut first, mut second] = std::mem::take(&mut self.apart);
        first.clear();
        second.clear();
        second.extend(self.set(set));
        // A node comes after those before it, so that the two trails meet where they part.
        let (mut here, mut there) = (one, before);
        while here != there {
            let later = if there == ROOT || here != ROOT && here > there {
                (&mut here, &mut first)
            } else {
                (&mut there, &mut second)
            };
            let Some(link) = self.link(*later.0) else {
                break;
            };
            later.1.extend(self.set(Some(link.set)));
            *later.0 = link.before;
        }
        let alone = |these: &[usize], others: &[usize]| {
            let differ = these
                .iter()
                .copied()
                .filter(|item| self.is_recorded(*item) && !others.contains(item));
            differ.min().unwrap_or(usize::MAX)
        };
        let order = alone(&first, &second).cmp(&alone(&second, &first));
        self.apart = [first, second];
        order
    }

    fn link(&self, node: u32) -> Option<&Node> {
        usize::try_from(node)
            .ok()
            .and_then(|node| self.nodes.get(node))
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
        while let Some(link) = self.link(node) {
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
