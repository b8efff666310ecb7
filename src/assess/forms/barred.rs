//! Units that do not all count side by side: a class of which so many count at most, one unit that
//! bars several, the same content under several codes.
//!
//! Example: of 530 and 550 only one counts; unit 59 does not count with 92.

use crate::assess::builder::Builder;
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::assess::State;
    use crate::assess::forms::testing::check;

    #[test]
    fn of_a_class_the_one_with_the_most_credits_counts() {
        let rules = json!([{"kind": "barred", "units": ["A", "B", "C"]}]);
        assert_eq!(
            check(&rules, &["A", "C"]),
            (State::Met, vec!["C".to_owned()])
        );
    }

    #[test]
    fn what_leaves_the_plan_best_counts_before_what_has_more_credits() {
        let rules = json!([
            {"kind": "barred", "units": ["A", "C"]},
            {"kind": "mandatory", "units": ["A"]},
        ]);
        assert_eq!(
            check(&rules, &["A", "C"]),
            (State::Met, vec!["A".to_owned()])
        );
    }

    #[test]
    fn the_one_that_the_document_names_counts_whatever_comes_of_it() {
        let rules = json!([
            {"kind": "barred", "units": ["A", "C"], "counts": "C"},
            {"kind": "mandatory", "units": ["A"]},
        ]);
        assert_eq!(
            check(&rules, &["A", "C"]),
            (State::Broken, vec!["C".to_owned()])
        );
    }

    #[test]
    fn one_unit_bars_several_that_count_side_by_side() {
        let rules = json!([{"kind": "bars", "unit": "F", "units": ["D", "E"]}]);
        let counted = vec!["D".to_owned(), "E".to_owned()]; // 4 + 5 credits against 6
        assert_eq!(check(&rules, &["D", "E", "F"]), (State::Met, counted));
    }

    #[test]
    fn the_same_content_counts_once() {
        let rules = json!([{"kind": "same-content", "units": ["A", "B"]}]);
        assert_eq!(
            check(&rules, &["A", "B"]),
            (State::Met, vec!["B".to_owned()])
        );
    }
}
