//! What is said of whether a plan is kept.

use crate::draft::Saving;

/// The line at the top of a plan. A save is called saved once it is surely out of this page’s hands:
/// `is_confirmed`.
#[must_use]
pub const fn saving(saving: Saving, is_confirmed: bool) -> &'static str {
    match saving {
        Saving::Nothing => "Nothing to save yet",
        Saving::Saved if is_confirmed => "Saved in this browser",
        Saving::Saved => "Saving…",
        Saving::Failed(_) => "Not saved",
        Saving::Deleted => "Deleted from this browser; the next change saves it again",
        Saving::Overtaken => {
            "A newer version of the planner has changed this draft; reload to see it"
        }
    }
}

/// The same beside the total, where it is not saved.
pub const PLAN_NOT_SAVED: &str = "This plan is not saved";

/// What holds where a change could not be saved.
pub const STAYS_ON_PAGE: &str =
    "You can go on: everything you do stays on this page until you close it.";

/// What holds where the catalogue is another than when a plan was made.
pub const JUDGED_AS_IT_IS: &str =
    "The plan has all its units, and is judged by the catalogue as it is now.";

/// The same in one line, for who has read what is different.
pub const CHANGED_AND_SEEN: &str = "The catalogue was changed since this plan was made.";

/// What holds where something could not be done with whole drafts.
pub const NOTHING_LOST: &str =
    "Nothing is lost: what is not in the list is among the deleted drafts.";

/// What was done before that.
#[must_use]
pub fn before_that(added: usize) -> String {
    format!("Before that: {}", super::taken_in(added))
}

/// The headings of what is said of the keeping of plans.
pub mod heading {
    /// A change could not be saved.
    pub const NOT_SAVED: &str = "Your plan is not saved";
    /// Something could not be done with whole drafts.
    pub const NOT_DONE: &str = "That could not be done";
    /// The plan of a link could not be kept.
    pub const NOT_KEPT: &str = "It could not be kept";
    /// A file was to hold all drafts, and does not.
    pub const NOT_ALL_IN_FILE: &str = "Not every draft is in the file";
    /// A draft was asked for that is not in this browser.
    pub const NOT_HERE: &str = "This draft is not here";
    /// Two tabs changed a draft at once.
    pub const CONFLICT: &str = "Two tabs changed this draft";
    /// The catalogue is another than when the plan was made.
    pub const CHANGED: &str = "The catalogue was changed since this plan was made";
    /// A draft cannot be read.
    pub const UNREADABLE: &str = "A draft could not be read";
}

/// The labels of what can be done about it.
pub mod act {
    /// Offers the plan as a file.
    pub const DOWNLOAD_COPY: &str = "Download a copy";
    /// The same beside the total.
    pub const DOWNLOAD_COPY_OF_PLAN: &str = "Download a copy of the plan";
    /// Offers every draft as a file.
    pub const DOWNLOAD_EVERY_DRAFT: &str = "Download every draft";
    /// Saves once more.
    pub const TRY_AGAIN: &str = "Try again";
    /// Leads to the list of drafts.
    pub const SEE_ALL_DRAFTS: &str = "See all drafts";
    /// Closes what is said.
    pub const CLOSE: &str = "Close";
    /// The learner has read what is different.
    pub const SEEN: &str = "I have seen this";
    /// The learner wants to see it again.
    pub const SHOW_AGAIN: &str = "Show what it was";
    /// Offers what cannot be read as a file.
    pub const DOWNLOAD_IT: &str = "Download it";
    /// Removes what cannot be read.
    pub const REMOVE_IT: &str = "Remove it";
}
