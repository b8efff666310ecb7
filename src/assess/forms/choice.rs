//! So many of several sets, each of them whole.
//!
//! Example: either the unit on a microteaching session, or the two units on practice.

use crate::assess::Finding;
use crate::assess::compile::Builder;
use crate::assess::judge::Case;
use crate::qualification::{Bounds, UnitCode};
use crate::solve::Counter;

pub(super) fn add(builder: &mut Builder<'_>, options: &[Vec<UnitCode>], bounds: Bounds) {
    let target = builder.counters.len() + options.len();
    for units in options {
        let whole = i64::try_from(units.len()).unwrap_or(i64::MAX);
        let counter = builder.counter(Counter {
            emits: Some((whole, vec![target])),
            ..Counter::default()
        });
        builder.add_units(counter, units);
    }
    builder.counter(Counter {
        least: bounds.least().map(i64::from),
        most: bounds.most().map(i64::from),
        ..Counter::default()
    });
}

pub(super) fn find(case: &Case<'_>, options: &[Vec<UnitCode>], bounds: Bounds) -> Finding {
    let missing = |units: &Vec<UnitCode>| -> Vec<UnitCode> {
        units
            .iter()
            .filter(|code| !case.counts(code))
            .cloned()
            .collect()
    };
    Finding::Choice {
        missing: options.iter().map(missing).collect(),
        bounds,
    }
}
