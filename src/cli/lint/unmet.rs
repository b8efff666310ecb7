//! Rules that no choice of units meets, by themselves or together, each with those for whom it is so.
//!
//! Of rules that cannot be met together the engine names as few as it can. They are told, left out,
//! and the others looked at again, so that a file with two faults has two findings.

use std::collections::BTreeSet;

use super::cause;
use super::finding::Finding;
use super::place::Place;
use super::trial::Trial;
use super::who::{Who, told};
use crate::assess::State;
use crate::qualification::RuleId;

pub(super) struct Unmet {
    pub(super) findings: Vec<Finding>,
    /// The rules that a finding names.
    pub(super) rules: BTreeSet<usize>,
    /// Those of them that nobody can meet by themselves.
    pub(super) alone: BTreeSet<usize>,
    /// Those who can complete the qualification.
    pub(super) possible: Vec<Who>,
}

pub(super) fn findings(place: &Place<'_>, trial: &mut Trial<'_>, who: &[Who]) -> Unmet {
    trial.look_at("whether the rules can be met");
    let mut causes: Vec<(Finding, Vec<&Who>)> = Vec::new();
    let (mut rules, mut alone, mut possible) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for at in who {
        let Some(sets) = colliding(place, trial, at) else {
            continue;
        };
        if sets.is_empty() {
            possible.push(at.clone());
        }
        for set in sets {
            let finding = cause::of(place, trial, at, &set);
            match causes.iter_mut().find(|(known, _)| *known == finding) {
                Some((_, whose)) => whose.push(at),
                None => causes.push((finding, vec![at])),
            }
            if let [rule] = *set {
                alone.insert(rule);
            }
            rules.extend(set);
        }
    }
    let findings = causes.into_iter().map(|(finding, whose)| Finding {
        message: told(place.qualification, &whose, who) + &finding.message,
        ..finding
    });
    Unmet {
        findings: findings.collect(),
        rules,
        alone,
        possible,
    }
}

/// Sets of rules none of which can be met whole; none where all rules can be met together. `None`
/// where the search stopped before anything was found.
fn colliding(place: &Place<'_>, trial: &mut Trial<'_>, at: &Who) -> Option<Vec<Vec<usize>>> {
    let rules = &place.qualification.rules;
    let place_of = |id: &RuleId| rules.iter().position(|rule| rule.id == *id);
    let mut left = vec![true; rules.len()];
    let mut sets: Vec<Vec<usize>> = Vec::new();
    loop {
        let of = trial.with(|rule| left[rule], []);
        let Some(found) = trial.judged(&of, at) else {
            return (!sets.is_empty()).then_some(sets);
        };
        if found.state != State::Broken {
            return Some(sets);
        }
        let alone = found.judgements.iter();
        let alone = alone.filter(|judgement| judgement.state == State::Broken);
        let mut new: Vec<Vec<usize>> = alone
            .filter_map(|judgement| place_of(&judgement.rule))
            .map(|rule| vec![rule])
            .collect();
        if new.is_empty() {
            new.push(found.collision.iter().filter_map(place_of).collect());
        }
        for rule in new.iter().flatten() {
            left[*rule] = false;
        }
        if new.iter().all(Vec::is_empty) {
            return Some(sets);
        }
        sets.extend(new);
    }
}
