//! A share of one amount in another, compared exactly.
//!
//! Example: at least half of the optional credits at the qualification's level.
//!
//! At least 1/2 of the whole is the same as twice the part being no less than the whole, so that
//! nothing is rounded.

use crate::assess::Finding;
use crate::assess::compile::Builder;
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
