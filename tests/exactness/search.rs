//! The second way: what counts, whether rules hold, and what can still be reached, decided from
//! the catalogue alone. Slow and plain.

use std::collections::BTreeSet;

use qualification_planner::assess::{Context, State};
use qualification_planner::plan::Plan;
use qualification_planner::qualification::{
    Amount, Form, GroupId, Measure, Qualification, Unit, UnitCode,
};

/// The picked units that count.
pub(crate) fn counted(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
) -> BTreeSet<UnitCode> {
    let mut counts: BTreeSet<UnitCode> = plan
        .picks()
        .iter()
        .filter(|pick| may_count(qualification, plan, context, &pick.code, pick.is_achieved()))
        .map(|pick| pick.code.clone())
        .collect();
    for rule in qualification.rules.iter() {
        if let Form::Barred {
            units,
            counts: Some(one),
            ..
        } = &rule.form
        {
            let stand: Vec<&UnitCode> = units.iter().filter(|unit| counts.contains(unit)).collect();
            let stays = if stand.contains(&one) {
                Some(one)
            } else {
                stand.first().copied()
            };
            let gone: Vec<UnitCode> = stand
                .iter()
                .filter(|unit| Some(**unit) != stays)
                .map(|unit| (*unit).clone())
                .collect();
            counts.retain(|unit| !gone.contains(unit));
        }
    }
    counts
}

fn may_count(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    code: &UnitCode,
    achieved: bool,
) -> bool {
    let day = plan.registered.unwrap_or(context.today);
    let listed = qualification
        .groups
        .iter()
        .any(|group| group.units.contains(code));
    let closed = qualification.rules.iter().any(|rule| match &rule.form {
        Form::Registration {
            unit,
            closed_from: Some(closed_from),
            open_if_achieved,
            ..
        } => unit == code && day >= *closed_from && !(achieved && *open_if_achieved),
        _ => false,
    });
    listed && !closed
}

/// True where all rules hold for these units.
pub(crate) fn satisfied(qualification: &Qualification, units: &BTreeSet<UnitCode>) -> bool {
    qualification.rules.iter().all(|rule| match &rule.form {
        Form::Amount(Amount {
            of,
            measure,
            bounds,
            ..
        }) => {
            let sum: u32 = units
                .iter()
                .map(|code| amount(qualification, code, of.group(), *measure))
                .sum();
            bounds.least().is_none_or(|least| sum >= least)
                && bounds.most().is_none_or(|most| sum <= most)
        }
        Form::Mandatory { units: needed } => needed.iter().all(|unit| units.contains(unit)),
        Form::Barred { units: pair, .. } => {
            pair.iter().filter(|unit| units.contains(unit)).count() <= 1
        }
        Form::Registration { .. } => true,
        other => panic!("this search does not know {other:?}"),
    })
}

/// What a unit gives to a measure of a group, or of the whole.
fn amount(
    qualification: &Qualification,
    code: &UnitCode,
    group: Option<&GroupId>,
    measure: Measure,
) -> u32 {
    let inside = group.is_none_or(|id| {
        let mut groups = qualification.groups.iter();
        groups.any(|group| group.id == *id && group.units.contains(code))
    });
    let Some(unit) = qualification.units.iter().find(|unit| unit.code == *code) else {
        return 0;
    };
    match measure {
        _ if !inside => 0,
        Measure::Credits => unit.amount(Measure::Credits),
        Measure::Hours => unit.amount(Measure::Hours),
        Measure::Units => 1,
        other => panic!("this search does not know {other:?}"),
    }
}

/// The state of the plan over all rules together.
pub(crate) fn standing(qualification: &Qualification, plan: &Plan, context: Context) -> State {
    let all: Vec<UnitCode> = qualification
        .units
        .iter()
        .map(|unit: &Unit| unit.code.clone())
        .collect();
    if satisfied(qualification, &counted(qualification, plan, context)) {
        State::Met
    } else if completable(qualification, plan, context, &all) {
        State::Open
    } else {
        State::Broken
    }
}

