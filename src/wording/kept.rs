//! What is said where saved plans are listed, brought back and deleted.

/// The tag of a saved plan that came into being when two tabs changed one.
pub const CONFLICTING_COPY: &str = "Conflicting copy: two tabs changed a plan at the same moment.";

/// The tag of a saved plan that a newer version has written.
pub const OF_NEWER_VERSION: &str =
    "Made by a newer version of the planner: you can look at it and not change it.";

/// Above the deleted saved plans.
pub const DELETED_STAY: &str = "They stay in this browser until you remove them for good.";

/// What is asked for when everything is to be deleted.
pub const EVERYTHING_GOES: &str = "Every plan and every catalogue file that the planner keeps on this site goes. This cannot be \
     undone.";

/// That it is gone, and what is not.
pub const EVERYTHING_DELETED: &str = "Everything is deleted from this browser. Links to plans that were opened may still stand in its \
     history.";

/// Before and behind the name of a saved plan that holds the plan of a link already.
pub const SAME_PLAN: [&str; 2] = ["You have this plan already: ", "."];

/// When a saved plan was changed, in the words of [`moment`](super::moment).
#[must_use]
pub fn changed(moment: &str) -> String {
    format!("Changed {moment}.")
}

/// A saved plan that was asked for is deleted.
#[must_use]
pub fn among_deleted(name: &str) -> String {
    format!("“{name}” is among the deleted plans of this browser.")
}
