//! The published credit value against what the rules together allow.
//!
//! `credit_value` is shown and no rule. Where the rules force or allow something else, one of the two
//! is mistyped. Units come whole, so that the fewest credits may lie above the least by less than
//! the largest unit, and the most below in the same way.

use super::finding::Finding;
use super::place::Place;
use super::trial::Trial;
use super::who::{Who, told};
use crate::assess::Aim;
use crate::qualification::{
    Amount, Bounds, Form, Measure, Qualification, RuleId, Selection, Surplus,
};

pub(super) fn findings(place: &Place<'_>, trial: &mut Trial<'_>, who: &[Who]) -> Vec<Finding> {
    trial.look_at("whether credit_value fits the rules");
    let Some(value) = place.qualification.credit_value else {
        return Vec::new();
    };
    let mut outside: Vec<&Who> = Vec::new();
    let mut named: Vec<usize> = Vec::new();
    for at in who {
        let Some(form) = credits(Some(value)) else {
            return Vec::new();
        };
        let of = trial.with(|_| true, [form]);
        if trial.possible(&of, at) == Some(false) {
            outside.push(at);
            if named.is_empty() {
                named = against(place, trial, &of, at);
            }
        }
    }
    if !outside.is_empty() {
        return vec![Finding::new(
            place.key("credit_value"),
            "contradictory-totals",
            format!(
                "{}No valid combination has a number of credits within this value{}.",
                told(place.qualification, &outside, who),
                if named.is_empty() {
                    ": its units bring too few, or cannot bring just so many".to_owned()
                } else {
                    format!(", because of {}", place.named(&named))
                }
            ),
            "Compare credit_value, the rules and the units' credits with the document: they have to \
             agree.",
        )];
    }
    let hint = "Give credit_value the range that the document prints, and a limit that has to be \
                kept as a rule as well.";
    let told = differences(place, value, trial, who);
    let path = place.key("credit_value");
    let told = told.into_iter();
    told.map(|message| Finding::new(path.clone(), "credit-value-differs", message, hint))
        .collect()
}

/// A rule on all credits.
fn credits(bounds: Option<Bounds>) -> Option<Form> {
    Some(Form::Amount(Amount {
        of: Selection::default(),
        measure: Measure::Credits,
        bounds: bounds?,
        surplus: Surplus::Breaks,
        if_used: false,
        each_subject: false,
    }))
}

/// The rules that keep the last one from being met.
fn against(place: &Place<'_>, trial: &mut Trial<'_>, of: &Qualification, at: &Who) -> Vec<usize> {
    let found = trial.judged(of, at);
    let ids: Vec<RuleId> = found.map(|found| found.collision).unwrap_or_default();
    let rules = place.qualification.rules.iter().enumerate();
    let named = rules.filter(|(_, rule)| ids.contains(&rule.id));
    named.map(|(index, _)| index).collect()
}

/// Where the rules allow less or more than is published, or force more or less.
fn differences(
    place: &Place<'_>,
    value: Bounds,
    trial: &mut Trial<'_>,
    who: &[Who],
) -> Vec<String> {
    let Some((fewest, most)) = range(place.qualification, trial, who) else {
        return Vec::new();
    };
    let least = value.floor();
    let units = &place.qualification.units;
    let largest = units.iter().map(|unit| unit.amount(Measure::Credits)).max();
    let step = largest.unwrap_or(0).max(1) - 1;
    let mut told = Vec::new();
    if fewest < least {
        told.push(format!(
            "The rules allow a combination of {fewest} credits, fewer than the {least} that are \
             published."
        ));
    } else if fewest > least.saturating_add(step) {
        told.push(format!(
            "The rules ask for at least {fewest} credits, more than the {least} that are \
             published."
        ));
    }
    let Some(limit) = value.most() else {
        return told;
    };
    if most > limit {
        told.push(format!(
            "The rules allow a combination of {most} credits, more than the {limit} that are \
             published."
        ));
    } else if most < limit.saturating_sub(step) {
        told.push(format!(
            "The rules allow at most {most} credits, fewer than the {limit} that are published."
        ));
    }
    told
}

/// The fewest and the most credits of any valid combination.
fn range(qualification: &Qualification, trial: &mut Trial<'_>, who: &[Who]) -> Option<(u32, u32)> {
    let of = trial.with(|_| true, []);
    let mut fewest = u32::MAX;
    for at in who {
        let best = trial.completed(&of, &at.plan(&of), Aim::FewestCredits)?;
        fewest = best.map_or(fewest, |best| fewest.min(best.credits.number()));
    }
    let all = qualification
        .units
        .iter()
        .map(|unit| unit.amount(Measure::Credits));
    let (mut most, mut above) = (fewest, all.fold(1, u32::saturating_add));
    while above > most && above - most > 1 {
        let middle = most.midpoint(above);
        let form = credits(Bounds::new(Some(middle), None))?;
        let of = trial.with(|_| true, [form]);
        if trial.possible_for_any(&of, who)? {
            most = middle;
        } else {
            above = middle;
        }
    }
    Some((fewest, most))
}
