//! Mandatory units that are closed, barred by each other, or more than a limit leaves room for.

use super::finding::Finding;
use super::place::{Place, codes};
use super::set::Set;
use super::trial::Trial;
use super::who::Who;
use crate::qualification::{Amount, Bounds, Form, Surplus, UnitCode};

/// The finding for rules of which some ask for mandatory units; `None` where these are not the
/// reason why the rules cannot be met.
pub(super) fn finding(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    at: &Who,
    set: &Set,
) -> Option<Finding> {
    let form = |rule: &usize| place.qualification.rules.get(*rule).map(|rule| &rule.form);
    let is_mandatory = |rule: &usize| matches!(form(rule), Some(Form::Mandatory { .. }));
    let (mandatory, others): (Vec<usize>, Vec<usize>) =
        set.asking.iter().partition(|rule| is_mandatory(rule));
    let forms = mandatory.iter().filter_map(form);
    let units: Vec<&UnitCode> = forms.flat_map(Form::units).collect();
    if units.is_empty() {
        return None;
    }
    let (limit, other) = match (others.as_slice(), set.silent.as_slice()) {
        ([], [other]) => (*other, form(other)?),
        ([limit], []) if is_over(place, trial, at, (&mandatory, *limit)) => (*limit, form(limit)?),
        _ => return None,
    };
    match other {
        Form::Registration { unit, instead, .. } => {
            let here = |rule: &usize| {
                let units = form(rule).map(Form::units)?;
                Some((*rule, units.iter().position(|one| *one == unit)?))
            };
            let (rule, index) = mandatory.iter().find_map(here)?;
            Some(Finding::new(
                place.rule(rule, &format!("units[{index}]")),
                "mandatory-closed",
                format!(
                    "Unit {unit} is mandatory, but closed: {}.",
                    place.named(&set.all())
                ),
                closed_hint(unit, instead.as_ref()),
            ))
        }
        Form::Amount(_) => Some(Finding::new(
            place.rule(limit, "at_most"),
            "mandatory-excluded",
            format!(
                "The mandatory units {} do not fit under this limit: {}.",
                codes(units),
                place.named(&set.all())
            ),
            "Raise at_most to what the mandatory units bring, or make fewer of them mandatory.",
        )),
        other => {
            let barred = other.units();
            let both = units.into_iter().filter(|unit| barred.contains(unit));
            Some(Finding::new(
                place.rule(limit, ""),
                "mandatory-barred",
                format!(
                    "{} are mandatory, but do not count together: {}.",
                    codes(both),
                    place.named(&set.all())
                ),
                "Take one of them out of the mandatory units or out of this rule.",
            ))
        }
    }
}

/// Whether mandatory units alone are above the upper bound of an amount.
fn is_over(
    place: &Place<'_>,
    trial: &mut Trial<'_>,
    at: &Who,
    (mandatory, limit): (&[usize], usize),
) -> bool {
    let Some(amount) = place.amount(limit) else {
        return false;
    };
    let Some(bounds) = Bounds::new(None, amount.bounds.most()) else {
        return false;
    };
    let most = Form::Amount(Amount {
        bounds,
        surplus: Surplus::Breaks,
        if_used: false,
        ..amount.clone()
    });
    let of = trial.with(|rule| mandatory.contains(&rule), [most]);
    trial.possible(&of, at) == Some(false)
}

fn closed_hint(unit: &UnitCode, instead: Option<&UnitCode>) -> String {
    instead.map_or_else(
        || "Make it mandatory only for those to whom it is open, under when.".to_owned(),
        |instead| {
            format!(
                "Let a choice of {unit} or {instead} take the place of the mandatory unit, or say \
                 under when for whom each of them is mandatory."
            )
        },
    )
}
