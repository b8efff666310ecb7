//! The answer to `assess`.

use serde_json::{Value, json};

use super::answers::{kind, names, state};
use super::inputs::{Asked, Slips};
use crate::assess::{self, Assessment, Finding, Judgement, Limit, Notice, Obstacle, State};
use crate::catalogue::Catalogue;
use crate::plan::Plan;
use crate::qualification::{
    Credits, Form, Measure, Qualification, RuleId, UnitCode, Variant, VariantId,
};
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
    let effective = assess::effective(qualification, plan, context, &mut limit);
    let groups: Vec<Value> = found
        .groups
        .iter()
        .zip(&effective)
        .map(|(group, bounds)| {
            json!({
                "id": group.group.as_str(),
                "credits": group.counted.credits.number(),
                "units": group.counted.units,
                "guided_learning_hours": group.counted.hours.number(),
                "effective_minimum": bounds.credits.map(|(least, _)| least),
                "effective_maximum": bounds.credits.map(|(_, most)| most),
            })
        })
        .collect();
    let units: Vec<Value> = found
        .units
        .iter()
        .map(|unit| {
            json!({
                "code": unit.code.as_str(),
                "counted": unit.obstacle.is_none(),
                "group": unit.group.as_ref().map(ToString::to_string),
                "reason": unit.obstacle.as_ref().map(reason),
                "text": unit.obstacle.as_ref().map(|obstacle| wording::obstacle(qualification, obstacle)),
            })
        })
        .collect();
    let searched = found.fully_searched && effective.iter().all(|one| one.fully_searched);
    json!({
        "qualification": qualification.id.as_str(),
        "state": state(found.state),
        "fully_searched": searched,
        "pathway": found.pathway.as_ref().map(ToString::to_string),
        "nation": found.nation.as_ref().map(ToString::to_string),
        "endorsements": found.endorsements,
        "credits": {"picked": picked(asked), "counted": found.counted.credits.number()},
        "guided_learning_hours": found.counted.hours.number(),
        "rules": found.judgements.iter().map(|judgement| rule(qualification, judgement)).collect::<Vec<_>>(),
        "groups": groups,
        "units": units,
        "findings": findings(&asked.catalogue, qualification, plan, &asked.slips, &found),
    })
}

/// The credits of every picked unit that the catalogue knows.
fn picked(asked: &Asked) -> u32 {
    let units = asked
        .plan
        .picks()
        .iter()
        .filter_map(|pick| asked.unit(&pick.code));
    units.map(|unit| unit.credits).sum::<Credits>().number()
}

fn rule(qualification: &Qualification, judgement: &Judgement) -> Value {
    let line = wording::judgement(qualification, judgement);
    let mut value = json!({
        "id": judgement.rule.as_str(),
        "kind": qualification.rule(&judgement.rule).map(|rule| kind(&rule.form)),
        "state": state(judgement.state),
        "text": line.headline,
        "detail": line.detail,
    });
    let numbers = match &judgement.finding {
        Finding::Amount {
            measure,
            counted,
            bounds,
            ..
        } => json!({
            "measure": measure_name(*measure),
            "counted": counted,
            "minimum": bounds.least(),
            "maximum": bounds.most(),
            "short": if judgement.state == State::Met { 0 } else { bounds.floor().saturating_sub(*counted) },
            "over": bounds.most().map_or(0, |most| counted.saturating_sub(most)),
        }),
        Finding::Share { part, whole, .. } => json!({"part": part, "whole": whole}),
        Finding::Mandatory { of, missing, .. } => json!({"of": of, "missing": names(missing)}),
        Finding::Choice { missing, .. } => {
            json!({"missing_by_set": missing.iter().map(|units| names(units)).collect::<Vec<_>>()})
        }
        Finding::Needs { unit, missing, .. } => {
            json!({"unit": unit.as_str(), "missing": names(missing)})
        }
        Finding::Condition { ticked } => json!({"ticked": ticked}),
    };
    merge(&mut value, numbers);
    value
}

fn measure_name(measure: Measure) -> Option<String> {
    let index = Measure::ALL.iter().position(|one| *one == measure)?;
    Some(Measure::NAMES.get(index)?.replace('_', "-"))
}

fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(members), Value::Object(more)) = (value, more) {
        members.extend(more);
    }
}

fn reason(obstacle: &Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NotListed => "not-listed",
        Obstacle::OtherSizes(_) => "other-sizes",
        Obstacle::LeftOutByRule => "left-out-by-rule",
        Obstacle::Registration { .. } => "closed-by-registration",
        Obstacle::NotYet { .. } => "not-open-yet",
        Obstacle::Barred { .. } => "barred",
        Obstacle::SameContent { .. } => "same-content",
        Obstacle::Surplus { .. } => "surplus",
    }
}

