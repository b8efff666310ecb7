//! What is said of saving.

use crate::draft::{Failure, Fault, Unreadable};
use crate::qualification::QualificationId;

/// What is kept, and who can read it: where the planner is embedded, the site around it can.
#[must_use]
pub const fn privacy(page: bool) -> &'static str {
    if page {
        "Your drafts are kept in this browser only; nothing is sent anywhere. On a shared computer, \
         delete them when you are done."
    } else {
        "Your drafts are kept in this browser only, where the site that shows this planner can read \
         them; the planner itself sends nothing anywhere. On a shared computer, delete them when \
         you are done."
    }
}

/// That a change could not be saved, why, and what to do.
#[must_use]
pub const fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Blocked => {
            "Not saved: this browser does not let the page keep anything. Download a copy."
        }
        Failure::Full => "Not saved: this browser’s storage is full. Download a copy.",
        Failure::Altered => {
            "Not saved: this browser did not keep what was written. Download a copy."
        }
    }
}

/// That a kept draft cannot be read, and what happens with it.
#[must_use]
pub fn unreadable(unreadable: &Unreadable) -> &'static str {
    if unreadable.newer {
        "A draft here was made by a newer version of the planner. It is kept as it is; you can \
         download it."
    } else {
        "A draft here is damaged and cannot be opened. It is kept as it is; you can download it."
    }
}

/// Why a file that is meant to hold a plan cannot be opened.
#[must_use]
pub const fn fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::Newer(_) => "It is a plan from a newer version of the planner.",
        Fault::Corrupt(_) => "It is a plan, but it was changed or cut short since it was saved.",
    }
}

/// That a plan is for a qualification that no catalogue has.
#[must_use]
pub fn no_qualification(id: &QualificationId) -> String {
    format!("It is a plan for “{id}”, which no catalogue here has. Open that catalogue first.")
}

/// That something kept could not be deleted, or read for an export.
#[must_use]
pub const fn cannot_delete() -> &'static str {
    "This browser does not let the page reach what it keeps. Delete the site’s data in the \
     browser’s own settings."
}
