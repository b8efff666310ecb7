//! What changes with another day of registration, another size or another edition of a catalogue:
//! the differences between two assessments, unit by unit and rule by rule.

use super::{Assessment, Obstacle, State};
use crate::qualification::{RuleId, UnitCode};

/// How two assessments differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The state before and after.
    pub state: (State, State),
    /// The credits that count, before and after.
    pub credits: (u32, u32),
    /// The guided learning hours that count, before and after.
    pub hours: (u32, u32),
    /// The rules that stand otherwise, are new or are gone.
    pub rules: Vec<RuleChange>,
    /// The picked units of which the one assessment says something else than the other.
    pub units: Vec<UnitChange>,
}

/// A rule before and after; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// The rule.
    pub rule: RuleId,
    /// How it stood.
    pub before: Option<State>,
    /// How it stands.
    pub after: Option<State>,
}

/// A picked unit before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitChange {
    /// The unit.
    pub code: UnitCode,
    /// What kept it from counting; `None` where it counted.
    pub before: Option<Obstacle>,
    /// What keeps it from counting; `None` where it counts.
    pub after: Option<Obstacle>,
}

/// The differences between two assessments of the same picks.
#[must_use]
pub fn what_if(before: &Assessment, after: &Assessment) -> Difference {
    let state_of = |found: &Assessment, rule: &RuleId| {
        let mut judgements = found.judgements.iter();
        judgements
            .find(|judgement| judgement.rule == *rule)
            .map(|judgement| judgement.state)
    };
    let mut names: Vec<&RuleId> = before
        .judgements
        .iter()
        .chain(&after.judgements)
        .map(|judgement| &judgement.rule)
        .collect();
    let mut seen: Vec<&RuleId> = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(name);
        seen.push(name);
        new
    });
    let rules = names.into_iter().map(|rule| RuleChange {
        rule: rule.clone(),
        before: state_of(before, rule),
        after: state_of(after, rule),
    });
    let units = before.units.iter().filter_map(|unit| {
        let then = after.units.iter().find(|other| other.code == unit.code)?;
        (then.obstacle != unit.obstacle).then(|| UnitChange {
            code: unit.code.clone(),
            before: unit.obstacle.clone(),
            after: then.obstacle.clone(),
        })
    });
    Difference {
        state: (before.state, after.state),
        credits: (
            before.counted.credits.number(),
            after.counted.credits.number(),
        ),
        hours: (before.counted.hours.number(), after.counted.hours.number()),
        rules: rules
            .filter(|change| change.before != change.after)
            .collect(),
        units: units.collect(),
    }
}
