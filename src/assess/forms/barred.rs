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

    use crate::assess::forms::testing::{check, judged};
    use crate::assess::{NotCounted, State};

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
    fn nothing_makes_way_for_one_that_something_else_keeps_from_counting() {
        // C counts and bars B, so that B is no reason to leave A out: 1 + 3 credits, and not 2.
        let rules = json!([
            {"kind": "barred", "units": ["A", "B"], "counts": "B"},
            {"kind": "bars", "unit": "C", "units": ["B"]},
        ]);
        let counted = vec!["A".to_owned(), "C".to_owned()];
        assert_eq!(check(&rules, &["A", "B", "C"]), (State::Met, counted));
        let found = judged(&rules, &["A", "B", "C"]);
        let told = &found.units[1].not_counted;
        assert!(
            matches!(told, Some(NotCounted::Barred { by, .. }) if by.as_str() == "C"),
            "{told:?}"
        );
        assert_eq!(check(&rules, &["A", "B"]).1, ["B"]);
    }

    #[test]
    fn one_that_leaves_the_plan_best_may_keep_out_one_that_others_make_way_for() {
        let rules = json!([
            {"kind": "amount", "measure": "credits", "at_least": 4, "at_most": 4},
            {"kind": "barred", "units": ["A", "B"]},
            {"kind": "barred", "units": ["B", "C"], "counts": "B"},
        ]);
        let counted = vec!["A".to_owned(), "C".to_owned()];
        assert_eq!(check(&rules, &["A", "B", "C"]), (State::Met, counted));
    }

    #[test]
    fn of_units_that_are_to_make_way_for_each_other_the_first_rule_decides() {
        let rules = json!([
            {"kind": "barred", "units": ["A", "B"], "counts": "A"},
            {"kind": "barred", "units": ["B", "C"], "counts": "B"},
            {"kind": "barred", "units": ["A", "C"], "counts": "C"},
        ]);
        assert_eq!(check(&rules, &["A", "B"]).1, ["A"]);
        assert_eq!(check(&rules, &["B", "C"]).1, ["B"]);
        // A comes before B and B before C, and so A not after C: C has more credits.
        assert_eq!(check(&rules, &["A", "C"]).1, ["C"]);
        assert_eq!(check(&rules, &["A", "B", "C"]).1, ["A"]);
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
