//! A problem in rows over literals.

use std::collections::BTreeMap;

use super::rows::Rows;
use super::shape::Literal;

/// A problem in rows.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) rows: Rows,
    /// For each item those of its ways that make a difference, each with the literal that says it is
    /// taken in that way; empty for an item that cannot be taken.
    pub(super) ways: Vec<Vec<(usize, Literal)>>,
    /// For each item the literal that says it is taken in some way.
    pub(super) taken: Vec<Option<Literal>>,
    /// For a set of literals, the literal that is true where any of them is.
    pub(super) any: BTreeMap<Vec<Literal>, Literal>,
    /// What is asked for and what is limited of sums that only rise.
    pub(super) needs: Vec<Need>,
    pub(super) tops: Vec<Top>,
}

/// These come to so much at least, where the literal is true (or in any case).
pub(super) struct Need {
    pub(super) terms: Vec<(i64, Literal)>,
    pub(super) least: i64,
    pub(super) only_if: Option<Literal>,
}

/// These come to so much at most.
pub(super) struct Top {
    pub(super) terms: Vec<(i64, Literal)>,
    pub(super) most: i64,
}
