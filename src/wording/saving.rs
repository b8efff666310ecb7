//! What is said of whether a plan is kept.

use crate::saved_plans::Saving;

/// The line at the top of a plan. A save is called saved once it is surely out of this page’s hands:
/// `is_confirmed`.
#[must_use]
pub const fn saving(saving: Saving, is_confirmed: bool) -> &'static str {
    match saving {
        Saving::Nothing => "Nothing to save yet",
        Saving::Saved if is_confirmed => "Saved in this browser",
        Saving::Saved => "Saving…",
        // A notice says it, with the reason and what to do.
        Saving::Failed(_) => "",
        Saving::Deleted => "Deleted from this browser; the next change saves it again",
        Saving::Overtaken => {
            "A newer version of the planner has changed this plan; reload to see it"
        }
    }
}

/// What holds where a change could not be saved.
pub const STAYS_ON_PAGE: &str =
    "You can go on: everything you do stays on this page until you close it.";

/// What holds where the catalogue is another than when a plan was made.
pub const JUDGED_AS_IT_IS: &str =
    "The plan has all its units, and is judged by the catalogue as it is now.";

/// The same in one line, for who has read what is different.
pub const CHANGED_AND_SEEN: &str = "The catalogue was changed since this plan was made.";

/// What holds where something could not be done with whole saved plans.
pub const NOTHING_LOST: &str =
    "Nothing is lost: what is not in the list is among the deleted plans.";

/// What was done before that.
#[must_use]
pub fn before_that(added: usize) -> String {
    format!("Before that: {}", super::taken_in(added, 0))
}
