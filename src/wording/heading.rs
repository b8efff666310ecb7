//! Headings: of screens, of their parts, and of what opens.

/// A change could not be saved.
pub const NOT_SAVED: &str = "Your plan is not saved";
/// There are changes of several saved plans that are not saved.
pub const NOT_ALL_SAVED: &str = "Not everything is saved";
/// Something could not be done with whole saved plans.
pub const NOT_DONE: &str = "That could not be done";
/// The plan of a link could not be kept.
pub const NOT_KEPT: &str = "It could not be kept";
/// A file was to hold all saved plans, and does not.
pub const NOT_ALL_IN_FILE: &str = "Not every plan is in the file";
/// A saved plan was asked for that is not in this browser.
pub const NOT_HERE: &str = "This plan is not here";
/// Two tabs changed a saved plan at once.
pub const CONFLICT: &str = "Two tabs changed this plan";
/// The catalogue is another than when the plan was made.
pub const CHANGED: &str = "The catalogue was changed since this plan was made";
/// A saved plan cannot be read.
pub const UNREADABLE: &str = "A plan could not be read";
/// Nothing that is kept can be read.
pub const ALL_UNREADABLE: &str = "Your plans cannot be read";

/// The start screen, for who has no plan yet.
pub const PLANNER: &str = "Plan your qualification";
/// Plans to start from on it.
pub const EXAMPLES: &str = "Start from an example";
/// The qualifications on it.
pub const START: &str = "Start a plan";
/// The same for who has no plan yet.
pub const START_FIRST: &str = "Start with a qualification";
/// The start screen, for who has plans.
pub const PLANS: &str = "Your plans";
/// The catalogue files on it that the learner has opened.
pub const CATALOGUE_FILES: &str = "Your catalogue files";

/// The pages of the qualifications that a page is not of.
pub const OTHER_QUALIFICATIONS: &str = "Other qualifications";

/// The screen of a saved plan that was deleted.
pub const DELETED: &str = "This plan was deleted";
/// The screen of a saved plan that a newer version has written, and of which nothing is understood.
pub const NOT_SHOWN: &str = "This plan cannot be shown";
/// The screen of a link that cannot be read.
pub const LINK_FAULT: &str = "This link cannot be opened";
/// The screen of a qualification that no catalogue here has.
pub const NO_QUALIFICATION: &str = "This qualification is not here";
/// The same while a catalogue is still on its way.
pub const ONE_MOMENT: &str = "One moment";

/// The rules of a qualification, and how the plan meets them.
pub const RULES: &str = "Rules of combination";
/// The terms that its document uses.
pub const TERMS: &str = "Words";
/// The facts that its document publishes.
pub const FACTS: &str = "Facts";
/// What learners gain by it.
pub const FOR_LEARNERS: &str = "What you gain";
/// What employers gain by it.
pub const FOR_EMPLOYERS: &str = "What your employer gains";
/// What can be taken after it.
pub const PROGRESSION: &str = "Where it leads";
/// How it is assessed.
pub const ASSESSMENT: &str = "Assessment";

/// What is asked for that is no unit.
pub const BESIDES_UNITS: &str = "Besides units";
/// The groups of units, in short.
pub const GROUPS: &str = "Groups";
/// The units of a plan that is only shown.
pub const UNITS: &str = "Units";
/// The hours of a plan.
pub const HOURS: &str = "Hours";
/// Units of a plan that do not count.
pub const UNCOUNTED: &str = "Picked, but not counted";
/// What opens to ways of mending a plan that cannot be met.
pub const PUT_RIGHT: &str = "Ways to put it right";
/// What opens to ways of completing a plan.
pub const COMPLETE: &str = "Ways to complete it";

/// What opens to a field for codes of units.
pub const BY_CODES: &str = "Add units by their codes";
/// What there is to set of the plan that is open.
pub const THIS_PLAN: &str = "In this plan";
/// The plan as files.
pub const FILES: &str = "Save or print";

/// The question whether all that is kept is to go.
pub const DELETE_EVERYTHING: &str = "Delete everything from this browser?";

/// What opens to so many deleted saved plans.
#[must_use]
pub fn deleted_plans(number: usize) -> String {
    format!("Deleted plans ({number})")
}

/// The sheet by which the plan of this name goes to others.
#[must_use]
pub fn share(name: &str) -> String {
    format!("Share “{name}”")
}

/// The saved plans of a file of this name.
#[must_use]
pub fn plans_in(file: &str) -> String {
    format!("Plans in {file}")
}

/// A file of this name was opened, of which nothing can be used.
#[must_use]
pub fn file_refused(file: &str) -> String {
    format!("“{file}” cannot be opened here")
}

/// A catalogue file of this name was opened.
#[must_use]
pub fn file_added(file: &str) -> String {
    format!("{file} was added")
}

/// A file of this name was opened, and something is wrong with it.
#[must_use]
pub fn file_problem(file: &str) -> String {
    format!("There is a problem with {file}")
}
