//! The exit statuses of the program.

/// The exit status where something cannot be read.
pub(crate) const UNREADABLE: u8 = 2;

/// The exit status where it is not known whether a plan can be met.
pub(crate) const NOT_KNOWN: u8 = 3;
