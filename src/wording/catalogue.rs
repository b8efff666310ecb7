//! Catalogue files that were opened or are kept.

use super::date;
use crate::qualification::Date;

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
