//! Mandatory units that are closed, barred by each other, or more than a limit leaves room for.

use super::finding::Finding;
use super::place::{Place, codes};
use super::set::Set;
use super::trial::Trial;
use super::who::Who;
use crate::qualification::{Amount, Bounds, Form, Surplus, UnitCode};
use crate::wording::command::lint::{self as say, hint};

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
                say::mandatory_closed(unit, &place.named(&set.all())),
                closed_hint(unit, instead.as_ref()),
            ))
        }
        Form::Amount(_) => Some(Finding::new(
            place.rule(limit, "at_most"),
            "mandatory-excluded",
            say::mandatory_above(&codes(units), &place.named(&set.all())),
            hint::RAISE_AT_MOST,
        )),
        other => {
            let barred = other.units();
            let both = units.into_iter().filter(|unit| barred.contains(unit));
            Some(Finding::new(
                place.rule(limit, ""),
                "mandatory-barred",
                say::mandatory_barred(&codes(both), &place.named(&set.all())),
                hint::TAKE_ONE_OUT,
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
        || hint::MANDATORY_WHERE_OPEN.to_owned(),
        |instead| say::choice_in_place(unit, instead),
    )
}
