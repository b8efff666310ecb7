//! So much in all, or from one group: at least, at most, or both.
//!
//! Example: at least 37 credits in all; at most 18 credits from Group 2; at least 2 units.
//!
//! Over the most, the rule is broken and the finding names what to take out. Under the least, it
//! is open while the units that are still open to this learner could reach it.

use super::{Case, Finding, State, Totals, take_out::take_out};
use crate::qualification::{Bounds, GroupId, Measure, Unit};

pub(super) fn judge(
    case: &Case<'_>,
    group: Option<&GroupId>,
    measure: Measure,
    bounds: Bounds,
) -> (State, Finding) {
    let inside = |unit: &&Unit| match group.and_then(|id| case.qualification.group(id)) {
        Some(group) => group.units.contains(&unit.code),
        None => group.is_none(),
    };
    let units: Vec<&Unit> = case.counted.iter().copied().filter(inside).collect();
    let counted = units.iter().copied().collect::<Totals>().of(measure);
    let reachable = case
        .qualification
        .units
        .iter()
        .filter(|unit| inside(unit) && case.open(&unit.code))
        .collect::<Totals>()
        .of(measure);
    let over = bounds.most().map_or(0, |most| counted.saturating_sub(most));
    let state = if over > 0 {
        State::Broken
    } else if counted >= bounds.floor() {
        State::Met
    } else if reachable >= bounds.floor() {
        State::Open
    } else {
        State::Broken
    };
    let finding = Finding::Amount {
        group: group.cloned(),
        measure,
        counted,
        bounds,
        reachable,
        take_out: take_out(&units, measure, over),
    };
    (state, finding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, QualificationId, UnitCode};

    /// How the rule stands with these units picked: state, counted, what to take out.
    fn check(qualification: &str, rule: &str, units: &[&str]) -> (State, u32, Vec<String>) {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = units.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(codes.collect()));
        let context = Context {
            today: Date::parse("2026-11-22").unwrap(),
        };
        let assessment = assess(qualification, &plan, &context);
        let judgement = assessment
            .judgements
            .into_iter()
            .find(|judgement| judgement.rule.as_str() == rule)
            .unwrap();
        let Finding::Amount {
            counted, take_out, ..
        } = judgement.finding
        else {
            panic!("{rule} is no amount");
        };
        let take_out = take_out.iter().map(ToString::to_string).collect();
        (judgement.state, counted, take_out)
    }

    #[test]
    fn below_the_least_it_is_open_and_from_it_on_met() {
        let (state, counted, _) = check("8607-award", "overall-credits", &["8607-516"]);
        assert_eq!((state, counted), (State::Open, 2));
        let (state, counted, _) = check("8607-award", "overall-credits", &["8607-520"]);
        assert_eq!((state, counted), (State::Met, 6));
    }

    #[test]
    fn above_the_most_it_is_broken_and_names_the_fewest_units_to_take_out() {
        let picked = ["8607-518", "8607-520", "8607-523"]; // 2 + 6 + 8 of at most 12
        let (state, counted, take_out) = check("8607-award", "overall-credits", &picked);
        assert_eq!((state, counted), (State::Broken, 16));
        assert_eq!(take_out, ["8607-520"]);
    }

    #[test]
    fn a_group_counts_only_its_own_units() {
        let picked = ["8607-523", "8607-409"]; // 8 of Group 1, 15 of Group 2
        let (state, counted, _) = check("8607-diploma", "group-2-credits", &picked);
        assert_eq!((state, counted), (State::Met, 15));
    }

    #[test]
    fn units_can_be_counted_instead_of_credits() {
        let (state, counted, _) = check("8607-award", "unit-count", &["8607-520"]);
        assert_eq!((state, counted), (State::Open, 1));
    }
}
