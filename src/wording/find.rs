//! What is said where units are looked for.

/// Every unit is listed.
pub const ALL_UNITS: &str = "All units";

/// Only units of the plan are listed.
pub const IN_MY_PLAN: &str = "In my plan";

/// Only units that count, or would if they were picked, are listed.
pub const OPEN_TO_ME: &str = "Open to me";

/// In place of a list in which nothing was found.
pub const NO_UNIT_FOUND: &str = "No unit fits this search. Units in your plan stay in it.";

/// Takes back all by which the list was narrowed.
pub const SHOW_ALL_UNITS: &str = "Show all units";
