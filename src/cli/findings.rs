//! Findings and notices about a plan, beside its numbers, as JSON with a text.

use serde_json::{Value, json};

use super::inputs::Slips;
use super::values::names;
use crate::assess::{self, Assessment, Finding, NotCounted, Notice, State};
use crate::catalogue::{Catalogue, near};
use crate::plan::Plan;
use crate::qualification::{Form, Qualification, RuleId, UnitCode, Variant, VariantId};
use crate::wording;
use crate::wording::command::answer as say;

pub(crate) fn reason(not_counted: &NotCounted) -> &'static str {
    match not_counted {
        NotCounted::NotListed => "not-listed",
        NotCounted::OtherSizes(_) => "other-sizes",
        NotCounted::LeftOutByRule => "left-out-by-rule",
        NotCounted::Registration { .. } => "closed-by-registration",
        NotCounted::NotYet { .. } => "not-open-yet",
        NotCounted::Barred { .. } => "barred",
        NotCounted::ClassFull { .. } => "class-full",
        NotCounted::SameContent { .. } => "same-content",
        NotCounted::Surplus { .. } => "surplus",
    }
}

/// The rule by which a unit does not count, and the unit that counts instead.
fn behind(not_counted: &NotCounted) -> (Option<&str>, Option<&UnitCode>) {
    match not_counted {
        NotCounted::NotListed | NotCounted::OtherSizes(_) | NotCounted::LeftOutByRule => {
            (None, None)
        }
        NotCounted::Registration { rule, instead, .. }
        | NotCounted::NotYet { rule, instead, .. } => (Some(rule.as_str()), instead.as_ref()),
        NotCounted::Barred { rule, by } | NotCounted::SameContent { rule, by } => {
            (Some(rule.as_str()), Some(by))
        }
        NotCounted::ClassFull { rule, .. } | NotCounted::Surplus { rule } => {
            (Some(rule.as_str()), None)
        }
    }
}

/// Every finding and notice about a plan, each with its text.
pub(crate) fn of(
    catalogue: &Catalogue,
    qualification: &Qualification,
    plan: &Plan,
    slips: &Slips,
    found: &Assessment,
) -> Vec<Value> {
    let mut all = Vec::new();
    for (then, now) in &slips.called {
        all.push(json!({"kind": "called-otherwise", "rule": null, "units": [now.as_str()], "text": wording::unit_called(then, now)}));
    }
    for code in &slips.twice {
        all.push(json!({"kind": "given-twice", "rule": null, "units": [code.as_str()], "text": say::given_twice(code)}));
    }
    for code in &slips.achieved_only {
        all.push(json!({"kind": "achieved-not-picked", "rule": null, "units": [code.as_str()], "text": say::achieved_only(code)}));
    }
    for (what, name, known) in unknown_choices(qualification, plan) {
        let meant = wording::meant(&near(name, known));
        all.push(json!({"kind": "unknown-choice", "rule": null, "units": [], "text": say::unknown_choice(what, name, &meant)}));
    }
    for pick in plan.picks() {
        if let Some(text) = wording::pinned_elsewhere(qualification, pick) {
            all.push(json!({"kind": "other-group", "rule": null, "units": [pick.code.as_str()], "text": text}));
        }
    }
    for unit in &found.units {
        let Some(not_counted) = &unit.not_counted else {
            continue;
        };
        let (rule, instead) = behind(not_counted);
        let is_known = catalogue.unit(&unit.code).is_some();
        let kind = if is_known {
            "not-counted"
        } else {
            "unknown-unit"
        };
        let known = qualification.units.iter().filter(|_| !is_known);
        let meant = near(unit.code.as_str(), known.map(|unit| unit.code.as_str()));
        all.push(json!({
            "kind": kind,
            "rule": rule,
            "units": [unit.code.as_str()],
            "reason": reason(not_counted),
            "instead": instead.map(UnitCode::as_str),
            "text": say::not_counted(&unit.code, &wording::not_counted(qualification, not_counted), &wording::meant(&meant)),
        }));
    }
    for judgement in found
        .judgements
        .iter()
        .filter(|judgement| judgement.state != State::Met)
    {
        let (kind, mut units) = of_rule(qualification, &judgement.finding);
        if judgement.state == State::NotKnown {
            // By another pathway, or in other groups, others may be missing.
            units.clear();
        }
        all.push(json!({
            "kind": kind,
            "rule": judgement.rule.as_str(),
            "units": names(&units),
            "text": wording::finding(qualification, judgement),
        }));
    }
    if !found.collision.is_empty() {
        let rules: Vec<&str> = found.collision.iter().map(RuleId::as_str).collect();
        all.push(json!({
            "kind": "collision",
            "rule": null,
            "rules": rules,
            "units": [],
            "text": wording::collision(qualification, found).map(|texts| say::not_all_together(&texts)),
        }));
    }
    all.extend(found.notices.iter().map(|notice| {
        let kind = match notice {
            Notice::RegisteredToday(_) => "registered-today",
            Notice::RegistrationToCome(_) => "registration-to-come",
            Notice::RegisteredBeforeStart(_) => "registered-before-start",
            Notice::RegistrationNotOpen(_) | Notice::RegistrationClosed(_) => "registration-closed",
            Notice::CertificationEnded(_) => "certification-ended",
        };
        json!({"kind": kind, "rule": null, "units": [], "text": wording::notice(*notice)})
    }));
    all
}

