//! What is said of files: how they were read, and the saved plans in them.

use std::cmp::Ordering;

use super::{date, problem};
use crate::exchange::file::Kind;
use crate::plan::Plan;
use crate::reading::{Doubt, NotText, Problem, Text};
use crate::saved_plans::ReadError;

/// Above the plans of a file, before any is added.
pub const NOTHING_ADDED_YET: &str = "Nothing is added until you say so. Plans that are here already stay as they are, unless you choose \
     otherwise.";

/// In place of the plans of a file in which there are none that can be added.
pub const NO_PLAN_TO_ADD: &str = "There is no plan in it that can be added.";

/// Says that the plans of a file, of which there are so many, are all here.
#[must_use]
pub fn nothing_new(number: usize) -> String {
    match number {
        1 => "Nothing new: the plan in it is already here, and the same.".to_owned(),
        number => format!("Nothing new: the {number} plans in it are already here, and the same."),
    }
}

/// The browser gave nothing of a file, or it is longer than any file that is read.
pub const CANNOT_BE_READ: &str = "It cannot be read, or is longer than 16 MiB.";

/// Says why a file that is meant to hold a plan cannot be opened.
#[must_use]
pub const fn fault(fault: &ReadError) -> &'static str {
    match fault {
        ReadError::Newer(_) => {
            "It is from a newer version of the planner, which this one cannot read."
        }
        ReadError::Corrupt(_) => {
            "It is meant to hold plans, but it was changed or cut short since it was saved. Save it again \
             where the plans are, or ask for it again."
        }
    }
}

/// Says that saved plans and catalogue files from a file were added.
///
/// ```
/// # use qualification_planner::wording::taken_in;
/// assert_eq!(taken_in(2, 1), "2 plans and 1 catalogue file were added from the file.");
/// assert_eq!(taken_in(0, 1), "1 catalogue file was added from the file.");
/// ```
#[must_use]
pub fn taken_in(plans: usize, catalogues: usize) -> String {
    let number = |number: usize, noun: &str| match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        number => Some(format!("{number} {noun}s")),
    };
    let verb = if plans.saturating_add(catalogues) == 1 {
        "was"
    } else {
        "were"
    };
    let added = [number(plans, "plan"), number(catalogues, "catalogue file")];
    match added {
        [Some(plans), Some(catalogues)] => {
            format!("{plans} and {catalogues} {verb} added from the file.")
        }
        [Some(one), None] | [None, Some(one)] => format!("{one} {verb} added from the file."),
        [None, None] => "Nothing was added.".to_owned(),
    }
}

/// What happens with a saved plan from a file, before it does. `here` says whether the saved plan that it was is
/// here, and is the same.
#[must_use]
pub const fn arrival(here: Option<bool>) -> &'static str {
    match here {
        None => "Not in this browser yet.",
        Some(true) => "Already here, and the same.",
        Some(false) => "Already here, and not the same.",
    }
}

/// Says that it cannot be told which saved plans of a file are here already.
#[must_use]
pub const fn cannot_compare() -> &'static str {
    "What this browser keeps cannot be read now, so it cannot be told which of these plans are here already."
}

/// When the saved plan here was changed that one of a file was, which is `later` or earlier than the file's.
#[must_use]
pub fn changed_here(when: &str, later: Ordering) -> String {
    let than = match later {
        Ordering::Less => ", before the one in the file",
        Ordering::Equal => "",
        Ordering::Greater => ", after the one in the file",
    };
    format!("The one here was changed {when}{than}.")
}

/// What a plan in a file has otherwise than the one here.
#[must_use]
pub fn compared(file: &Plan, here: &Plan) -> Vec<String> {
    let only = |one: &Plan, other: &Plan| -> Vec<String> {
        let picks = one.picks().iter();
        let picks = picks.filter(|pick| other.pick(&pick.code).is_none());
        picks.map(|pick| pick.code.to_string()).collect()
    };
    let mut lines = Vec::new();
    for (place, codes) in [("file", only(file, here)), ("plan here", only(here, file))] {
        if !codes.is_empty() {
            lines.push(format!("Only in the {place}: {}.", listed(&codes)));
        }
    }
    if file.name != here.name {
        lines.push(match here.name.as_str() {
            "" => "The one here has no name.".to_owned(),
            name => format!("The one here is called “{name}”."),
        });
    }
    if file.registered != here.registered {
        let day = |plan: &Plan| plan.registered.map_or_else(|| "none".to_owned(), date);
        lines.push(format!(
            "Registration date: {} in the file, {} here.",
            day(file),
            day(here)
        ));
    }
    if lines.is_empty() {
        lines.push("They differ in the order of the units, or in what is said of them.".to_owned());
    }
    lines
}

