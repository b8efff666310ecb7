//! The answer to `assess`.

use serde_json::{Value, json};

use super::findings;
use super::inputs::Asked;
use super::values::{names, progress, state};
use crate::assess::{self, Aim, Completion, Finding, Judgement, Limit, OfSubject, State, Totals};
use crate::qualification::{Hours, Measure, Qualification, UnitCode};
use crate::wording;

pub(crate) fn assess(asked: &Asked) -> Value {
    let Asked {
        qualification,
        plan,
        context,
        ..
    } = asked;
    let mut limit = Limit::nodes(asked.nodes);
    let found = assess::assess_within(qualification, plan, context, &mut limit);
    let judged = found.as_judged(plan);
    let effective = assess::effective(qualification, &judged, context, &mut limit);
    let measure = qualification.measure();
    let known = |of: Measure, totals: &Totals| qualification.gives(of).then(|| totals.of(of));
    let picked = picked(asked);
    let rules = found.judgements.iter();
    let rules = rules.filter_map(|judgement| qualification.rule(&judgement.rule));
    let beside: Vec<Value> = qualification
        .asked_beside(&rules)
        .into_iter()
        .map(|(measure, bounds)| {
            json!({
                "measure": measure.word(),
                "counted": found.counted.of(measure),
                "minimum": bounds.least(),
                "maximum": bounds.most(),
            })
        })
        .collect();
    let groups: Vec<Value> = found
        .groups
        .iter()
        .zip(&effective)
        .map(|(group, bounds)| {
            json!({
                "id": group.group.as_str(),
                "title": qualification.group(&group.group).map(|group| group.title.as_str()),
                "credits": known(Measure::Credits, &group.counted),
                "units": group.counted.units,
                "guided_learning_hours": known(Measure::Hours, &group.counted),
                "amount": group.counted.of(measure),
                "effective_minimum": bounds.range.map(|(least, _)| least),
                "effective_maximum": bounds.range.map(|(_, most)| most),
                "effective": wording::left_to_group(qualification, bounds),
            })
        })
        .collect();
    let units: Vec<Value> = found
        .units
        .iter()
        .map(|unit| {
            json!({
                "code": unit.code.as_str(),
                "counted": unit.not_counted.is_none(),
                "progress": plan.pick(&unit.code).map(|pick| progress(pick.progress)),
                "without_credit": unit.without_credit,
                "group": unit.group.as_ref().map(ToString::to_string),
                "reason": unit.not_counted.as_ref().map(findings::reason),
                "text": unit.not_counted.as_ref().map(|not_counted| wording::not_counted(qualification, not_counted)),
            })
        })
        .collect();
    let advice = advice(asked, found.state, &mut limit);
    let searched = found.fully_searched && effective.iter().all(|one| one.fully_searched);
    json!({
        "qualification": qualification.id.as_str(),
        "state": state(found.state),
        "fully_searched": searched,
        "pathway": found.pathway.as_ref().map(ToString::to_string),
        "nation": found.nation.as_ref().map(ToString::to_string),
        "assumed": wording::assumed(qualification, plan, (found.pathway.as_ref(), found.nation.as_ref())),
        "endorsements": found.endorsements,
        "measure": measure.word(),
        "amount": {"picked": picked.of(measure), "counted": found.counted.of(measure), "exempt": found.exempt.of(measure), "achieved": found.achieved.of(measure)},
        "beside": beside,
        "credits": qualification.gives(Measure::Credits).then(|| {
            json!({"picked": picked.credits.number(), "counted": found.counted.credits.number(), "exempt": found.exempt.credits.number(), "achieved": found.achieved.credits.number()})
        }),
        "guided_learning_hours": known(Measure::Hours, &found.counted),
        "study_hours": found.hours.study.map(Hours::number),
        "rules": found.judgements.iter().map(|judgement| rule(qualification, judgement)).collect::<Vec<_>>(),
        "groups": groups,
        "units": units,
        "advice": advice,
        "findings": findings::of(&asked.catalogue, qualification, plan, &asked.slips, &found),
    })
}

