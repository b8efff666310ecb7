//! Limits that several parts of a catalogue file share.

/// The longest catalogue file that is read, in bytes: enough for 5,000 units.
pub const LONGEST_FILE: usize = 2 * 1024 * 1024;

/// The most qualifications of a file.
pub(super) const MOST_QUALIFICATIONS: usize = 500;

/// The most units of a file, a group or a rule.
pub(super) const MOST_UNITS: usize = 5_000;
