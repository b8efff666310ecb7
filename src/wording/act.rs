//! The labels of what can be done: buttons, and links that stand like buttons.

/// Offers the plan as a file.
pub const DOWNLOAD_COPY: &str = "Download a copy";
/// Offers every saved plan as a file.
pub const DOWNLOAD_EVERY_PLAN: &str = "Download every plan";
/// Saves, or fetches, once more.
pub const TRY_AGAIN: &str = "Try again";
/// Leads to the list of saved plans.
pub const SEE_ALL_PLANS: &str = "See all plans";
/// Closes what is said.
pub const CLOSE: &str = "Close";
/// The learner has read what is different.
pub const SEEN: &str = "I have seen this";
/// The learner wants to see it again.
pub const SHOW_AGAIN: &str = "Show what it was";
/// Offers what cannot be read, or a catalogue file, as a file.
pub const DOWNLOAD_IT: &str = "Download it";
/// Removes what cannot be read.
pub const REMOVE_IT: &str = "Remove it";

/// Leads from a plan back to the first screen.
pub const BACK: &str = "All plans and qualifications";
/// Leads from the page of a qualification to the first screen.
pub const TO_START: &str = "Start";
/// Leads from a place where nothing is to the first screen.
pub const SEE_ALL_QUALIFICATIONS: &str = "See all qualifications";

/// Takes the last change of the plan back.
pub const UNDO: &str = "Undo";
/// Makes the change again that was taken back.
pub const REDO: &str = "Redo";
/// Takes every unit out of the plan.
pub const CLEAR: &str = "Clear all units";
/// Picks the units that everybody has to take.
pub const PICK_MANDATORY: &str = "Pick every mandatory unit";
/// Adds the units whose codes were pasted.
pub const ADD_UNITS: &str = "Add these units";
/// Prints the plan.
pub const PRINT: &str = "Print";
/// Offers the plan that is open as a file that the planner reads.
pub const PLAN_FILE: &str = "Plan file";
/// The same for a plan that is only shown.
pub const SAVE_COPY: &str = "Save a copy as a file";
/// Offers the plan as a file that a spreadsheet reads.
pub const TABLE: &str = "Spreadsheet (CSV)";
/// Offers the plan as a file that a calendar reads.
pub const CALENDAR: &str = "Calendar";
/// Copies the link to the plan.
pub const COPY_LINK: &str = "Copy";
/// Hands the link to an app of a phone.
pub const SEND_FROM_DEVICE: &str = "Send from this device";
/// The same beside the button that copies it.
pub const OTHER_APPS: &str = "Other apps";

/// Makes a saved plan of a plan that is only shown.
pub const KEEP: &str = "Keep this plan";
/// The same where there is a saved plan with this plan already.
pub const KEEP_ANOTHER: &str = "Keep it as another plan";
/// Offers a saved plan that a newer version has written, as a file.
pub const DOWNLOAD_AS_IT_IS: &str = "Download it as it is";

/// Brings the deleted saved plan back that was asked for.
pub const BRING_IT_BACK: &str = "Bring it back";
/// Begins another saved plan for the qualification of this one, or in place of one that was deleted.
pub const START_ANOTHER: &str = "Start another plan";
/// Copies the saved plan that is open.
pub const DUPLICATE_THIS: &str = "Duplicate this plan";
/// Deletes the saved plan that is open.
pub const DELETE_THIS: &str = "Delete this plan";

