//! Units that do not all count side by side: a class of which so many count at most, one unit that
//! bars several, the same content under several codes.
//!
//! Example: of 530 and 550 only one counts; unit 59 does not count with 92.

use crate::assess::compile::Builder;
use crate::qualification::UnitCode;
use crate::solve::Counter;

pub(super) fn add(builder: &mut Builder<'_>, units: &[UnitCode], most: u32) {
    let counter = builder.counting(bar(i64::from(most)));
    builder.add_units(counter, units);
}

pub(super) fn add_bars(builder: &mut Builder<'_>, unit: &UnitCode, others: &[UnitCode]) {
    // The one weighs as much as all others together: it leaves room for none of them.
    let all = i64::try_from(others.len()).unwrap_or(i64::MAX);
    let counter = builder.counting(bar(all));
    builder.add_unit(counter, unit, all);
    builder.add_units(counter, others);
}

fn bar(most: i64) -> Counter {
    Counter {
        most: Some(most),
        relaxed_first: true,
        ..Counter::default()
    }
}
