//! What is said of files of drafts.

use super::problem;
use crate::draft::Fault;
use crate::exchange::file::Kind;
use crate::reading::Problem;

/// Why a file that is meant to hold a plan cannot be opened.
#[must_use]
pub const fn fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::Newer(_) => "It is from a newer version of the planner, which this one cannot read.",
        Fault::Corrupt(_) => {
            "It is meant to hold drafts, but it was changed or cut short since it was saved."
        }
    }
}

/// That drafts from a file were added.
#[must_use]
pub fn taken_in(number: usize) -> String {
    match number {
        0 => "Nothing was added.".to_owned(),
        1 => "1 draft was added from the file.".to_owned(),
        number => format!("{number} drafts were added from the file."),
    }
}

/// What happens with a draft from a file, before it does. `here` says whether the draft that it was is
/// here, and is the same.
#[must_use]
pub const fn arrival(here: Option<bool>) -> &'static str {
    match here {
        None => "Not in this browser yet.",
        Some(true) => "Already here, and the same.",
        Some(false) => "Already here, and not the same.",
    }
}

/// How many drafts of a file need nothing to be done.
#[must_use]
pub fn already_here(number: usize) -> String {
    match number {
        1 => "1 draft that is already here, and the same".to_owned(),
        number => format!("{number} drafts that are already here, and the same"),
    }
}

/// What is wrong with a file of drafts from which some can be read all the same.
#[must_use]
pub fn file_trouble(unreadable: usize, altered: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if altered {
        lines.push(
            "The file is not as it was written: somebody has changed it, or it was damaged on its \
             way. Look at what it says before you add it."
                .to_owned(),
        );
    }
    match unreadable {
        0 => {}
        1 => lines.push("1 more draft in it cannot be read.".to_owned()),
        number => lines.push(format!("{number} more drafts in it cannot be read.")),
    }
    lines
}

/// That a file is too long for what it is.
#[must_use]
pub const fn too_long(kind: Kind) -> &'static str {
    match kind {
        Kind::Drafts => "It is longer than 1 MiB, more than a file of drafts may be.",
        Kind::Everything => "It is longer than 16 MiB, more than a browser keeps.",
        Kind::Other => "It is longer than 2 MiB, more than a catalogue file may be.",
    }
}

/// That a file holds catalogue files too.
#[must_use]
pub fn with_catalogues(titles: &[String]) -> String {
    format!(
        "It also holds catalogue files that are not here yet: {}. They are added with the drafts.",
        titles.join(", ")
    )
}

/// What of a draft in a file cannot be read.
#[must_use]
pub fn left_out_of_draft(problems: &[Problem]) -> Vec<String> {
    const MOST: usize = 3;
    let mut lines: Vec<String> = problems
        .iter()
        .take(MOST)
        .map(|one| format!("Left out: {}", problem(one)))
        .collect();
    if problems.len() > MOST {
        lines.push(format!("And {} more.", problems.len() - MOST));
    }
    lines
}
