//! Why there is no answer, or not the whole of it.

use std::fmt::Display;

pub(crate) const WHAT_TO_DO: &str =
    "say what to do: show, lint, assess, complete, count, repair, ladder or batch (see --help)";
pub(crate) const WHICH_QUALIFICATION: &str = "say which qualification with --qualification ID";
pub(crate) const WHICH_QUALIFICATION_OR_PLAN: &str =
    "say which qualification with --qualification ID, or give a --plan FILE";
pub(crate) const NO_QUALIFICATION: &str = "no qualification is given";
pub(crate) const NO_CLOCK: &str = "the system's clock makes no sense: give --today";
pub(crate) const LIST_TOO_LONG: &str = "the list of units is too long";
pub(crate) const NOT_WRITTEN: &str = "the answer could not be written";

/// A wrong use of the program.
pub(crate) fn see_help(error: &str) -> String {
    format!("{error} (see --help)")
}

pub(crate) fn no_such_qualification(wanted: &str, known: &[&str], meant: &str) -> String {
    let known = super::commas(known);
    format!("there is no qualification {wanted}; there are {known}.{meant}")
}

pub(crate) fn stands_already(id: &dyn Display, first: &dyn Display) -> String {
    format!("the qualification {id} stands in {first} already")
}

/// The first of so many problems of a file.
pub(crate) fn first_of(first: &str, all: usize) -> String {
    match all {
        0 | 1 => format!("{first} (see lint)"),
        2 => format!("{first} (1 more problem: see lint)"),
        all => format!("{first} ({} more problems: see lint)", all - 1),
    }
}

pub(crate) fn too_long(longest: usize) -> String {
    format!("longer than {longest} bytes")
}

pub(crate) fn no_day(text: &str) -> String {
    format!("{text:?} is no day written YYYY-MM-DD")
}

pub(crate) fn no_unit(code: &dyn Display) -> String {
    format!("there is no unit {code} to prefer or avoid")
}

pub(crate) fn too_many_codes(most: usize) -> String {
    format!("more than {most} unit codes")
}

pub(crate) fn no_code(written: &str) -> String {
    format!("{written:?} is no unit code")
}

pub(crate) fn unit_or_figure(written: &str) -> String {
    format!("{written:?} may be a unit or a figure of another: give the codes alone")
}

pub(crate) fn not_written(error: &dyn Display) -> String {
    format!("{NOT_WRITTEN}: {error}")
}

/// A remark with the file that it is about.
pub(crate) fn about_file(file: &str, message: &str) -> String {
    format!("{file}: {message}")
}

/// What is said on standard error beside an answer.
pub(crate) fn note(line: &str) -> String {
    format!("qualification-check: note: {line}")
}

/// What is said on standard error in place of an answer.
pub(crate) fn error(line: &str) -> String {
    format!("qualification-check: {line}")
}
