//! What is read aloud in place of the sign of a state.

/// In place of ✓.
pub const MET: &str = "Met: ";
/// In place of …
pub const OPEN: &str = "Open: ";
/// In place of ?
pub const NOT_KNOWN: &str = "Not known: ";
/// In place of !
pub const BROKEN: &str = "Broken: ";
