//! What this version can read of a plan of a later schema. Later versions have to keep one promise:
//! ids, the version vector and the plan stay under the same keys.

use super::snapshot_json::read_snapshot;
use super::{PlanSnapshot, Writer, version_vector};
use crate::reading::{Cursor, Object};

/// What can be read of a plan that a newer version saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Newer {
    /// Its schema.
    pub schema: u32,
    /// The saves that it supersedes, as far as they can be read.
    pub version_vector: Vec<(Writer, u32)>,
    /// When it was changed last, in seconds since 1970; 0 where that cannot be read.
    pub changed: u32,
    /// True where it is marked as deleted.
    pub deleted: bool,
    /// The plan, as far as this version can read it.
    pub snapshot: Option<PlanSnapshot>,
}

/// Reads what this version understands of a plan of a later schema.
pub(super) fn read_newer(envelope: &Object<'_>, schema: u32) -> Newer {
    let seen = envelope.optional("seen");
    let content = envelope.optional("content");
    let content = content.as_ref().and_then(Cursor::object);
    let content = content.as_ref();
    let changed = content.and_then(|content| content.optional("changed")?.integer(0..=u32::MAX));
    let deleted = content.and_then(|content| content.optional("deleted")?.bool());
    Newer {
        schema,
        version_vector: seen
            .and_then(|seen| version_vector::read(&seen))
            .unwrap_or_default(),
        changed: changed.unwrap_or(0),
        deleted: deleted.unwrap_or(false),
        snapshot: content.and_then(read_snapshot),
    }
}