/// As many as people read, and how many more there are.
fn listed(codes: &[String]) -> String {
    const MOST: usize = 12;
    match codes.get(..MOST) {
        Some(first) if codes.len() > MOST => {
            format!("{} and {} more", first.join(", "), codes.len() - MOST)
        }
        _ => codes.join(", "),
    }
}

/// Which saved plans of a file cannot be read, and why.
#[must_use]
pub fn unreadable_plans(problems: &[Problem]) -> Vec<String> {
    at_most(problems, 5, problem)
}

/// As many lines as people read, and how many more there would be.
#[must_use]
pub fn at_most<T>(all: &[T], most: usize, say: impl Fn(&T) -> String) -> Vec<String> {
    let mut lines: Vec<String> = all.iter().take(most).map(say).collect();
    if all.len() > most {
        lines.push(format!("And {} more.", all.len() - most));
    }
    lines
}

/// How many saved plans of a file need nothing to be done.
#[must_use]
pub fn already_here(number: usize) -> String {
    match number {
        1 => "1 plan that is already here, and the same".to_owned(),
        number => format!("{number} plans that are already here, and the same"),
    }
}

/// What is wrong with a file of saved plans from which some can be read all the same.
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
        1 => lines.push("1 more plan in it cannot be read.".to_owned()),
        number => lines.push(format!("{number} more plans in it cannot be read.")),
    }
    lines
}

/// How a file was read, where its letters may not be those that were written.
///
/// ```
/// # use qualification_planner::{reading::text_of, wording::read_as};
/// let text = text_of(b"Si\xe2n", |_, _| "Si\u{e2}n".to_owned()).unwrap();
/// let said = "Read as Windows-1252: check that accents and apostrophes are right.";
/// assert_eq!(read_as(&text).as_deref(), Some(said));
/// ```
#[must_use]
pub fn read_as(text: &Text) -> Option<String> {
    let name = text.encoding.name();
    Some(match text.doubt? {
        Doubt::Guessed => {
            format!("Read as {name}: check that accents and apostrophes are right.")
        }
        Doubt::Damaged(1) => format!(
            "Read as {name}, but it is damaged: 1 letter cannot be read and stands as “\u{fffd}”."
        ),
        Doubt::Damaged(places) => format!(
            "Read as {name}, but it is damaged: {places} letters cannot be read and stand as “\u{fffd}”."
        ),
    })
}

/// What a file is that holds no text, and what to do.
#[must_use]
pub const fn not_text(what: NotText) -> &'static str {
    match what {
        NotText::Packed => {
            "It is a packed file, such as a workbook (.xlsx, .ods), and no text. Save a table as CSV."
        }
        NotText::OldOffice => {
            "It is a workbook or document of an office program (.xls, .doc), and no text. Save a \
             table as CSV."
        }
        NotText::Pdf => "It is a PDF, and no text.",
        NotText::Utf32 => "It is in UTF-32. Save it as UTF-8.",
        NotText::Other => "It is no text at all: it holds bytes that no text holds.",
    }
}

/// What a file is that holds no text, and what to do, where plans are opened.
#[must_use]
pub const fn not_opened(what: NotText) -> &'static str {
    match what {
        NotText::Packed => {
            "It is a workbook (.xlsx, .ods) or another packed file. Choose a file that you saved here; it ends in .json."
        }
        NotText::OldOffice => {
            "It is a workbook or document of an office program. Choose a file that you saved here; it ends in .json."
        }
        NotText::Pdf => "It is a PDF. Choose a file that you saved here; it ends in .json.",
        NotText::Utf32 => not_text(what),
        NotText::Other => {
            "It is no text at all. Choose a file that you saved here; it ends in .json."
        }
    }
}

/// A file holds neither plans nor a catalogue.
pub const NOT_A_PLAN_FILE: &str =
    "It is not a plan file. Choose a file that you saved here; it ends in .json.";

/// Says that a file is too long for what it is.
#[must_use]
pub const fn too_long(kind: Kind) -> &'static str {
    match kind {
        Kind::SavedPlans => "It is longer than 1 MiB, more than a plan file may be.",
        Kind::Everything => "It is longer than 16 MiB, more than a browser keeps.",
        Kind::Other | Kind::Unknown => {
            "It is longer than 2 MiB, more than a catalogue file may be."
        }
    }
}

/// Says that a file holds catalogue files too.
#[must_use]
pub fn with_catalogues(titles: &[String]) -> String {
    format!(
        "It also holds catalogue files that are not here yet: {}. They are added with the plans.",
        titles.join(", ")
    )
}

/// What of a saved plan in a file cannot be read.
#[must_use]
pub fn left_out_of_plan(problems: &[Problem]) -> Vec<String> {
    at_most(problems, 3, |one| format!("Left out: {}", problem(one)))
}
