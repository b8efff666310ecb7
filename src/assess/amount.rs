//! So much in all, or from one group: at least, at most, or both.
//!
//! Example: at least 37 credits in all; at most 18 credits from Group 2; at least 2 units.
//!
//! Over the most, the rule is broken and the finding names what to take out. Under the least, it
//! is open while the units that are still open to this learner could reach it.

use super::{Case, Finding, State, Totals, obstacle, take_out::take_out};
use crate::plan::Action;
use crate::qualification::{Bounds, Form, GroupId, Measure, Unit, UnitCode};

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
    let total = |units: &[&Unit]| units.iter().copied().collect::<Totals>().of(measure);
    let counted = total(&units);
    let reachable = total(&case.open_together(measure, inside));
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
        take_out: take_out(&case.losses(&units, measure, over), over),
    };
    (state, finding)
}

impl Case<'_> {
    /// The units that could count side by side if everything open were added: of units that bar
    /// each other, the one that counts now, or else the one that gives most.
    fn open_together(&self, measure: Measure, inside: impl Fn(&&Unit) -> bool) -> Vec<&Unit> {
        let mut open: Vec<&Unit> = self.qualification.units.iter().collect();
        open.retain(|unit| inside(unit) && self.open(&unit.code));
        for units in self.barred() {
            let most = open
                .iter()
                .filter(|unit| units.contains(&unit.code))
                .max_by_key(|unit| (self.counts(&unit.code), amount(unit, measure)))
                .map(|unit| unit.code.clone());
            open.retain(|unit| !units.contains(&unit.code) || Some(&unit.code) == most.as_ref());
        }
        open
    }

    /// What the amount would lose by each unit's going, where anything has to go. A unit that bars
    /// another pick makes room for it.
    fn losses(&self, units: &[&Unit], measure: Measure, over: u32) -> Vec<(UnitCode, u32)> {
        if over == 0 {
            return Vec::new();
        }
        units
            .iter()
            .map(|unit| {
                let instead = self.counts_without(&unit.code, measure);
                let loss = amount(unit, measure).saturating_sub(instead);
                (unit.code.clone(), loss)
            })
            .collect()
    }

    /// How much would count in a unit's place if it went.
    fn counts_without(&self, code: &UnitCode, measure: Measure) -> u32 {
        let Some(barred) = self.barred().find(|units| units.contains(code)) else {
            return 0;
        };
        let plan = self.plan.clone().after(Action::Drop(code.clone()));
        barred
            .iter()
            .filter(|other| plan.pick(other).is_some())
            .filter(|other| obstacle(self.qualification, &plan, self.context, other).is_none())
            .filter_map(|other| self.qualification.unit(other))
            .map(|unit| amount(unit, measure))
            .sum()
    }

    fn barred(&self) -> impl Iterator<Item = &[UnitCode]> {
        self.qualification
            .rules
            .iter()
            .filter_map(|rule| match &rule.form {
                Form::Barred { units, .. } => Some(units.as_slice()),
                _ => None,
            })
    }
}

fn amount(unit: &Unit, measure: Measure) -> u32 {
    Totals::from_iter([unit]).of(measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Context, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::Plan;
    use crate::qualification::{Date, QualificationId};

    /// How the rule stands with these units picked: state, counted, what to take out.
    fn check(qualification: &str, rule: &str, units: &[&str]) -> (State, u32, Vec<String>) {
        check_registered(qualification, rule, "2026-11-22", units)
    }

    fn check_registered(
        qualification: &str,
        rule: &str,
        registered: &str,
        units: &[&str],
    ) -> (State, u32, Vec<String>) {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = units.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id)
            .after(Action::Register(Date::parse(registered)))
            .after(Action::PickAll(codes.collect()));
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
    fn a_unit_in_whose_place_another_would_count_loses_the_difference_only() {
        // Registered in time, 530 (5) counts as soon as 550 (6) goes: that loses 1 credit.
        let picked = ["8607-501", "8607-503", "8607-510", "8607-530", "8607-550"];
        let (state, counted, take_out) =
            check_registered("8607-award", "overall-credits", "2020-06-30", &picked);
        assert_eq!((state, counted), (State::Broken, 17));
        assert_eq!(take_out, ["8607-510", "8607-550"]);
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
