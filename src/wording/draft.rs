//! What is said of saving.

use crate::draft::{Failure, Unreadable};

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

/// That something kept could not be deleted, or read for an export.
#[must_use]
pub const fn cannot_delete() -> &'static str {
    "This browser does not let the page reach what it keeps. Delete the site’s data in the \
     browser’s own settings."
}
