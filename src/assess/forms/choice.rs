//! So many of several sets, each of them whole.
//!
//! Example: either the unit on a microteaching session, or the two units on practice.

use crate::assess::builder::Builder;
use crate::assess::evaluation::Evaluation;
use crate::assess::finding::Finding;
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

pub(super) fn find(
    evaluation: &Evaluation<'_>,
    options: &[Vec<UnitCode>],
    bounds: Bounds,
) -> Finding {
    let missing = |units: &Vec<UnitCode>| -> Vec<UnitCode> {
        units
            .iter()
            .filter(|code| !evaluation.counts(code))
            .cloned()
            .collect()
    };
    let missing: Vec<Vec<UnitCode>> = options.iter().map(missing).collect();
    let mut closed: Vec<UnitCode> = Vec::new();
    for code in missing.iter().flatten() {
        if evaluation.is_closed(code) && !closed.contains(code) {
            closed.push(code.clone());
        }
    }
    Finding::Choice {
        picked: evaluation.kept_out(missing.iter().flatten()),
        missing,
        closed,
        bounds,
    }
}

/// What is missing of the sets of a choice that can still be taken: none that has a closed unit, unless
/// nothing else is left.
#[must_use]
pub fn sets_to_take<'a>(
    missing: &'a [Vec<UnitCode>],
    closed: &[UnitCode],
) -> Vec<&'a Vec<UnitCode>> {
    let left: Vec<_> = missing.iter().filter(|units| !units.is_empty()).collect();
    let is_open = |units: &&Vec<UnitCode>| !units.iter().any(|code| closed.contains(code));
    if left.iter().any(is_open) {
        left.into_iter().filter(is_open).collect()
    } else {
        left
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assess::State;
    use crate::assess::forms::testing::{check, judged};

    #[test]
    fn one_unit_or_two_others() {
        let rules = json!([{"kind": "choice", "options": [["A"], ["B", "C"]]}]);
        assert_eq!(check(&rules, &["A"]).0, State::Met);
        assert_eq!(check(&rules, &["B"]).0, State::Open);
        assert_eq!(check(&rules, &["B", "C"]).0, State::Met);
    }

    #[test]
    fn units_that_are_closed_are_told_apart_each_once() {
        let rules = json!([
            {"kind": "choice", "options": [["A"], ["A", "B"], ["C"]]},
            {"kind": "registration", "unit": "A", "closed_from": "2020-01-01"},
        ]);
        for picks in [&[][..], &["A"]] {
            let found = judged(&rules, picks);
            let Finding::Choice {
                missing, closed, ..
            } = &found.judgements[0].finding
            else {
                panic!("the first rule is a choice");
            };
            assert_eq!(missing.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 1]);
            let closed: Vec<_> = closed.iter().map(UnitCode::as_str).collect();
            assert_eq!(closed, ["A"], "{picks:?}");
        }
    }

    #[test]
    fn no_more_sets_than_are_allowed() {
        let rules = json!([{"kind": "choice", "options": [["A"], ["B", "C"]], "at_least": 1, "at_most": 1}]);
        assert_eq!(check(&rules, &["A", "B"]).0, State::Met);
        assert_eq!(check(&rules, &["A", "B", "C"]).0, State::Broken);
    }
}
