//! What changes with another day of registration, another size or another edition of a catalogue:
//! the differences between two assessments, unit by unit and rule by rule.

use super::model::{Assessment, State, Totals};
use super::not_counted::NotCounted;
use crate::qualification::{Measure, Qualification, RuleId, UnitCode};

/// How two assessments differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentChange {
    /// The state before and after.
    pub state: (State, State),
    /// What the totals are in, before and after: the qualification's own measure.
    pub measure: (Measure, Measure),
    /// What counts, before and after.
    pub counted: (Totals, Totals),
    /// The rules that stand otherwise, are new or are gone.
    pub rules: Vec<RuleChange>,
    /// The picked units of which the one assessment says something else than the other.
    pub units: Vec<UnitChange>,
}

/// A rule before and after; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// The rule.
    pub rule: RuleId,
    /// How it stood.
    pub before: Option<State>,
    /// How it stands.
    pub after: Option<State>,
}

/// A picked unit before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitChange {
    /// The unit.
    pub code: UnitCode,
    /// What kept it from counting; `None` where it counted.
    pub before: Option<NotCounted>,
    /// What keeps it from counting; `None` where it counts.
    pub after: Option<NotCounted>,
}

impl AssessmentChange {
    /// How much counts before and after, each in the measure of its totals.
    #[must_use]
    pub const fn amount(&self) -> (u32, u32) {
        let (before, after) = &self.counted;
        (before.of(self.measure.0), after.of(self.measure.1))
    }
}

/// The differences between two assessments of the same picks, each by its qualification.
#[must_use]
pub fn what_if(
    (by, before): (&Qualification, &Assessment),
    (then_by, after): (&Qualification, &Assessment),
) -> AssessmentChange {
    let state_of = |found: &Assessment, rule: &RuleId| {
        let mut judgements = found.judgements.iter();
        judgements
            .find(|judgement| judgement.rule == *rule)
            .map(|judgement| judgement.state)
    };
    let mut names: Vec<&RuleId> = before
        .judgements
        .iter()
        .chain(&after.judgements)
        .map(|judgement| &judgement.rule)
        .collect();
    let mut seen: Vec<&RuleId> = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(name);
        seen.push(name);
        new
    });
    let rules = names.into_iter().map(|rule| RuleChange {
        rule: rule.clone(),
        before: state_of(before, rule),
        after: state_of(after, rule),
    });
    let units = before.units.iter().filter_map(|unit| {
        let then = after.units.iter().find(|other| other.code == unit.code)?;
        (then.not_counted != unit.not_counted).then(|| UnitChange {
            code: unit.code.clone(),
            before: unit.not_counted.clone(),
            after: then.not_counted.clone(),
        })
    });
    AssessmentChange {
        state: (before.state, after.state),
        measure: (by.measure(), then_by.measure()),
        counted: (before.counted, after.counted),
        rules: rules
            .filter(|change| change.before != change.after)
            .collect(),
        units: units.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, QualificationId};

    #[test]
    fn a_later_day_of_registration_closes_530_and_opens_the_rule() {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-award").unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let code = |text| UnitCode::new(text).unwrap();
        let plan = Plan::new(id).after(Action::PickAll(vec![code("8607-516"), code("8607-530")]));
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let registered = |day| {
            let plan = plan.clone().after(Action::Register(Date::parse(day)));
            assess(qualification, &plan, &context)
        };
        let found = what_if(
            (qualification, &registered("2020-06-30")),
            (qualification, &registered("2020-07-01")),
        );
        assert_eq!(found.state, (State::Met, State::Open));
        assert_eq!(found.measure, (Measure::Credits, Measure::Credits));
        assert_eq!(found.amount(), (7, 2));
        let rules: Vec<&str> = found.rules.iter().map(|one| one.rule.as_str()).collect();
        assert_eq!(rules, ["overall-credits", "unit-count"]);
        assert_eq!(found.units.len(), 1);
        assert!(found.units[0].before.is_none() && found.units[0].after.is_some());
    }

    #[test]
    fn what_counts_is_told_in_what_the_totals_of_each_qualification_are_in() {
        let file = include_str!("../../tests/catalogues/whole/other-measures.json");
        let all = crate::catalogue::read(file).file.unwrap().qualifications;
        let found = |id: &str, codes: &[&str]| {
            let of = all.iter().find(|one| one.id.as_str() == id).unwrap();
            let codes = codes.iter().map(|code| UnitCode::new(code).unwrap());
            let plan = Plan::new(of.id.clone()).after(Action::PickAll(codes.collect()));
            let context = Context::on(Date::parse("2026-11-22").unwrap());
            (of, assess(of, &plan, &context))
        };
        for (id, before, after, measure, amount) in [
            (
                "stoneware",
                vec!["S1"],
                vec!["S1", "S2"],
                Measure::Points,
                (16, 24),
            ),
            (
                "pottery",
                vec!["P1"],
                vec!["P1", "P3"],
                Measure::Hours,
                (100, 160),
            ),
            ("raku", vec!["U1"], vec![], Measure::Units, (1, 0)),
        ] {
            let ((of, before), (_, after)) = (found(id, &before), found(id, &after));
            let found = what_if((of, &before), (of, &after));
            assert_eq!(found.measure, (measure, measure), "{id}");
            assert_eq!(found.amount(), amount, "{id}");
        }
        let (of, points) = found("stoneware", &["S1"]);
        let (then_by, hours) = found("pottery", &["S1"]);
        let found = what_if((of, &points), (then_by, &hours));
        assert_eq!(found.measure, (Measure::Points, Measure::Hours));
        assert_eq!(found.amount(), (16, 0));
    }
}