/// The rule behind an obstacle, and the unit that counts instead.
fn behind(obstacle: &Obstacle) -> (Option<&str>, Option<&UnitCode>) {
    match obstacle {
        Obstacle::NotListed | Obstacle::OtherSizes(_) | Obstacle::LeftOutByRule => (None, None),
        Obstacle::Registration { rule, instead, .. } | Obstacle::NotYet { rule, instead, .. } => {
            (Some(rule.as_str()), instead.as_ref())
        }
        Obstacle::Barred { rule, by } | Obstacle::SameContent { rule, by } => {
            (Some(rule.as_str()), Some(by))
        }
        Obstacle::Surplus { rule } => (Some(rule.as_str()), None),
    }
}

/// All that is to be said of a plan, each with its text.
pub(crate) fn findings(
    catalogue: &Catalogue,
    qualification: &Qualification,
    plan: &Plan,
    slips: &Slips,
    found: &Assessment,
) -> Vec<Value> {
    let mut all = Vec::new();
    for code in &slips.twice {
        all.push(json!({"kind": "given-twice", "rule": null, "units": [code.as_str()], "text": format!("{code} was given more than once; it counts once.")}));
    }
    for code in &slips.achieved_only {
        all.push(json!({"kind": "achieved-not-picked", "rule": null, "units": [code.as_str()], "text": format!("{code} is said to be achieved, but is not among the units: it is left out.")}));
    }
    for (what, name) in unknown_choices(qualification, plan) {
        all.push(json!({"kind": "unknown-choice", "rule": null, "units": [], "text": format!("This qualification has no {what} {name}: it is left out.")}));
    }
    for unit in &found.units {
        let Some(obstacle) = &unit.obstacle else {
            continue;
        };
        let (rule, instead) = behind(obstacle);
        let kind = if catalogue.unit(&unit.code).is_none() {
            "unknown-unit"
        } else {
            "not-counted"
        };
        all.push(json!({
            "kind": kind,
            "rule": rule,
            "units": [unit.code.as_str()],
            "reason": reason(obstacle),
            "instead": instead.map(UnitCode::as_str),
            "text": format!("{}: {}", unit.code, wording::obstacle(qualification, obstacle)),
        }));
    }
    for judgement in found
        .judgements
        .iter()
        .filter(|judgement| judgement.state != State::Met)
    {
        let line = wording::judgement(qualification, judgement);
        let (kind, units): (&str, Vec<UnitCode>) = match &judgement.finding {
            Finding::Amount {
                counted,
                bounds,
                take_out,
                ..
            } if bounds.most().is_some_and(|most| *counted > most) => {
                ("too-much", take_out.clone())
            }
            Finding::Amount { .. } => ("too-little", Vec::new()),
            Finding::Share { .. } => ("share", Vec::new()),
            Finding::Mandatory { missing, .. } => ("missing", missing.clone()),
            Finding::Choice { missing, .. } => ("choice", each_once(missing.concat())),
            Finding::Needs { missing, .. } => ("needs", missing.clone()),
            Finding::Condition { .. } => ("condition", Vec::new()),
        };
        all.push(json!({
            "kind": kind,
            "rule": judgement.rule.as_str(),
            "units": names(&units),
            "text": line.advice.map_or(line.headline.clone(), |advice| format!("{}. {advice}", line.headline)),
        }));
    }
    if !found.collision.is_empty() {
        let rules: Vec<&str> = found.collision.iter().map(RuleId::as_str).collect();
        all.push(json!({
            "kind": "collision",
            "rule": null,
            "rules": rules,
            "units": [],
            "text": format!("Each of the rules {} could be met, but not all together.", rules.join(", ")),
        }));
    }
    all.extend(found.notices.iter().map(|notice| {
        let kind = match notice {
            Notice::RegisteredToday(_) => "registered-today",
            Notice::RegistrationToCome(_) => "registration-to-come",
            Notice::RegisteredBeforeStart(_) => "registered-before-start",
            Notice::RegistrationClosed(_) => "registration-closed",
            Notice::CertificationEnded(_) => "certification-ended",
        };
        json!({"kind": kind, "rule": null, "units": [], "text": wording::notice(*notice)})
    }));
    all
}

/// Pathway, nation and conditions of a plan that its qualification does not have.
fn unknown_choices<'a>(
    qualification: &Qualification,
    plan: &'a Plan,
) -> Vec<(&'static str, &'a str)> {
    let has = |all: &[Variant], id: &VariantId| all.iter().any(|one| one.id == *id);
    let pathway = plan
        .pathway
        .iter()
        .filter(|id| !has(&qualification.pathways, id));
    let nation = plan
        .nation
        .iter()
        .filter(|id| !has(&qualification.nations, id));
    let is_condition = |id: &&RuleId| {
        let rule = qualification.rule(id);
        rule.is_some_and(|rule| matches!(rule.form, Form::Condition { .. }))
    };
    let conditions = plan.conditions.iter().filter(|id| !is_condition(id));
    let pathway = pathway.map(|id| ("pathway", id.as_str()));
    let nation = nation.map(|id| ("nation", id.as_str()));
    let conditions = conditions.map(|id| ("condition", id.as_str()));
    pathway.chain(nation).chain(conditions).collect()
}

fn each_once(mut codes: Vec<UnitCode>) -> Vec<UnitCode> {
    codes.sort_unstable();
    codes.dedup();
    codes
}
