//! A share of one amount in another, compared exactly.
//!
//! Example: at least half of the optional credits at the qualification's level; more than half.
//!
//! At least 1/2 of the whole is the same as twice the part being no less than the whole, so that
//! nothing is rounded. More than 1/2 is the same as twice the part being more than the whole; where
//! nothing is there, nothing is asked.

use crate::assess::builder::Builder;
use crate::assess::evaluation::Evaluation;
use crate::assess::finding::Finding;
use crate::qualification::{Measure, Selection, ShareBound};
use crate::solve::Counter;

type Shares = (Option<ShareBound>, Option<ShareBound>);

pub(super) fn add(
    builder: &mut Builder<'_>,
    of: &Selection,
    out_of: &Selection,
    measure: Measure,
    (least, most): Shares,
) {
    for (bound, sign) in [(least, -1), (most, 1)] {
        let Some(ShareBound { share, is_strict }) = bound else {
            continue;
        };
        if is_strict {
            // A whole that is there makes it one more, so that it has to stay below.
            let number = builder.counters.len() + 1;
            let there = builder.counter(Counter {
                emits: Some((1, vec![number])),
                ..Counter::default()
            });
            builder.add(there, out_of.clone(), measure, 1);
        }
        let counter = builder.counter(Counter {
            most: Some(0),
            ..Counter::default()
        });
        builder.add(counter, of.clone(), measure, sign * i64::from(share.of()));
        builder.add(
            counter,
            out_of.clone(),
            measure,
            -sign * i64::from(share.parts()),
        );
    }
}

pub(super) fn find(
    evaluation: &Evaluation<'_>,
    of: &Selection,
    out_of: &Selection,
    measure: Measure,
    (least, most): Shares,
) -> Finding {
    Finding::Share {
        of: of.clone(),
        out_of: out_of.clone(),
        measure,
        part: evaluation.sum(of, measure),
        whole: evaluation.sum(out_of, measure),
        least,
        most,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::assess::State;
    use crate::assess::forms::testing::check;

    #[test]
    fn half_is_half_and_nothing_is_rounded() {
        let rules = json!([
            {"kind": "share", "of": {"level_from": 5}, "measure": "credits", "at_least": "1/2"},
        ]);
        assert_eq!(check(&rules, &["E", "D", "A"]).0, State::Met); // 5 of 10
        assert_eq!(check(&rules, &["E", "D", "B"]).0, State::Open); // 5 of 11, with F 11 of 17
    }

    #[test]
    fn more_than_half_is_not_half_and_nothing_of_nothing_is_enough() {
        let rules = json!([
            {"kind": "share", "of": {"level_from": 5}, "measure": "credits", "more_than": "1/2"},
        ]);
        assert_eq!(check(&rules, &[]).0, State::Met);
        assert_eq!(check(&rules, &["E", "D", "A"]).0, State::Open); // 5 of 10, with F 11 of 16
        assert_eq!(check(&rules, &["E", "D"]).0, State::Met); // 5 of 9
    }

    #[test]
    fn less_than_half_is_not_half() {
        let rules = json!([
            {"kind": "share", "of": {"groups": ["two"]}, "measure": "units", "less_than": "1/2"},
        ]);
        assert_eq!(check(&rules, &["D", "A"]).0, State::Open);
        assert_eq!(check(&rules, &["D", "A", "B"]).0, State::Met);
        assert_eq!(check(&rules, &["D", "E", "A", "B", "C"]).0, State::Met);
        assert_eq!(
            check(&rules, &["D", "E", "F", "A", "B", "C"]).0,
            State::Broken
        );
    }

    #[test]
    fn a_share_too_large_can_be_put_right_by_adding_to_the_rest() {
        let rules = json!([
            {"kind": "share", "of": {"groups": ["two"]}, "measure": "units", "at_most": "1/2"},
        ]);
        assert_eq!(check(&rules, &["D"]).0, State::Open);
        assert_eq!(check(&rules, &["D", "A"]).0, State::Met);
    }
}
