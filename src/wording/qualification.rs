//! The facts of a qualification.

use super::quantity::{bounded, bounded_quantity};
use crate::qualification::{Bounds, Measure, Qualification, Size};

/// “Award”, “Certificate”, “Diploma”.
#[must_use]
pub const fn size(size: Size) -> &'static str {
    match size {
        Size::Award => "Award",
        Size::Certificate => "Certificate",
        Size::Diploma => "Diploma",
    }
}

/// The published credit value: “6 to 12 credits”, “at least 37 credits”.
#[must_use]
pub fn credit_value(qualification: &Qualification) -> String {
    bounded_quantity(qualification.credit_value, Measure::Credits)
}

/// Hours of induction or tutorial support: “at least 2 hours”, “1 hour”.
#[must_use]
pub fn hours_asked(hours: Bounds) -> String {
    let last = hours.most().or(hours.least()).unwrap_or(0);
    let noun = if last == 1 { "hour" } else { "hours" };
    format!("{} {noun}", bounded(hours))
}
