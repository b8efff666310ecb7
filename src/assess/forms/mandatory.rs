//! Each of some units.
//!
//! Example: units 300, 301 and 302 of the Level 3 Certificate in Leadership.
//!
//! Open while one is missing; broken where a missing one is closed to this learner.

use crate::assess::Finding;
use crate::assess::compile::Builder;
use crate::assess::judge::Case;
use crate::qualification::UnitCode;
use crate::solve::Counter;

pub(super) fn add(builder: &mut Builder<'_>, units: &[UnitCode]) {
    let counter = builder.counter(Counter {
        least: Some(i64::try_from(units.len()).unwrap_or(i64::MAX)),
        ..Counter::default()
    });
    builder.add_units(counter, units);
}

pub(super) fn find(case: &Case<'_>, units: &[UnitCode]) -> Finding {
    let missing: Vec<UnitCode> = units
        .iter()
        .filter(|code| !case.counts(code))
        .cloned()
        .collect();
    let closed = missing
        .iter()
        .filter(|code| !case.is_open(code))
        .cloned()
        .collect();
    Finding::Mandatory {
        of: units.len(),
        missing,
        closed,
    }
}