/// The units that may be added one by one, each choice a list of which at most one is taken: a
/// single unit, or those of a barring rule none of which counts yet.
fn choices(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    from: &[UnitCode],
) -> Vec<Vec<UnitCode>> {
    let now = counted(qualification, plan, context);
    let mut left: Vec<UnitCode> = from
        .iter()
        .filter(|code| plan.pick(code).is_none())
        .filter(|code| may_count(qualification, plan, context, code, false))
        .cloned()
        .collect();
    let mut choices = Vec::new();
    for rule in qualification.rules.iter() {
        if let Form::Barred { units, .. } = &rule.form {
            let pair: Vec<UnitCode> = left.iter().filter(|c| units.contains(c)).cloned().collect();
            left.retain(|code| !units.contains(code));
            if !units.iter().any(|unit| now.contains(unit)) {
                choices.push(pair);
            }
        }
    }
    choices.extend(left.into_iter().map(|code| vec![code]));
    choices
}

/// True where adding some of the units `from`, with all that counts now still counting, meets
/// every rule. Walks over all sums that can be made; a sum over a maximum is given up, one above a
/// least without a maximum is cut down to it.
pub(crate) fn completable(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    from: &[UnitCode],
) -> bool {
    let measured = |code: &UnitCode| -> Vec<u32> {
        let forms = qualification.rules.iter();
        forms
            .filter_map(|rule| match &rule.form {
                Form::Amount(Amount { of, measure, .. }) => {
                    Some(amount(qualification, code, of.group(), *measure))
                }
                Form::Mandatory { units } => Some(u32::from(units.contains(code))),
                _ => None,
            })
            .collect()
    };
    let bounds: Vec<(u32, Option<u32>)> = qualification
        .rules
        .iter()
        .filter_map(|rule| match &rule.form {
            Form::Amount(Amount { bounds, .. }) => {
                Some((bounds.least().unwrap_or(0), bounds.most()))
            }
            Form::Mandatory { units } => Some((u32::try_from(units.len()).unwrap(), None)),
            _ => None,
        })
        .collect();
    let plus = |sums: &[u32], more: &[u32]| -> Option<Vec<u32>> {
        let pairs = sums.iter().zip(more).zip(&bounds);
        pairs
            .map(|((sum, more), (least, most))| match most {
                Some(most) => Some(sum + more).filter(|sum| sum <= most),
                None => Some((sum + more).min(*least)),
            })
            .collect()
    };
    let mut start = Some(vec![0; bounds.len()]);
    for code in counted(qualification, plan, context) {
        start = start.and_then(|sums| plus(&sums, &measured(&code)));
    }
    let mut reached: BTreeSet<Vec<u32>> = start.into_iter().collect();
    let enough = |sums: &Vec<u32>| {
        let mut pairs = sums.iter().zip(&bounds);
        pairs.all(|(sum, (least, _))| sum >= least)
    };
    for choice in choices(qualification, plan, context, from) {
        if reached.iter().any(enough) {
            return true;
        }
        let more: Vec<Vec<u32>> = choice.iter().map(&measured).collect();
        let longer: Vec<Vec<u32>> = reached
            .iter()
            .flat_map(|sums| more.iter().filter_map(|more| plus(sums, more)))
            .collect();
        reached.extend(longer);
    }
    reached.iter().any(enough)
}

/// The most of a measure that adding units can make count, with all that counts now kept.
pub(crate) fn most(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    group: Option<&GroupId>,
    measure: Measure,
) -> u32 {
    let units = qualification.units.iter();
    let all: Vec<UnitCode> = units.map(|unit| unit.code.clone()).collect();
    let of = |code: &UnitCode| amount(qualification, code, group, measure);
    let now: u32 = counted(qualification, plan, context).iter().map(of).sum();
    let more: u32 = choices(qualification, plan, context, &all)
        .iter()
        .map(|choice| choice.iter().map(of).max().unwrap_or(0))
        .sum();
    now + more
}
