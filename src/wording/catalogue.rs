//! Catalogue files that were opened or are kept.

use super::{collision, date, judgement};
use crate::assess::{Assessment, State};
use crate::qualification::{Date, Qualification};

/// What stands for the name of a file that is kept here and cannot be read.
pub const KEPT_FILE: &str = "a catalogue file kept in this browser";

/// A file was opened that is not kept.
pub const FILE_NOT_KEPT: &str =
    "This browser could not keep the file: open it again after a reload.";

/// Before and behind the name of a qualification that no catalogue here has.
#[must_use]
pub const fn no_qualification_called(shows_centre_only: bool) -> [&'static str; 2] {
    let behind = if shows_centre_only {
        ". Plans in this browser are untouched."
    } else {
        ". If it comes from a catalogue file of your centre, open that file from the list of \
         qualifications. Plans in this browser are untouched."
    };
    [
        "No catalogue that is open here has a qualification called ",
        behind,
    ]
}

/// A catalogue file of which nothing can be used. Its places stand below.
pub const CATALOGUE_REFUSED: &str = "It is meant to be a catalogue, but it is not as a catalogue has to be. Ask whoever gave it to you for another.";

/// How many qualifications were left out, and that the others stay.
#[must_use]
pub fn left_out(number: usize) -> String {
    match number {
        0 => "Nothing of it was added, and nothing in your plans has changed.".to_owned(),
        1 => "1 qualification with a problem was left out. The others can be used.".to_owned(),
        number => {
            format!("{number} qualifications with problems were left out. The others can be used.")
        }
    }
}

/// Says that no choice of units meets the rules of a qualification, and which rules; nothing where that was
/// not found. It is asked with the plan of somebody who has picked nothing yet.
#[must_use]
pub fn unmet(qualification: &Qualification, empty: &Assessment) -> Option<String> {
    if empty.state != State::Broken || !empty.fully_searched {
        return None;
    }
    let alone = || {
        let mut broken = empty.judgements.iter();
        let one = broken.find(|one| one.state == State::Broken)?;
        let rule = super::rule(qualification, qualification.rule(&one.rule)?);
        let advice = judgement(qualification, one).advice;
        Some(format!("{rule} {}", advice.unwrap_or_default()))
    };
    let rules = collision(qualification, empty).or_else(alone);
    Some(format!(
        "{}: whoever registers today cannot meet its rules, whatever they pick. {}",
        qualification.title,
        rules.unwrap_or_default().trim_end()
    ))
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