/// Begins a plan with the units of an example.
pub const START_FROM: &str = "Start from this";
/// Has a plan judged once more, by a longer search.
pub const LOOK_LONGER: &str = "Look longer";
/// Opens what else can be done with a plan of the list.
pub const MORE: &str = "More";
/// Gives the saved plan the name that was typed.
pub const SAVE_NAME: &str = "Save the name";
/// Copies a saved plan in the list.
pub const DUPLICATE: &str = "Duplicate";
/// Offers a saved plan in the list as a file.
pub const SAVE_AS_FILE: &str = "Save as a file";
/// Deletes a saved plan in the list; it can be brought back.
pub const DELETE: &str = "Delete";
/// Offers every saved plan in the list as a file.
pub const SAVE_ALL: &str = "Save all plans as a file";
/// Brings a deleted saved plan in the list back.
pub const BRING_BACK: &str = "Bring back";
/// Removes a deleted saved plan, so that it cannot be brought back.
pub const REMOVE_FOR_GOOD: &str = "Remove for good";
/// Removes a catalogue file; it can be brought back.
pub const REMOVE: &str = "Remove";

/// Opens the sheet in which a file is opened.
pub const OPEN_FILE: &str = "Open a file";
/// Asks for the file.
pub const CHOOSE_FILE: &str = "Choose a file";
/// Asks for one in place of the one that was chosen.
pub const CHOOSE_ANOTHER_FILE: &str = "Choose another file";

/// Asks whether all that is kept is to go.
pub const DELETE_EVERYTHING_HERE: &str = "Delete everything from this browser";
/// Deletes it.
pub const DELETE_EVERYTHING: &str = "Delete everything";
/// Offers it as a file before it goes.
pub const DOWNLOAD_EVERYTHING: &str = "Download everything first";
/// Deletes nothing.
pub const KEEP_EVERYTHING: &str = "Keep it";

/// Adds so many plans of a file, and puts so many in place of those here; where that is none, adds so many catalogue
/// files. `None` where nothing is left to do.
#[must_use]
pub fn take_in(added: usize, replaced: usize, catalogues: usize) -> Option<String> {
    let plans = |number: usize| match number {
        1 => "1 plan".to_owned(),
        number => format!("{number} plans"),
    };
    Some(match (added, replaced, catalogues) {
        (0, 0, 0) => return None,
        (0, 0, 1) => "Add 1 catalogue file".to_owned(),
        (0, 0, number) => format!("Add {number} catalogue files"),
        (added, 0, _) => format!("Add {}", plans(added)),
        (0, replaced, _) => format!("Replace {}", plans(replaced)),
        (added, replaced, _) => format!("Add {} and replace {replaced}", plans(added)),
    })
}

/// The same label on many rows, with the name of the one that it is for, as it is read aloud: “Delete:
/// Plan A”.
#[must_use]
pub fn of_one(label: &str, name: &str) -> String {
    format!("{label}: {name}")
}

/// Opens the plans that are kept, and what there is to set of this one.
pub const PLANS: &str = "Plans";
/// Opens the rules one by one, and what else there is to know.
pub const RULES: &str = "Rules and facts";
/// Opens the plan as a link, a code, a file.
pub const SHARE: &str = "Share";
/// Opens the planner of another's page over the whole window.
pub const WIDEN: &str = "Use the whole window";
/// Leads past what stands before the units.
pub const SKIP_TO_UNITS: &str = "Skip to the units";
/// Leads past the units.
pub const SKIP_TO_PLAN: &str = "Skip to my plan";
/// Opens ways to complete the plan.
pub const HELP_ME_FILL: &str = "Help me fill";
/// Puts one beside others.
pub const COMPARE: &str = "Compare";
/// Takes one of several ways.
pub const CHOOSE: &str = "Choose";

/// Picks the units that a rule asks for.
pub const ADD: &str = "Add";

/// The same with their titles, as it is read aloud: “Add Dementia Awareness”.
#[must_use]
pub fn add_of_rule(titles: &[&str]) -> String {
    format!("{ADD} {}", titles.join(", "))
}

/// Takes a unit out of the plan.
#[must_use]
pub fn remove(title: &str) -> String {
    format!("Remove {title}")
}

/// Opens a unit.
#[must_use]
pub fn more_about(title: &str) -> String {
    format!("More about {title}")
}

/// Opens the plan where it is docked, with how many units it has.
#[must_use]
pub fn my_plan(units: usize) -> String {
    format!("My plan ({units})")
}
