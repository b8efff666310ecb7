//! A walk over the layers, under way.

use super::bound::Bound;
use super::machine::Machine;
use super::objective::Objective;

/// Some members of a step that were chosen, after those of another node.
pub(super) struct Node {
    pub(super) before: u32,
    pub(super) set: u32,
}

/// No choice yet.
pub(super) const ROOT: u32 = u32::MAX;

pub(super) struct Search<'a> {
    pub(super) machine: &'a Machine,
    pub(super) objective: &'a Objective<'a>,
    /// True where all items are remembered, so that what was left out can be looked at.
    pub(super) all: bool,
    pub(super) nodes: Vec<Node>,
    /// Sets of items, each in order.
    pub(super) sets: Vec<Vec<usize>>,
    /// A buffer for comparing two ways.
    pub(super) apart: [Vec<usize>; 2],
    pub(super) bound: Bound,
    /// Nothing that is to cost more than this, in the numbers of the bound, is followed.
    pub(super) cutoff: i64,
}
