//! What makes one set of units nearer than another.

use crate::qualification::{Measure, Unit};
use crate::solve::Cost;

/// One unit more weighs more than all credits, and one credit more than all hours.
pub(super) fn units_then_credits_then_hours(unit: &Unit) -> Cost {
    Cost {
        main: 1,
        tie: u64::from(unit.amount(Measure::Credits)) << 32
            | u64::from(unit.amount(Measure::Hours)),
    }
}

/// One unit more weighs more than all credits.
pub(super) fn few_units_then_credits(unit: &Unit) -> u64 {
    (1 << 32) | u64::from(unit.amount(Measure::Credits))
}
