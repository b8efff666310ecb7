//! Each of some units.
//!
//! Example: units 300, 301 and 302 of the Level 3 Certificate in Leadership.
//!
//! Open while one is missing; broken where a missing one is closed to this learner.

use crate::assess::builder::Builder;
use crate::assess::evaluation::Evaluation;
use crate::assess::finding::Finding;
use crate::qualification::UnitCode;
use crate::solve::Counter;

pub(super) fn add(builder: &mut Builder<'_>, units: &[UnitCode]) {
    let counter = builder.counter(Counter {
        least: Some(i64::try_from(units.len()).unwrap_or(i64::MAX)),
        ..Counter::default()
    });
    builder.add_units(counter, units);
}

pub(super) fn find(evaluation: &Evaluation<'_>, units: &[UnitCode]) -> Finding {
    let missing: Vec<UnitCode> = units
        .iter()
        .filter(|code| !evaluation.counts(code))
        .cloned()
        .collect();
    let closed = missing
        .iter()
        .filter(|code| evaluation.is_closed(code))
        .cloned()
        .collect();
    Finding::Mandatory {
        of: units.len(),
        picked: evaluation.kept_out(&missing),
        missing,
        closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, State, assess};
    use crate::catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::Date;

    /// The state of the small diploma, whose unit A-1 is mandatory and closed from 2025 on, and
    /// how many of its mandatory units are missing and closed.
    fn check(units: &[&str], registered: &str) -> (State, usize, usize) {
        let text = include_str!("../../../tests/catalogues/small.json");
        let file = catalogue::read(text).file.unwrap();
        let qualification = &file.qualifications[1];
        let codes = units.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(qualification.id.clone())
            .after(Action::Register(Date::parse(registered)))
            .after(Action::PickAll(codes.collect()));
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let judgement = assess(qualification, &plan, &context).judgements.remove(1);
        let Finding::Mandatory {
            missing, closed, ..
        } = judgement.finding
        else {
            panic!("the second rule names mandatory units");
        };
        (judgement.state, missing.len(), closed.len())
    }

    #[test]
    fn it_is_open_until_the_units_are_there() {
        assert_eq!(check(&[], "2024-12-31"), (State::Open, 1, 0));
        assert_eq!(check(&["A-1"], "2024-12-31"), (State::Met, 0, 0));
    }

    #[test]
    fn it_cannot_be_met_where_a_mandatory_unit_is_closed() {
        assert_eq!(check(&["A-1"], "2025-01-01"), (State::Broken, 1, 1));
        assert_eq!(check(&[], "2025-01-01"), (State::Broken, 1, 1));
    }
}
