//! So many of several sets, each of them whole.
//!
//! Example: either the unit on a microteaching session, or the two units on practice.

use crate::assess::Finding;
use crate::assess::builder::Builder;
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::assess::State;
    use crate::assess::forms::testing::check;

    #[test]
    fn one_unit_or_two_others() {
        let rules = json!([{"kind": "choice", "options": [["A"], ["B", "C"]]}]);
        assert_eq!(check(&rules, &["A"]).0, State::Met);
        assert_eq!(check(&rules, &["B"]).0, State::Open);
        assert_eq!(check(&rules, &["B", "C"]).0, State::Met);
    }

    #[test]
    fn no_more_sets_than_are_allowed() {
        let rules = json!([{"kind": "choice", "options": [["A"], ["B", "C"]], "at_least": 1, "at_most": 1}]);
        assert_eq!(check(&rules, &["A", "B"]).0, State::Met);
        assert_eq!(check(&rules, &["A", "B", "C"]).0, State::Broken);
    }
}
