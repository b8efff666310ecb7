//! Puts copies of shared content into qualifications, and limits how much.

use super::limits::LONGEST_FILE;
use super::origins::Origins;
use crate::reading::{Clash, Cursor, Node, Reason};

/// The state of putting suites into qualifications.
pub(super) struct Merging {
    pub(super) origins: Origins,
    /// The groups that the qualification has taken so far, each with the way to where it is named.
    pub(super) taken: Vec<(String, String)>,
    /// How many bytes of text may still be put into qualifications: a short file may not become a
    /// long one.
    room: usize,
}

impl Merging {
    pub(super) fn new() -> Self {
        Self {
            origins: Origins::default(),
            taken: Vec::new(),
            room: 2 * LONGEST_FILE,
        }
    }

    /// Counts a copy of what a suite has; a problem at `place` where the copies become too long.
    pub(super) fn take(&mut self, node: &Node, place: &Cursor<'_>) -> Option<()> {
        let left = self.room.checked_sub(weight(node));
        self.room = left.unwrap_or(0);
        if left.is_none() {
            return place.error(Reason::Contradiction(Clash::SuitesTooLong));
        }
        Some(())
    }
}

/// About how many bytes of text a tree takes.
fn weight(node: &Node) -> usize {
    match node {
        Node::Text(text) => text.len().saturating_add(3),
        Node::List(items) => items.iter().map(weight).fold(3, usize::saturating_add),
        Node::Object(members) => {
            let members = members
                .iter()
                .map(|(key, node)| weight(node).saturating_add(key.len() + 4));
            members.fold(3, usize::saturating_add)
        }
        Node::Null | Node::Bool(_) | Node::Integer(_) | Node::OtherNumber => 5,
    }
}
