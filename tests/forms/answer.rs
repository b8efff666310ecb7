//! What the engine says of a plan, in the words of the case files: of the keys that may be missing
//! those that are asked for.

use qualification_planner::assess::{
    Aim, Assessment, Context, Found, Limit, NODES, NotCounted, Notice, State, assess, complete,
    count, effective, repair,
};
use qualification_planner::plan::Plan;
use qualification_planner::qualification::{Qualification, UnitCode};
use serde_json::{Map, Value, json};

/// What came out, in the form of a case's `expected`.
pub(crate) fn of(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    expected: &Value,
) -> Result<Value, String> {
    let found = assess(qualification, plan, &context);
    if !found.fully_searched {
        return Err("the assessment was no full search".to_owned());
    }
    let mut actual = always(&found);
    for (key, asked) in expected.as_object().ok_or("no object is expected")? {
        let value = match key.as_str() {
            "state" | "counted" | "rules" | "uncounted" => continue,
            "groups" => of_groups(&found, asked),
            "in" => counted_in(&found, asked),
            "collision" => json!(
                found
                    .collision
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
            ),
            "pathway" => json!(found.pathway.as_ref().map(ToString::to_string)),
            "nation" => json!(found.nation.as_ref().map(ToString::to_string)),
            "endorsements" => json!(found.endorsements),
            "notices" => json!(
                found
                    .notices
                    .iter()
                    .copied()
                    .map(notice)
                    .collect::<Vec<_>>()
            ),
            "completions" => {
                let number = asked.as_array().map_or(0, Vec::len).max(1);
                let (aim, mut limit) = (Aim::FewestCredits, Limit::nodes(NODES));
                let best = complete(qualification, plan, &context, aim, number, &mut limit);
                let added = searched(best)?;
                json!(
                    added
                        .iter()
                        .map(|one| names(&one.added))
                        .collect::<Vec<_>>()
                )
            }
            "count" => {
                let number = count(qualification, plan, &context, &mut Limit::nodes(NODES));
                json!(searched(number)?.to_string())
            }
            "repairs" => repairs(qualification, plan, context)?,
            "effective" => bounds(qualification, plan, context, asked)?,
            other => return Err(format!("nobody answers `{other}`")),
        };
        actual[key] = value;
    }
    Ok(actual)
}

fn always(found: &Assessment) -> Value {
    let rules: Map<String, Value> = found
        .judgements
        .iter()
        .map(|judgement| (judgement.rule.to_string(), state(judgement.state).into()))
        .collect();
    let uncounted: Map<String, Value> = found
        .units
        .iter()
        .filter_map(|unit| {
            let not_counted = unit.not_counted.as_ref()?;
            Some((unit.code.to_string(), reason(not_counted).into()))
        })
        .collect();
    let counted = found.counted;
    json!({
        "state": state(found.state),
        "counted": [counted.units, counted.credits.number(), counted.hours.number()],
        "rules": rules,
        "uncounted": uncounted,
    })
}

/// Those of the groups that are asked for.
fn of_groups(found: &Assessment, asked: &Value) -> Value {
    let groups = found.groups.iter();
    let credits: Map<String, Value> = groups
        .map(|group| {
            (
                group.group.to_string(),
                group.counted.credits.number().into(),
            )
        })
        .filter(|(group, _)| asked.get(group).is_some())
        .collect();
    credits.into()
}

/// Those of the units that are asked for.
fn counted_in(found: &Assessment, asked: &Value) -> Value {
    let units = found.units.iter();
    let groups: Map<String, Value> = units
        .filter(|unit| asked.get(unit.code.as_str()).is_some())
        .map(|unit| {
            let group = unit.group.as_ref().map(ToString::to_string);
            (unit.code.to_string(), json!(group))
        })
        .collect();
    groups.into()
}

/// The first repair of each kind.
fn repairs(qualification: &Qualification, plan: &Plan, context: Context) -> Result<Value, String> {
    let found = repair(qualification, plan, &context, 1, &mut Limit::nodes(NODES));
    if !found.fully_searched {
        return Err("the repairs were no full search".to_owned());
    }
    let repairs = found.repairs.iter().map(|repair| {
        json!({
            "drop": names(&repair.drop),
            "add": names(&repair.add),
            "leads_to": state(repair.leads_to),
        })
    });
    Ok(repairs.collect())
}

/// Of the groups that are asked for the fewest and the most credits of any valid combination.
fn bounds(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    asked: &Value,
) -> Result<Value, String> {
    let found = effective(qualification, plan, &context, &mut Limit::nodes(NODES));
    let mut bounds = Map::new();
    for group in found {
        if !group.fully_searched {
            return Err(format!("the bounds of {} were no full search", group.group));
        }
        if asked.get(group.group.as_str()).is_some() {
            let range = group.range.map(|(least, most)| [least, most]);
            bounds.insert(group.group.to_string(), json!(range));
        }
    }
    Ok(bounds.into())
}

fn searched<T>(found: Found<T>) -> Result<T, String> {
    if found.fully_searched {
        Ok(found.answer)
    } else {
        Err("the search stopped before its end".to_owned())
    }
}

fn names(codes: &[UnitCode]) -> Vec<&str> {
    codes.iter().map(UnitCode::as_str).collect()
}

const fn state(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Open => "can-be-met",
        State::NotKnown => "not-known",
        State::Broken => "cannot-be-met",
    }
}

const fn reason(not_counted: &NotCounted) -> &'static str {
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

const fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::RegisteredToday(_) => "registered-today",
        Notice::RegistrationToCome(_) => "registration-to-come",
        Notice::RegisteredBeforeStart(_) => "registered-before-start",
        Notice::RegistrationNotOpen(_) | Notice::RegistrationClosed(_) => "registration-closed",
        Notice::CertificationEnded(_) => "certification-ended",
    }
}
