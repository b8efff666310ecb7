//! How much a catalogue file may have, where several parts of it are bound by the same.

/// The longest catalogue file that is read, in bytes: room for 5,000 units.
pub const LONGEST_FILE: usize = 2 * 1024 * 1024;

/// The most qualifications of a file.
pub(super) const MOST_QUALIFICATIONS: usize = 500;

/// The most units of a file, a group or a rule.
pub(super) const MOST_UNITS: usize = 5_000;
