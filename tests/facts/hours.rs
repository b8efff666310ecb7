//! Published hours against units and rules: they come out as the fewest hours that the rules
//! allow. No document says that this is how they were reckoned; that it holds for each is a check
//! on the rules and on the units with the fewest hours.

use std::collections::BTreeMap;

use qualification_planner::qualification::{Amount, Bounds, Form, Measure, Qualification, Unit};

use crate::qualification;
use crate::table::text_of;

#[test]
fn the_published_hours_of_8607_are_the_fewest_that_the_rules_allow() {
    for (id, hours) in [
        ("8607-award", 16),
        ("8607-certificate", 15),
        ("8607-diploma", 29),
    ] {
        let qualification = qualification(id);
        let published = qualification.published.guided_learning.clone();
        assert_eq!(published, Some(hours.to_string()), "{id}");
        assert_eq!(least_hours(&qualification), Some(hours), "{id}");
    }
}

#[test]
fn the_published_hours_of_8617_are_those_of_its_one_unit() {
    let qualification = qualification("8617-award");
    assert_eq!(least_hours(&qualification), Some(15));
    assert_eq!(
        qualification.published.guided_learning.as_deref(),
        Some("15")
    );
}

#[test]
fn the_published_total_qualification_time_is_ten_hours_for_each_credit_of_the_least() {
    for id in ["8607-award", "8607-certificate", "8607-diploma"] {
        let qualification = qualification(id);
        let time = text_of(
            qualification
                .credit_value
                .and_then(Bounds::least)
                .map(|credits| credits * 10),
        );
        let published = qualification.published.total_qualification_time.clone();
        assert_eq!(published, Some(time), "{id}");
    }
}

/// Credits from each group, and the number of units.
type Totals = (Vec<u32>, u32);

/// The fewest hours, by dynamic programming over every set of units: for each pair of totals that
/// some set reaches, the set with the fewest hours. Sets over a limit are dropped at once, because
/// adding a unit never brings a total down.
///
/// Knows amounts of credits and units, mandatory sets and one barred pair: what the shipped
/// catalogue uses. `None` where no set meets the rules.
fn least_hours(qualification: &Qualification) -> Option<u32> {
    let barred = qualification
        .rules
        .iter()
        .find_map(|rule| match &rule.form {
            Form::Barred { units, .. } => Some(units),
            _ => None,
        });
    let Some(barred) = barred else {
        return least_of(qualification, qualification.units.iter());
    };
    // At most one of the barred units counts: leave out all but one, each in turn.
    barred
        .iter()
        .filter_map(|kept| {
            let open = |unit: &&Unit| unit.code == *kept || !barred.contains(&unit.code);
            least_of(qualification, qualification.units.iter().filter(open))
        })
        .min()
}

fn least_of<'a>(
    qualification: &Qualification,
    units: impl Iterator<Item = &'a Unit>,
) -> Option<u32> {
    let mut best: BTreeMap<Totals, u32> = BTreeMap::new();
    best.insert((vec![0; qualification.groups.len()], 0), 0);
    for unit in units {
        let group = qualification
            .groups
            .iter()
            .position(|group| group.units.contains(&unit.code));
        let Some(group) = group else {
            continue; // printed in a group, but closed here
        };
        let mandatory = qualification.rules.iter().any(
            |rule| matches!(&rule.form, Form::Mandatory { units } if units.contains(&unit.code)),
        );
        let mut next = if mandatory {
            BTreeMap::new()
        } else {
            best.clone()
        };
        for ((credits, count), hours) in &best {
            let mut totals = (credits.clone(), count + 1);
            totals.0[group] += unit.amount(Measure::Credits);
            let hours = hours + unit.amount(Measure::Hours);
            if keeps_limits(qualification, &totals) {
                let least = next.entry(totals).or_insert(hours);
                *least = hours.min(*least);
            }
        }
        best = next;
    }
    best.iter()
        .filter(|(totals, _)| meets_floors(qualification, totals))
        .map(|(_, hours)| *hours)
        .min()
}

fn keeps_limits(qualification: &Qualification, totals: &Totals) -> bool {
    amounts(qualification, totals).all(|(total, _, most)| most.is_none_or(|most| total <= most))
}

fn meets_floors(qualification: &Qualification, totals: &Totals) -> bool {
    amounts(qualification, totals).all(|(total, least, _)| least.is_none_or(|least| total >= least))
}

/// For each rule on an amount: the total it speaks of, and its bounds.
fn amounts(
    qualification: &Qualification,
    (credits, count): &Totals,
) -> impl Iterator<Item = (u32, Option<u32>, Option<u32>)> {
    qualification.rules.iter().filter_map(move |rule| {
        let Form::Amount(Amount {
            of,
            measure,
            bounds,
            ..
        }) = &rule.form
        else {
            return None;
        };
        let total = match (measure, of.group()) {
            (Measure::Units, None) => *count,
            (Measure::Credits, None) => credits.iter().sum(),
            (Measure::Credits, Some(id)) => {
                let group = qualification
                    .groups
                    .iter()
                    .position(|group| group.id == *id);
                credits[group.expect("a rule names a group of its qualification")]
            }
            other => panic!("rule {}: this search does not know {other:?}", rule.id),
        };
        Some((total, bounds.least(), bounds.most()))
    })
}
