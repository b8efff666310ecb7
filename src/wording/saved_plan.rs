//! What is said of saving.

use super::{date, level};
use crate::qualification::{Date, QualificationId, UnitCode};
use crate::saved_plans::{
    CatalogueDifference, Failure, LibraryChange, Operation, UnitSnapshot, Unreadable,
};

/// What is kept, and who can read it: where the planner is embedded, the site around it can.
#[must_use]
pub const fn privacy(page: bool) -> &'static str {
    if page {
        "Your plans are kept in this browser only; nothing is sent anywhere. On a shared computer, \
         delete them when you are done."
    } else {
        "Your plans are kept in this browser only, where the site that shows this planner can read \
         them; the planner itself sends nothing anywhere. On a shared computer, delete them when \
         you are done."
    }
}

/// Says that a change could not be saved, why, and what to do.
#[must_use]
pub const fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Blocked => {
            "This browser blocks saving (often private mode). Send yourself the link before you close \
             the page, or download a copy."
        }
        Failure::Full => "Not saved: this browser’s storage is full. Download a copy.",
        Failure::Altered => {
            "Not saved: this browser did not keep what was written. Download a copy."
        }
        Failure::TooLong => {
            "Not saved: this plan is longer than the 1 MiB that a plan can have. Download a copy, and take \
             units out."
        }
    }
}

/// Says that what is kept cannot be read at all.
#[must_use]
pub const fn cannot_read() -> &'static str {
    "This browser does not let the page read what it keeps. What was saved is not deleted: allow this \
     site to keep data, in the browser’s own settings, and reload the page."
}

/// Says that a kept saved plan cannot be read, and what happens with it.
#[must_use]
pub fn unreadable(unreadable: &Unreadable) -> &'static str {
    if unreadable.newer {
        "A plan here was made by a newer version of the planner. It is kept as it is; you can \
         download it."
    } else {
        "A plan here is damaged and cannot be opened. It is kept as it is; you can download it."
    }
}

/// Says that a plan is for a qualification that no catalogue has.
#[must_use]
pub fn no_qualification(id: &QualificationId) -> String {
    format!(
        "For “{id}”, which no catalogue here has. It is kept as it is; to open it, open that \
         catalogue’s file first."
    )
}

/// What a saved plan without a name is called.
#[must_use]
pub fn unnamed(title: &str) -> String {
    format!("Plan for the {title}")
}

/// The same, where no catalogue has the qualification.
#[must_use]
pub fn unnamed_unknown(id: &QualificationId) -> String {
    format!("Plan for {id}")
}

/// What a second saved plan is called.
#[must_use]
pub fn name_of_copy(name: &str) -> String {
    format!("Copy of {name}")
}

/// What a saved plan of this name is called beside another of the same: “Evening course (2)”, by the first number whose
/// name `is_taken` by none. One that would be longer than `longest` letters loses its end, and never the number.
///
/// ```
/// # use qualification_planner::wording::name_beside;
/// assert_eq!(name_beside("Nights", 80, |name| name == "Nights (2)"), "Nights (3)");
/// assert_eq!(name_beside("Evening", 10, |_| false), "Evenin (2)");
/// ```
#[must_use]
pub fn name_beside(name: &str, longest: usize, is_taken: impl Fn(&str) -> bool) -> String {
    let mut number: usize = 2;
    loop {
        let end = format!(" ({number})");
        let room = longest.saturating_sub(end.len());
        let beside: String = name.chars().take(room).chain(end.chars()).collect();
        if !is_taken(&beside) {
            return beside;
        }
        number = number.saturating_add(1);
    }
}

/// What was done with whole saved plans, the first of which has this name; `taken_back` where it was
/// undone.
#[must_use]
pub fn library_changed(change: &LibraryChange, taken_back: bool, name: &str) -> String {
    if let Some([before, after]) = &change.names {
        return renamed(if taken_back { before } else { after });
    }
    let plans = match (change.plans.len(), change.catalogues.len()) {
        (0, 1) => "1 catalogue file".to_owned(),
        (0, number @ 2..) => format!("{number} catalogue files"),
        (1, _) => format!("“{name}”"),
        (number, _) => format!("{number} plans"),
    };
    if change.operation.deletes() == taken_back {
        format!("{plans} brought back.")
    } else if change.operation == Operation::Remove || taken_back && change.plans.is_empty() {
        format!("{plans} removed. Plans for it stay.")
    } else if change.operation == Operation::Delete || taken_back {
        format!("{plans} deleted.")
    } else {
        format!("{plans} added.")
    }
}

/// The name of a button that takes something back or does it again.
#[must_use]
pub fn library_change_label(change: &LibraryChange, taken_back: bool) -> String {
    let operation = match change.operation {
        Operation::Delete => "deleting",
        Operation::Restore => "bringing back",
        Operation::Import => "adding from a file",
        Operation::Duplicate => "duplicating",
        Operation::Adopt => "adding from a link",
        Operation::Rename => "renaming",
        Operation::Remove => "removing a catalogue file",
        Operation::Open => "opening a catalogue file",
    };
    let verb = if taken_back { "Redo" } else { "Undo" };
    format!("{verb} {operation}")
}

/// Says that saved plans were offered as a file of this name, or as so many of which it is the first.
#[must_use]
pub fn saved_as_files(name: &str, files: usize) -> String {
    match files {
        0 | 1 => {
            format!("Saved as a file: {name}. It is where this browser puts what it downloads.")
        }
        files => format!(
            "Saved as {files} files, the first of which is {name}. They are where this browser puts what it downloads."
        ),
    }
}

