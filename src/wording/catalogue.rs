//! What is wrong with a catalogue file.

use super::date;
use crate::qualification::Date;
use crate::reading::{Problem, Reason};

/// A problem with its path: `qualifications[0].rules[1].at_least`, a colon, and what is wrong.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let reason = reason(&problem.reason);
    if problem.path.is_empty() {
        reason
    } else {
        format!("{}: {reason}", problem.path)
    }
}

/// How many qualifications were left out, and that the others stay.
#[must_use]
pub fn left_out(number: usize) -> String {
    match number {
        0 => "Nothing of it was added. Everything you had is still here.".to_owned(),
        1 => "1 qualification with a problem was left out. The others can be used.".to_owned(),
        number => {
            format!("{number} qualifications with problems were left out. The others can be used.")
        }
    }
}

/// What a catalogue file that is kept holds.
#[must_use]
pub fn own_catalogue(qualifications: usize, checked: Option<Date>) -> String {
    let number = match qualifications {
        1 => "1 qualification".to_owned(),
        number => format!("{number} qualifications"),
    };
    match checked {
        Some(day) => format!("{number}, compared with its document on {}.", date(day)),
        None => "It cannot be read. It is kept as it is; you can download it.".to_owned(),
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::TextTooLong { bytes, limit } => {
            format!("this text of {bytes} bytes is longer than the {limit} bytes that are read.")
        }
        Reason::NotJson {
            line,
            column,
            repeated_key,
        } => {
            if *repeated_key {
                format!("a key stands twice in one object (line {line}, column {column}).")
            } else {
                format!("this is not JSON from line {line}, column {column} on.")
            }
        }
        Reason::Missing => "this is missing.".to_owned(),
        Reason::UnknownKey => "nothing of this name is known here.".to_owned(),
        Reason::NotA(kind) if kind.starts_with('o') => format!("this should be an {kind}."),
        Reason::NotA(kind) => format!("this should be a {kind}."),
        Reason::OutOfRange { least, most } => {
            format!("this should be a whole number from {least} to {most}.")
        }
        Reason::Length { most } => format!("this is empty, or longer than {most}."),
        Reason::NotOneOf(words) => format!("this should be one of: {}.", words.join(", ")),
        Reason::Repeated(name) => format!("“{name}” stands here a second time."),
        Reason::Unknown(name) => format!("“{name}” is not in this catalogue."),
        Reason::Unreadable(name) => {
            format!("“{name}” has a problem of its own: correct that first.")
        }
        Reason::NotOffered(name) => {
            format!("“{name}” is in this catalogue, but no group of this qualification offers it.")
        }
        Reason::UpsideDown(why) | Reason::Contradiction(why) => format!("{why}."),
    }
}

/// What to do about a problem.
#[must_use]
pub fn hint(problem: &Problem) -> String {
    match &problem.reason {
        Reason::TextTooLong { .. } => "Split the file by document.".to_owned(),
        Reason::NotJson {
            repeated_key: true, ..
        } => "Remove one of the two: which of them was meant cannot be told.".to_owned(),
        Reason::NotJson { .. } => {
            "Look just before that place: most often a comma is missing or too many, or a quote is \
             not closed."
                .to_owned()
        }
        Reason::Missing => format!(
            "Add {}: docs/catalogue-format.md says what belongs there.",
            last_key(&problem.path)
        ),
        Reason::UnknownKey => format!(
            "Correct the spelling of {}, or remove it: in a rule it may belong to another kind.",
            last_key(&problem.path)
        ),
        Reason::NotA("whole number") => {
            "Write digits only, without quotes, sign or point: 6.".to_owned()
        }
        Reason::NotA("text") => "Put it in double quotes.".to_owned(),
        Reason::NotA("list") => "Put it in square brackets, with commas between.".to_owned(),
        Reason::NotA("object") => "Put it in curly brackets, with keys.".to_owned(),
        Reason::NotA(kind) => format!("Write a {kind} in its place."),
        Reason::OutOfRange { .. } => {
            "Compare the figure with the document: most often a digit slipped in.".to_owned()
        }
        Reason::Length { .. } => "Fill it, leave out its key, or shorten it.".to_owned(),
        Reason::NotOneOf(_) => {
            "Use one of these words as it is written: small and capital letters matter.".to_owned()
        }
        Reason::Repeated(name) => {
            format!("Remove this “{name}” or the earlier one, or give one another name.")
        }
        Reason::Unknown(name) => {
            format!("Correct the spelling of “{name}”, or add what it names.")
        }
        Reason::Unreadable(name) => {
            format!("Correct “{name}” where it is described, and this goes as well.")
        }
        Reason::NotOffered(name) => format!(
            "Put “{name}” under units of a group of this qualification, or take it out of here."
        ),
        Reason::UpsideDown(_) => {
            "Exchange the two, or correct the one that was mistyped.".to_owned()
        }
        Reason::Contradiction(_) => {
            "Keep the part that the document has, and remove or correct the other.".to_owned()
        }
    }
}

/// The key that a path ends with.
fn last_key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_path_and_what_would_be_right() {
        let found = Problem {
            path: "units[3].level".to_owned(),
            reason: Reason::OutOfRange { least: 1, most: 8 },
        };
        assert_eq!(
            problem(&found),
            "units[3].level: this should be a whole number from 1 to 8."
        );
    }
}