/// What to do next: the smallest change that puts a broken plan right, or the completion that an open
/// one is judged by: the fewest units, then credits, then hours, the earliest in the file. Tried out, each
/// of them.
fn advice(asked: &Asked, state: State, limit: &mut Limit) -> Option<Value> {
    let (of, plan, context) = (&asked.qualification, &asked.plan, &asked.context);
    let mut to_tick = None;
    let suggestion = match state {
        State::Broken => {
            let found = assess::repair(of, plan, context, 1, limit);
            let group = found.choices.first().filter(|one| one.pathway.is_none());
            match (group, found.repairs.first(), found.choices.first()) {
                (Some(choice), _, _) | (None, None, Some(choice)) => {
                    wording::other_choice(of, choice)
                }
                (None, Some(repair), _) => wording::repair(of, repair),
                (None, None, None) => return None,
            }
        }
        State::Open => {
            let found = assess::complete(of, plan, context, Aim::FewestUnits, 1, limit);
            let first = found.answer.first()?;
            let rules = still_to_tick(asked, first, limit);
            if first.added.is_empty() && first.instead.is_empty() {
                if rules.is_empty() {
                    return None;
                }
                wording::ticking(&rules)
            } else {
                to_tick = wording::still_to_tick(&rules);
                wording::completion(of, first)
            }
        }
        State::Met | State::NotKnown => return None,
    };
    let with = |text: String| match &to_tick {
        Some(ticks) => format!("{text} {ticks}"),
        None => text,
    };
    Some(json!({
        "do": suggestion.label,
        "text": with(suggestion.detail),
        "sentence": with(suggestion.sentence),
    }))
}

/// The conditions that are still to be ticked when a plan is completed so.
pub(crate) fn still_to_tick(asked: &Asked, by: &Completion, limit: &mut Limit) -> Vec<String> {
    let mut plan = asked.plan.clone().after(by.action());
    plan.pathway = plan.pathway.or_else(|| by.pathway.clone());
    plan.nation = plan.nation.or_else(|| by.nation.clone());
    let of = &asked.qualification;
    let found = assess::assess_within(of, &plan, &asked.context, limit);
    let open = found.judgements.iter();
    let open = open.filter(|one| one.state == State::Open);
    open.filter(|one| matches!(one.finding, Finding::Condition { .. }))
        .map(|one| wording::judgement(of, one).headline)
        .collect()
}

/// The totals of every picked unit that the catalogue knows.
fn picked(asked: &Asked) -> Totals {
    let picks = asked.plan.picks().iter();
    picks.filter_map(|pick| asked.unit(&pick.code)).collect()
}

fn rule(qualification: &Qualification, judgement: &Judgement) -> Value {
    // By another pathway, or in other groups, something else may be missing.
    let is_known = judgement.state != State::NotKnown;
    let missing =
        |codes: &[UnitCode]| -> Value { names(if is_known { codes } else { &[] }).into() };
    let line = wording::judgement(qualification, judgement);
    let mut value = json!({
        "id": judgement.rule.as_str(),
        "kind": qualification.rule(&judgement.rule).map(|rule| rule.form.kind()),
        "state": state(judgement.state),
        "text": line.headline,
        "detail": line.detail,
    });
    let numbers = match &judgement.finding {
        Finding::Amount {
            measure,
            counted,
            bounds,
            given_up,
            subjects,
            ..
        } => json!({
            "measure": measure.word(),
            "counted": counted,
            "minimum": bounds.least(),
            "maximum": bounds.most(),
            "short": (is_known && !given_up)
                .then(|| bounds.floor().saturating_sub(*counted)),
            "over": bounds.most().map_or(0, |most| counted.saturating_sub(most)),
            "subjects": subjects.as_ref().map(|all| {
                let all = all.iter().map(|one| subject(one, is_known));
                all.collect::<Vec<Value>>()
            }),
        }),
        Finding::Share {
            part,
            whole,
            least,
            most,
            ..
        } => json!({
            "part": part,
            "whole": whole,
            "needed": least.map(|least| least.least_of(*whole)),
            "allowed": most.map(|most| most.most_of(*whole)),
        }),
        Finding::Mandatory {
            of, missing: units, ..
        } => json!({"of": of, "missing": missing(units)}),
        Finding::Choice { missing: sets, .. } => {
            let sets = sets.iter().filter(|_| is_known);
            json!({"missing_by_set": sets.map(|units| missing(units)).collect::<Vec<_>>()})
        }
        Finding::Needs {
            unit,
            missing: units,
            asked,
            ..
        } => json!({"unit": unit.as_str(), "missing": missing(units), "asked": asked}),
        Finding::Condition { ticked, asked } => json!({"ticked": ticked, "asked": asked}),
    };
    merge(&mut value, numbers);
    value
}

/// The state of one of several subjects.
fn subject(one: &OfSubject, is_known: bool) -> Value {
    json!({
        "subject": one.subject,
        "counted": one.counted,
        "short": (is_known && !one.given_up).then_some(one.short),
        "over": one.over,
        "units": names(&one.units),
    })
}

fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(members), Value::Object(more)) = (value, more) {
        members.extend(more);
    }
}
