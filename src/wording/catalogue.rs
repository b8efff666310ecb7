//! What is wrong with a catalogue file.

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
        Reason::Contradiction(why) => format!("{why}."),
    }
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