/// Says that a second saved plan was made of one.
#[must_use]
pub fn duplicated(name: &str) -> String {
    format!("“{name}” was duplicated.")
}

/// Says that a saved plan has another name.
#[must_use]
pub fn renamed(name: &str) -> String {
    if name.is_empty() {
        return "The plan has no name of its own now.".to_owned();
    }
    format!("The plan is called “{name}” now.")
}

/// Says that a saved plan is gone for good.
#[must_use]
pub fn removed(name: &str) -> String {
    format!("“{name}” is gone for good.")
}

/// Says that a unit was named otherwise than by its code.
#[must_use]
pub fn unit_called(then: &UnitCode, now: &UnitCode) -> String {
    format!("{then} is the unit {now}.")
}

/// One way in which the catalogue is not as it was when a plan was made.
#[must_use]
pub fn difference(difference: &CatalogueDifference) -> String {
    let amounts = |of: &UnitSnapshot| super::measure::joined(&super::unit_figures(None, of));
    match difference {
        CatalogueDifference::Rules => {
            "The rules of the qualification are written otherwise now.".to_owned()
        }
        CatalogueDifference::Code { then, now } => unit_called(then, now),
        CatalogueDifference::Gone(then) => {
            let title = if then.title.is_empty() {
                String::new()
            } else {
                format!(" {}", then.title)
            };
            let then_was = amounts(then);
            format!("{}{title} ({then_was}) is not there any more.", then.code)
        }
        CatalogueDifference::Unit { then, now } => {
            let mut changes = Vec::new();
            if !then.title.is_empty() && then.title != now.title {
                changes.push(format!("was called “{}”", then.title));
            }
            if then.has_other_figures(now) {
                changes.push(format!("had {}", amounts(then)));
            }
            let mut now_is = amounts(now);
            if let (Some(was), Some(is)) = (then.level, now.level)
                && was != is
            {
                changes.push(format!("was at {}", level(was)));
                now_is = format!("{now_is} at {}", level(is));
            }
            let changes = changes.join(" and ");
            format!(
                "{} {changes}; it is now {} with {now_is}.",
                then.code, now.title
            )
        }
    }
}

/// When something was: the time of day where it was today, else the day.
#[must_use]
pub fn moment(day: Date, time: &str, today: Date) -> String {
    if day == today {
        format!("today at {time}")
    } else {
        format!("on {}", date(day))
    }
}

/// When a copy was last taken out of the browser, and whether the plan is another since; empty where none was: that is
/// said once, when the plan is met ([`reminder`]).
#[must_use]
pub fn last_copy(when: Option<&str>, changed_since: bool) -> String {
    match when {
        None => String::new(),
        Some(when) if changed_since => {
            format!("The last copy of this plan was taken {when}. It was changed since.")
        }
        Some(when) => format!("The last copy of this plan was taken {when}."),
    }
}

/// Says that a plan is in one place only: a browser may delete what it keeps.
#[must_use]
pub const fn reminder() -> &'static str {
    "Saved on this device only. Send it to yourself: as a link or a file."
}

/// Says that a saved plan was asked for that is not here.
#[must_use]
pub const fn no_such_plan() -> &'static str {
    "The address names a plan that is not in this browser: nothing was planned in it yet, it was made in \
     another browser, or it was removed. This is a new plan."
}

/// Says that the last change of a saved plan is in no save.
#[must_use]
pub fn unsaved(name: &str) -> String {
    format!(
        "The last change of “{name}” is on this page only, until you close it. Open the plan to try to save \
         it again."
    )
}

/// Says that a plan of a link was kept whose qualification is not here.
#[must_use]
pub const fn kept_for_later() -> &'static str {
    "The plan was kept. It opens when its catalogue’s file is here."
}

/// Says that a saved plan for which something was asked has gone meanwhile.
#[must_use]
pub const fn gone() -> &'static str {
    "That plan is no longer here, or a newer version of the planner has changed it: nothing was done."
}

/// Says that two tabs changed a saved plan at the same time.
#[must_use]
pub const fn forked() -> &'static str {
    "Another tab changed this plan at the same moment. Both versions are kept: one is this plan, the \
     other is a conflicting copy in your list of plans."
}
/// The label of the button that shows more of a long list: so many of so many.
#[must_use]
pub fn show_more(next: usize, rest: usize) -> String {
    if next == rest {
        format!("Show the other {rest}")
    } else {
        format!("Show {next} more of the other {rest}")
    }
}

/// What a saved plan is whose qualification no catalogue here has.
#[must_use]
pub const fn waiting_plan() -> &'static str {
    "This plan is kept in this browser as it is. It can be planned on as soon as the catalogue file of its \
     qualification is open here."
}

/// Says that what is kept is not in a file that was meant to hold all saved plans.
#[must_use]
pub const fn only_what_is_open() -> &'static str {
    "The file holds what is open on this page and not saved. What else is kept in this browser could not be \
     read: it is not in the file, and it is not deleted. Reload the page and try again."
}

/// Says that saved plans which cannot be read are not in a file that was meant to hold all saved plans.
#[must_use]
pub const fn without_the_unreadable() -> &'static str {
    "What cannot be read of your plans is not in the file. It is kept, and the list of plans offers it by itself."
}

/// Says that something kept could not be read for an export of everything.
#[must_use]
pub const fn not_all_exported() -> &'static str {
    "This browser does not let the page read what it keeps. What is open on this page and not saved was \
     downloaded, if there is any; nothing else is in the file."
}

/// Says that something kept could not be deleted.
#[must_use]
pub const fn cannot_delete() -> &'static str {
    "This browser does not let the page reach what it keeps. Delete the site’s data in the \
     browser’s own settings."
}
