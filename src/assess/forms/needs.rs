//! A unit that asks for others.
//!
//! Example: unit 25 before unit 59; two units that are only taken together ask for each other.

use crate::assess::Finding;
use crate::assess::builder::Builder;
use crate::assess::judge::Case;
use crate::qualification::UnitCode;
use crate::solve::Counter;

pub(super) fn add(builder: &mut Builder<'_>, unit: &UnitCode, needs: &[UnitCode], all: bool) {
    // The unit takes from the counter what those that it needs have to give.
    let asked = if all {
        i64::try_from(needs.len()).unwrap_or(i64::MAX)
    } else {
        1
    };
    let counter = builder.counter(Counter {
        least: Some(0),
        ..Counter::default()
    });
    builder.add_unit(counter, unit, asked.saturating_neg());
    builder.add_units(counter, needs);
}

pub(super) fn find(case: &Case<'_>, unit: &UnitCode, needs: &[UnitCode], all: bool) -> Finding {
    let asked = case.counts(unit);
    let missing: Vec<UnitCode> = needs
        .iter()
        .filter(|code| !case.counts(code))
        .cloned()
        .collect();
    let enough = !asked || missing.is_empty() || (!all && missing.len() < needs.len());
    Finding::Needs {
        unit: unit.clone(),
        missing: if enough { Vec::new() } else { missing },
        all,
        asked,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::assess::forms::testing::{check, judged};
    use crate::assess::{Finding, State};

    #[test]
    fn a_unit_asks_for_one_of_several() {
        let rules = json!([{"kind": "needs", "unit": "F", "any_of": ["A", "B"]}]);
        assert_eq!(check(&rules, &[]).0, State::Met);
        assert_eq!(check(&rules, &["F"]).0, State::Open);
        assert_eq!(check(&rules, &["F", "B"]).0, State::Met);
    }

    #[test]
    fn a_unit_asks_for_all_of_several() {
        let rules = json!([{"kind": "needs", "unit": "F", "all_of": ["A", "B"]}]);
        assert_eq!(check(&rules, &["F", "B"]).0, State::Open);
        assert_eq!(check(&rules, &["F", "A", "B"]).0, State::Met);
    }

    #[test]
    fn what_is_missing_is_told_only_where_it_is_asked_for() {
        let missing = |kind: &str, picks: &[&str]| {
            let rules = json!([{"kind": "needs", "unit": "F", kind: ["A", "B"]}]);
            match &judged(&rules, picks).judgements[0].finding {
                Finding::Needs { missing, .. } => {
                    missing.iter().map(ToString::to_string).collect::<Vec<_>>()
                }
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(missing("all_of", &[]), [""; 0]);
        assert_eq!(missing("all_of", &["F"]), ["A", "B"]);
        assert_eq!(missing("all_of", &["F", "B"]), ["A"]);
        assert_eq!(missing("all_of", &["A", "B", "F"]), [""; 0]);
        assert_eq!(missing("any_of", &["F"]), ["A", "B"]);
        assert_eq!(missing("any_of", &["F", "B"]), [""; 0]);
    }
}
