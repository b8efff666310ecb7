//! The head of a plan: a number, what it is of, and one sentence.

use super::quantity::{noun, quantity};
use crate::qualification::{Bounds, Measure};

/// What stands behind the number of a plan: “of 13 credits”, and once there are as many “credits”.
#[must_use]
pub fn rest_of_total(number: u32, bounds: Option<Bounds>, measure: Measure) -> String {
    let least = bounds.and_then(Bounds::least).filter(|least| *least > 0);
    let most = bounds.and_then(Bounds::most);
    match (least, most) {
        (Some(least), _) if number < least => format!("of {}", in_short(least, measure)),
        (None, Some(most)) if number <= most => format!("of at most {}", in_short(most, measure)),
        _ if measure == Measure::Hours => short_noun(number).to_owned(),
        _ => noun(number, measure).to_owned(),
    }
}

/// A number with its noun where there is little room: “7 credits”, “60 hours”.
#[must_use]
pub fn in_short(number: u32, measure: Measure) -> String {
    match measure {
        Measure::Hours => super::hours(number),
        other => quantity(number, other),
    }
}

/// The noun of it: “credits”, “hours”.
pub(super) const fn noun_in_short(number: u32, measure: Measure) -> &'static str {
    match measure {
        Measure::Hours => short_noun(number),
        other => noun(number, other),
    }
}

const fn short_noun(number: u32) -> &'static str {
    if number == 1 { "hour" } else { "hours" }
}