/// Pathway, nation and conditions of a plan that its qualification does not have, each with those that it
/// has.
fn unknown_choices<'a>(
    qualification: &'a Qualification,
    plan: &'a Plan,
) -> Vec<(&'static str, &'a str, Vec<&'a str>)> {
    let of = |all: &'a [Variant]| all.iter().map(|one| one.id.as_str()).collect();
    let (pathways, nations): (Vec<&str>, Vec<&str>) =
        (of(&qualification.pathways), of(&qualification.nations));
    let rules = qualification.rules.iter();
    let conditions = rules.filter(|rule| matches!(rule.form, Form::Condition { .. }));
    let conditions: Vec<&str> = conditions.map(|rule| rule.id.as_str()).collect();
    let pathway = plan.pathway.iter().map(VariantId::as_str);
    let nation = plan.nation.iter().map(VariantId::as_str);
    let met = plan.conditions.iter().map(RuleId::as_str);
    let pathway = pathway.map(|id| ("pathway", id, pathways.clone()));
    let nation = nation.map(|id| ("nation", id, nations.clone()));
    let met = met.map(|id| ("condition", id, conditions.clone()));
    let all = pathway.chain(nation).chain(met);
    all.filter(|(_, id, known)| !known.contains(id)).collect()
}

/// The kind of the finding for a rule that is not met, and the units that it names.
fn of_rule(qualification: &Qualification, finding: &Finding) -> (&'static str, Vec<UnitCode>) {
    match finding {
        Finding::Amount {
            counted,
            bounds,
            subjects,
            ..
        } if bounds.most().is_some_and(|most| *counted > most) => {
            let over = subjects.iter().flatten().filter(|one| one.over > 0);
            ("too-much", over.flat_map(|one| one.units.clone()).collect())
        }
        Finding::Amount { .. } => ("too-little", Vec::new()),
        Finding::Share { .. } => ("share", Vec::new()),
        Finding::Mandatory { missing, .. } => ("missing", missing.clone()),
        Finding::Choice {
            missing,
            closed,
            bounds,
            ..
        } => {
            let whole = missing.iter().filter(|units| units.is_empty()).count();
            let is_over = bounds.most().is_some_and(|most| whole > most as usize);
            let rest = if is_over {
                Vec::new()
            } else {
                let sets = assess::sets_to_take(missing, closed).into_iter();
                sets.flatten().cloned().collect()
            };
            ("choice", each_once(qualification, rest))
        }
        Finding::Needs { missing, .. } => ("needs", missing.clone()),
        Finding::Condition { .. } => ("condition", Vec::new()),
    }
}

fn each_once(qualification: &Qualification, mut codes: Vec<UnitCode>) -> Vec<UnitCode> {
    codes.sort_by(|one, other| qualification.order(one).cmp(&qualification.order(other)));
    codes.dedup();
    codes
}
