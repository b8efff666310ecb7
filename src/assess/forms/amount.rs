//! So much of what is selected: at least, at most, or both.
//!
//! Example: at least 37 credits in all; at most 18 credits from Group 2; at least 2 units; at least
//! 40 credits at Level 3 or above; units of at least 3 subjects, at most 9 credits of each.
//!
//! Over the most, the rule is broken and the finding names what to take out; or, where the rule
//! says so, what is over does not count.

use std::slice;

use crate::assess::builder::Builder;
use crate::assess::evaluation::Evaluation;
use crate::assess::finding::{Finding, OfSubject};
use crate::assess::model::State;
use crate::assess::select::groups_by_unit;
use crate::qualification::{Amount, Measure, Qualification, Selection, Surplus};
use crate::solve::Counter;

pub(super) fn add(builder: &mut Builder<'_>, amount: &Amount) {
    let bounds = Counter {
        least: amount.bounds.least().map(i64::from),
        most: amount.bounds.most().map(i64::from),
        unless_zero: amount.if_used,
        ..Counter::default()
    };
    if matches!(amount.measure, Measure::Groups | Measure::Subjects) {
        // A counter for each group or subject tells the last one that a unit of it counts.
        let parts = parts(builder.qualification, amount);
        let target = builder.counters.len() + parts.len();
        for part in parts {
            let used = builder.counter(Counter {
                emits: Some((1, vec![target])),
                ..Counter::default()
            });
            builder.add(used, part, Measure::Units, 1);
        }
        builder.counter(bounds);
        return;
    }
    let surplus = amount.surplus == Surplus::NotCounted;
    for part in parts(builder.qualification, amount) {
        if surplus {
            let cap = builder.counting(Counter {
                most: bounds.most,
                ..Counter::default()
            });
            builder.add(cap, part.clone(), amount.measure, 1);
        }
        if !surplus || bounds.least.is_some() {
            let counter = builder.counter(Counter {
                most: bounds.most.filter(|_| !surplus),
                ..bounds.clone()
            });
            builder.add(counter, part, amount.measure, 1);
        }
    }
}

/// The selections that are measured by themselves.
fn parts(qualification: &Qualification, amount: &Amount) -> Vec<Selection> {
    let of = &amount.of;
    if amount.measure == Measure::Groups {
        let named = |id| of.groups.is_empty() || of.groups.contains(id);
        let top = |parent: &Option<_>| !of.groups.is_empty() || parent.is_none();
        let groups = qualification.groups.iter();
        let groups = groups.filter(|group| named(&group.id) && top(&group.parent));
        return groups
            .map(|group| Selection {
                groups: vec![group.id.clone()],
                ..of.clone()
            })
            .collect();
    }
    // The subject that is named is asked also where no unit has it.
    if amount.measure != Measure::Subjects && (!amount.each_subject || of.subject.is_some()) {
        return vec![of.clone()];
    }
    let listed = groups_by_unit(qualification);
    let units = qualification.units.iter().zip(&listed);
    let mut subjects: Vec<&String> = units
        .filter(|(_, groups)| !groups.is_empty())
        .filter_map(|(unit, _)| unit.subject.as_ref())
        .collect();
    subjects.sort_unstable();
    subjects.dedup();
    let wanted = |subject: &&String| of.subject.as_ref().is_none_or(|only| only == *subject);
    subjects
        .into_iter()
        .filter(wanted)
        .map(|subject| Selection {
            subject: Some(subject.clone()),
            ..of.clone()
        })
        .collect()
}

/// Whether what counts keeps these bounds.
pub(in crate::assess) fn holds(evaluation: &Evaluation<'_>, amount: &Amount) -> bool {
    let within = |sum: u32| {
        let unused = amount.if_used && sum == 0;
        let enough = unused || sum >= amount.bounds.floor();
        enough && amount.bounds.most().is_none_or(|most| sum <= most)
    };
    let parts = parts(evaluation.qualification(), amount);
    if matches!(amount.measure, Measure::Groups | Measure::Subjects) {
        let used = parts
            .iter()
            .filter(|part| evaluation.sum(part, Measure::Units) > 0);
        return within(used.count().try_into().unwrap_or(u32::MAX));
    }
    parts
        .iter()
        .all(|part| within(evaluation.sum(part, amount.measure)))
}

pub(super) fn find(evaluation: &Evaluation<'_>, amount: &Amount, state: State) -> Finding {
    let parts = parts(evaluation.qualification(), amount);
    let is_number = matches!(amount.measure, Measure::Groups | Measure::Subjects);
    let given_up = |parts: &[Selection]| {
        let is_left = amount.if_used && state == State::Open;
        is_left && evaluation.gives_up(parts, amount.measure)
    };
    let subjects = (amount.each_subject && !is_number).then(|| {
        let subjects = parts.iter();
        let subjects = subjects.filter_map(|part| {
            let mut found = of_subject(evaluation, amount, part)?;
            found.given_up = found.short > 0 && given_up(slice::from_ref(part));
            Some(found)
        });
        subjects.collect::<Vec<OfSubject>>()
    });
    let counted = if is_number {
        parts
            .iter()
            .filter(|part| evaluation.sum(part, Measure::Units) > 0)
            .count()
            .try_into()
            .unwrap_or(u32::MAX)
    } else if let Some(subjects) = &subjects {
        // Of several subjects, the one that is furthest out: above the most before below the least.
        let out = |one: &&OfSubject| (one.over, one.short, one.counted);
        let furthest = subjects.iter().max_by_key(out);
        furthest.map_or(0, |one| one.counted)
    } else {
        evaluation.sum(&amount.of, amount.measure)
    };
    let over = amount.bounds.most().is_some_and(|most| counted > most);
    let simple = subjects.is_none() && !is_number;
    let short = state == State::Broken && !over && simple;
    Finding::Amount {
        of: amount.of.clone(),
        measure: amount.measure,
        counted,
        bounds: amount.bounds,
        reachable: if short {
            evaluation.reachable(&amount.of, amount.measure)
        } else {
            None
        },
        given_up: match &subjects {
            None => given_up(&parts),
            Some(all) => {
                let mut short = all.iter().filter(|one| one.short > 0).peekable();
                short.peek().is_some() && short.all(|one| one.given_up)
            }
        },
        subjects,
    }
}

