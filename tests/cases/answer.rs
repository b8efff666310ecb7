//! An assessment in the words of the case files.

use serde_json::{Map, Value, json};

use qualification_planner::assess::{
    Assessment, Finding, Judgement, NotCounted, Notice, State, Totals,
};

/// What came out, in the form of a case's `expected`.
pub(crate) fn of(assessment: &Assessment) -> Value {
    let groups: Map<String, Value> = assessment
        .groups
        .iter()
        .map(|group| {
            (
                group.group.to_string(),
                json!(group.counted.credits.number()),
            )
        })
        .collect();
    let rules: Map<String, Value> = assessment
        .judgements
        .iter()
        .map(|judgement| (judgement.rule.to_string(), rule(judgement)))
        .collect();
    let uncounted: Map<String, Value> = assessment
        .units
        .iter()
        .filter_map(|unit| {
            Some((
                unit.code.to_string(),
                reason(unit.not_counted.as_ref()?).into(),
            ))
        })
        .collect();
    let notices: Vec<String> = assessment.notices.iter().copied().map(notice).collect();
    json!({
        "state": state(assessment.state),
        "picked": totals(assessment.picked),
        "counted": totals(assessment.counted),
        "groups": groups,
        "rules": rules,
        "uncounted": uncounted,
        "overall_hours": assessment.hours.overall.number(),
        "study_hours": assessment.hours.study.map(qualification_planner::qualification::Hours::number),
        "notices": notices,
    })
}

/// What is expected, with what a case may leave out: nothing short, nothing over, none missing.
pub(crate) fn filled(expected: &Value) -> Value {
    let mut filled = expected.clone();
    let rules = filled["rules"].as_object_mut().into_iter().flatten();
    for (_, rule) in rules {
        let defaults = if rule.get("counted").is_some() {
            json!({"short": 0, "over": 0})
        } else {
            json!({"missing": [], "closed": []})
        };
        for (key, value) in defaults.as_object().into_iter().flatten() {
            if rule.get(key).is_none() {
                rule[key] = value.clone();
            }
        }
    }
    filled
}

fn rule(judgement: &Judgement) -> Value {
    let state = state(judgement.state);
    let names = |codes: &[_]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    match &judgement.finding {
        Finding::Amount {
            counted, bounds, ..
        } => json!({
            "state": state,
            "counted": counted,
            "short": bounds.floor().saturating_sub(*counted),
            "over": bounds.most().map_or(0, |most| counted.saturating_sub(most)),
        }),
        Finding::Mandatory {
            missing, closed, ..
        } => json!({"state": state, "missing": names(missing), "closed": names(closed)}),
        other => panic!("no case speaks of {other:?}"),
    }
}

fn totals(totals: Totals) -> Value {
    json!([totals.units, totals.credits.number(), totals.hours.number()])
}

fn state(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Open => "open",
        State::NotKnown => "not known",
        State::Broken => "broken",
    }
}

fn reason(not_counted: &NotCounted) -> String {
    match not_counted {
        NotCounted::NotListed => "not listed".to_owned(),
        NotCounted::OtherSizes(_) => "other sizes".to_owned(),
        NotCounted::LeftOutByRule => "left out by the rule".to_owned(),
        NotCounted::Registration { .. } => "registration".to_owned(),
        NotCounted::Barred { by, .. } => format!("barred by {by}"),
        other => panic!("no case speaks of {other:?}"),
    }
}

fn notice(notice: Notice) -> String {
    match notice {
        Notice::RegisteredToday(_) => "registered today".to_owned(),
        Notice::RegistrationToCome(day) => format!("registration to come {day}"),
        Notice::RegisteredBeforeStart(day) => format!("registered before {day}"),
        other => panic!("no case speaks of {other:?}"),
    }
}
