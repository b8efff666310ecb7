//! A share of one amount in another, compared exactly.
//!
//! Example: at least half of the optional credits at the qualification's level.
//!
//! At least 1/2 of the whole is the same as twice the part being no less than the whole, so that
//! nothing is rounded.

use crate::assess::Finding;
use crate::assess::builder::Builder;
use crate::assess::judge::Case;
use crate::qualification::{Fraction, Measure, Selection};
use crate::solve::Counter;

type Shares = (Option<Fraction>, Option<Fraction>);

pub(super) fn add(
    builder: &mut Builder<'_>,
    of: &Selection,
    out_of: &Selection,
    measure: Measure,
    (least, most): Shares,
) {
    for (share, sign) in [(least, 1), (most, -1)] {
        let Some(share) = share else {
            continue;
        };
        let counter = builder.counter(Counter {
            least: Some(0),
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
    case: &Case<'_>,
    of: &Selection,
    out_of: &Selection,
    measure: Measure,
    (least, most): Shares,
) -> Finding {
    Finding::Share {
        of: of.clone(),
        out_of: out_of.clone(),
        measure,
        part: case.sum(of, measure),
        whole: case.sum(out_of, measure),
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
    fn a_share_too_large_can_be_put_right_by_adding_to_the_rest() {
        let rules = json!([
            {"kind": "share", "of": {"groups": ["two"]}, "measure": "units", "at_most": "1/2"},
        ]);
        assert_eq!(check(&rules, &["D"]).0, State::Open);
        assert_eq!(check(&rules, &["D", "A"]).0, State::Met);
    }
}