/// How one subject stands; whether it is given up is found elsewhere.
fn of_subject(evaluation: &Evaluation<'_>, amount: &Amount, part: &Selection) -> Option<OfSubject> {
    let counted = evaluation.sum(part, amount.measure);
    let bounds = amount.bounds;
    let unused = amount.if_used && counted == 0;
    Some(OfSubject {
        subject: part.subject.clone()?,
        counted,
        over: counted.saturating_sub(bounds.most().unwrap_or(counted)),
        short: if unused {
            0
        } else {
            bounds.floor().saturating_sub(counted)
        },
        given_up: false,
        units: evaluation
            .selected(part)
            .map(|unit| unit.code.clone())
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::assess::forms::testing::judged;
    use crate::assess::{Context, assess};
    use crate::catalogue::Catalogue;
    use crate::plan::{Action, Plan};
    use crate::qualification::{Date, QualificationId, UnitCode};

    /// How the rule stands with these units picked: state, and what counts.
    fn check(qualification: &str, rule: &str, units: &[&str]) -> (State, u32) {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new(qualification).unwrap();
        let qualification = catalogue.qualification(&id).unwrap();
        let codes = units.iter().map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(codes.collect()));
        let context = Context::on(Date::parse("2026-11-22").unwrap());
        let assessment = assess(qualification, &plan, &context);
        let judgement = assessment
            .judgements
            .into_iter()
            .find(|judgement| judgement.rule.as_str() == rule)
            .unwrap();
        let Finding::Amount { counted, .. } = judgement.finding else {
            panic!("{rule} is no amount");
        };
        (judgement.state, counted)
    }

    #[test]
    fn below_the_least_it_is_open_and_from_it_on_met() {
        let (state, counted) = check("8607-award", "overall-credits", &["8607-516"]);
        assert_eq!((state, counted), (State::Open, 2));
        let (state, counted) = check("8607-award", "overall-credits", &["8607-520"]);
        assert_eq!((state, counted), (State::Met, 6));
    }

    #[test]
    fn above_the_most_it_is_broken() {
        let picked = ["8607-518", "8607-520", "8607-523"]; // 2 + 6 + 8 of at most 12
        let (state, counted) = check("8607-award", "overall-credits", &picked);
        assert_eq!((state, counted), (State::Broken, 16));
    }

    #[test]
    fn a_group_counts_only_its_own_units() {
        let picked = ["8607-523", "8607-409"]; // 8 of Group 1, 15 of Group 2
        let (state, counted) = check("8607-diploma", "group-2-credits", &picked);
        assert_eq!((state, counted), (State::Met, 15));
    }

    #[test]
    fn units_can_be_counted_instead_of_credits() {
        let (state, counted) = check("8607-award", "unit-count", &["8607-520"]);
        assert_eq!((state, counted), (State::Open, 1));
    }

    fn finding(rules: &Value, picks: &[&str]) -> Finding {
        judged(rules, picks).judgements.remove(0).finding
    }

    #[test]
    fn of_groups_nothing_is_said_to_be_within_reach() {
        let one = json!([{"kind": "amount", "measure": "groups", "at_most": 1}]);
        for (picks, used) in [(vec![], 0), (vec!["A", "B"], 1), (vec!["A", "D"], 2)] {
            let Finding::Amount {
                counted, reachable, ..
            } = finding(&one, &picks)
            else {
                panic!("an amount");
            };
            assert_eq!((counted, reachable), (used, None));
        }
    }

    #[test]
    fn a_named_subject_is_asked_also_where_no_unit_has_it() {
        let of_each = |subject: Value| json!([{"kind": "amount", "measure": "credits", "at_least": 5, "of": subject, "each_subject": true}]);
        let found = judged(&of_each(json!({"subject": "Drawing"})), &["E"]);
        assert_eq!(found.state, State::Broken);
        let Finding::Amount { subjects, .. } = &found.judgements[0].finding else {
            panic!("an amount");
        };
        let subjects = subjects.as_ref().unwrap();
        assert_eq!((subjects.len(), subjects[0].short), (1, 5));
        assert_eq!(judged(&of_each(json!({})), &["E"]).state, State::Met);
    }

    #[test]
    fn what_is_within_reach_is_said_only_where_it_is_too_little() {
        // All of the group are 6 credits.
        let reachable = |least: u32, picks: &[&str]| {
            let rules = json!([{"kind": "amount", "group": "one", "measure": "credits", "at_least": least}]);
            let Finding::Amount { reachable, .. } = finding(&rules, picks) else {
                panic!("an amount");
            };
            reachable
        };
        assert_eq!(reachable(7, &["A"]), Some(6));
        assert_eq!(reachable(6, &["A"]), None);
        assert_eq!(reachable(1, &["A"]), None);
    }
}
