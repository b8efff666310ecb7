//! The states after a step, and the best few ways to each.

use std::cmp::Ordering;

use super::objective::{Cost, ONE};
use super::search::{Node, ROOT, Search};
use super::table::Table;

/// One way to a state.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) cost: Cost,
    /// What was chosen last, and before that.
    pub(super) node: u32,
}

/// A layer: for each state its best ways.
#[derive(Default)]
pub(super) struct Layer {
    pub(super) table: Table,
    /// The best way to each state.
    pub(super) first: Vec<Way>,
    /// The next best ways, where more than one answer is looked for. Those beyond the table's are
    /// left over from an earlier layer.
    pub(super) more: Vec<Vec<Way>>,
    /// What each state is still to cost at least.
    pub(super) ahead: Vec<i64>,
}

impl Layer {
    pub(super) fn clear(&mut self) {
        self.table.clear();
        self.first.clear();
        self.ahead.clear();
    }

    /// The ways to a state, the best first.
    pub(super) fn ways(&self, place: usize) -> impl Iterator<Item = Way> + '_ {
        let first = self.first.get(place);
        let more = first.and_then(|_| self.more.get(place));
        first.into_iter().chain(more.into_iter().flatten()).copied()
    }

    /// What the best choice over a state is to cost at least, in the numbers of the bound.
    pub(super) fn whole(&self, place: usize) -> i64 {
        let paid = self.first[place].cost.weight().saturating_mul(ONE);
        paid.saturating_add(self.ahead[place])
    }
}

impl Search<'_> {
    /// Puts a way among those to a state. False where it comes after all that are wanted, so that
    /// those that come after it need not be tried.
    pub(super) fn insert(
        &mut self,
        layer: &mut Layer,
        place: usize,
        cost: Cost,
        before: u32,
        set: Option<u32>,
    ) -> bool {
        match self.order(layer.first[place], cost, before, set) {
            Ordering::Equal => return true,
            Ordering::Greater => {
                let node = self.node(before, set);
                let other = std::mem::replace(&mut layer.first[place], Way { cost, node });
                if let Some(more) = layer.more.get_mut(place) {
                    more.insert(0, other);
                    more.truncate(self.objective.number - 1);
                }
                return true;
            }
            Ordering::Less => {}
        }
        let Some(more) = layer.more.get_mut(place) else {
            return false;
        };
        let mut at = more.len();
        while at > 0 {
            match self.order(more[at - 1], cost, before, set) {
                Ordering::Less => break,
                Ordering::Equal => return true,
                Ordering::Greater => at -= 1,
            }
        }
        if at + 1 >= self.objective.number {
            return false;
        }
        let node = self.node(before, set);
        more.insert(at, Way { cost, node });
        more.truncate(self.objective.number - 1);
        true
    }

    /// Which comes first: a known way, or the one of this cost that adds this set to that node.
    fn order(&mut self, known: Way, cost: Cost, before: u32, set: Option<u32>) -> Ordering {
        let by_cost = known.cost.cmp(&cost);
        by_cost.then_with(|| self.compare(known.node, before, set))
    }

    pub(super) fn node(&mut self, before: u32, set: Option<u32>) -> u32 {
        match set {
            None => before,
            Some(set) => {
                self.nodes.push(Node { before, set });
                u32::try_from(self.nodes.len() - 1).unwrap_or(ROOT)
            }
        }
    }
}
