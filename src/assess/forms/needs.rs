//! A unit that asks for others.
//!
//! Example: unit 25 before unit 59; two units that are only taken together ask for each other.

use crate::assess::builder::Builder;
use crate::assess::evaluation::Evaluation;
use crate::assess::finding::Finding;
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

pub(super) fn find(
    evaluation: &Evaluation<'_>,
    unit: &UnitCode,
    needs: &[UnitCode],
    all: bool,
) -> Finding {
    let asked = evaluation.counts(unit);
    let missing: Vec<UnitCode> = needs
        .iter()
        .filter(|code| !evaluation.counts(code))
        .cloned()
        .collect();
    let enough = !asked || missing.is_empty() || (!all && missing.len() < needs.len());
    let mut missing = if enough { Vec::new() } else { missing };
    // One of several is enough: those that nobody can take here are none to look for.
    if !all && missing.iter().any(|code| !evaluation.is_closed(code)) {
        missing.retain(|code| !evaluation.is_closed(code));
    }
    let closed = missing.iter().filter(|code| evaluation.is_closed(code));
    Finding::Needs {
        unit: unit.clone(),
        closed: closed.cloned().collect(),
        picked: evaluation.kept_out(&missing),
        missing,
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
    fn a_closed_unit_is_missing_only_where_nothing_else_would_do() {
        let closed =
            |code: &str| json!({"kind": "registration", "unit": code, "closed_from": "2020-01-01"});
        let found = |kind: &str, closing: &[&str]| {
            let mut rules = vec![json!({"kind": "needs", "unit": "F", kind: ["A", "B"]})];
            rules.extend(closing.iter().map(|code| closed(code)));
            match &judged(&rules.into(), &["F", "A"]).judgements[0].finding {
                Finding::Needs {
                    missing, closed, ..
                } => [missing, closed].map(|all| {
                    let all = all.iter().map(ToString::to_string);
                    all.collect::<Vec<String>>().join(" ")
                }),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(found("any_of", &["A"]), ["B", ""]);
        assert_eq!(found("any_of", &["A", "B"]), ["A B", "A B"]);
        assert_eq!(found("all_of", &["A"]), ["A B", "A"]);
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
