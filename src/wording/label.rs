//! The labels of fields and of what can be chosen in them, and the names of parts of a screen.

/// The name of the planner.
pub const PLANNER: &str = "Qualification planner";
/// The part of the planning screen with the plan.
pub const MY_PLAN: &str = "My plan";
/// That nobody but us stands behind the figures, where there is little room.
pub const UNOFFICIAL_SHORT: &str = "Unofficial: confirm with your centre";
/// Before what is said of whose facts these are.
pub const UNOFFICIAL: &str = "Unofficial.";

/// What is looked for among the units.
pub const SEARCH: &str = "Search units";
/// Which units are listed.
pub const SHOW: &str = "Show";
/// In which order units are listed. Its choices begin with “Sort”, which is not to be read twice.
pub const SORT: &str = "Order";
/// Stands before the learner's figure in the line of a rule, where it is read aloud.
pub const SO_FAR: &str = ", so far ";
/// Of which level units are listed.
pub const LEVEL: &str = "Level";
/// Units of every level are listed.
pub const ANY_LEVEL: &str = "Any level";
/// Of which size qualifications are listed.
pub const SIZE: &str = "Size";
/// Those of every level or size are listed.
pub const ANY: &str = "Any";

/// The name of a saved plan.
pub const PLAN_NAME: &str = "Name of this plan";
/// The same in the list of saved plans.
pub const NEW_NAME: &str = "New name";
/// The day of registration.
pub const REGISTERED: &str = "Registration date (optional)";
/// The pathway of a plan.
pub const PATHWAY: &str = "Pathway";
/// The nation in which it is taken.
pub const NATION: &str = "Nation";
/// No pathway or no nation is named.
pub const BEST_FIT: &str = "Whichever fits best";

/// The day or the month for which a unit is planned.
pub const PLANNED_FOR: &str = "By when";
/// The group in which a unit is to count.
pub const COUNTS_IN: &str = "Counts in";
/// No group is named.
pub const ANY_GROUP: &str = "Wherever it helps most";
/// The way in which a unit is earned.
pub const EARNED: &str = "How it is earned";

/// Codes of units that are to be added.
pub const CODES: &str = "Codes of units";
/// Codes or titles of units that the learner has.
pub const CODES_OR_TITLES: &str = "Codes or titles of units";
/// The link to a plan.
pub const LINK: &str = "Link to this plan";
/// The link holds the name of the saved plan too.
pub const NAME_IN_LINK: &str = "Put the plan’s name in the link";
/// The link as a picture.
pub const QR_CODE: &str = "QR code of the link";

/// A saved plan that is here too is added beside it.
pub const KEEP_BOTH: &str = "Keep both";
/// A saved plan takes the place of the one here.
pub const REPLACE: &str = "Replace the one here";

/// What is to become of the saved plan of this name, as it is read aloud.
#[must_use]
pub fn what_to_do_with(name: &str) -> String {
    format!("What to do with {name}")
}
