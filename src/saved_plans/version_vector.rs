//! The version vector of a save: the last save of each writer that it supersedes.

use super::Writer;
use crate::reading::{Cursor, Expected, Node, Reason};

/// The most writers in a version vector that is read.
const MOST_WRITERS: usize = 500;

/// True where the vector has this save or a later one of the same writer.
pub(super) fn supersedes(seen: &[(Writer, u32)], writer: &Writer, sequence: u32) -> bool {
    seen.iter()
        .any(|(known, last)| known == writer && *last >= sequence)
}

/// Adds a save to the vector.
pub(super) fn advance(seen: &mut Vec<(Writer, u32)>, writer: &Writer, sequence: u32) {
    match seen.iter_mut().find(|(known, _)| known == writer) {
        Some((_, last)) => *last = sequence.max(*last),
        None => seen.push((writer.clone(), sequence)),
    }
}

pub(super) fn node(seen: &[(Writer, u32)]) -> Node {
    let members = seen.iter();
    let members = members.map(|(writer, last)| (writer.to_string(), Node::Integer((*last).into())));
    Node::Object(members.collect())
}

pub(super) fn read(place: &Cursor<'_>) -> Option<Vec<(Writer, u32)>> {
    let Node::Object(members) = place.node() else {
        return place.error(Reason::NotA(Expected::Object));
    };
    if members.len() > MOST_WRITERS {
        return place.error(Reason::Length {
            most: MOST_WRITERS,
            length: members.len(),
        });
    }
    let read = |(name, last): &(String, Node)| match last {
        Node::Integer(last) => Some((Writer::new(name)?, u32::try_from(*last).ok()?)),
        _ => None,
    };
    let seen: Option<Vec<_>> = members.iter().map(read).collect();
    seen.or_else(|| place.error(Reason::NotA(Expected::ListOfSaves)))
}
