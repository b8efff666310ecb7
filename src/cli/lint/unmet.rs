//! Rules that no choice of units meets, by themselves or together, each with those for whom it is so.
//!
//! Of rules that cannot be met together as few are named as leaving out one after the other gives, with
//! those among them that only say which units are open or count side by side: where any one of them goes,
//! the others can be met. Such a set is reported and left out, and the other rules are looked at again,
//! so that a file with two mistakes has two findings.

use std::collections::BTreeSet;

use super::cause;
use super::finding::Finding;
use super::place::Place;
use super::set::Set;
use super::trial::Trial;
use super::who::{Who, told_without};
use crate::assess::State;
use crate::qualification::{RuleId, UnitCode};
use crate::wording::command::lint::searching;

pub(super) struct Unmet {
    pub(super) findings: Vec<Finding>,
    /// The rules for which a finding says that they cannot be met.
    pub(super) rules: BTreeSet<usize>,
    /// Those of them that nobody can meet by themselves.
    pub(super) alone: BTreeSet<usize>,
    /// Those who can complete the qualification, some only if they have achieved what is closed to others.
    pub(super) possible: Vec<Who>,
}

pub(super) fn findings(place: &Place<'_>, trial: &mut Trial<'_>, who: &[Who]) -> Unmet {
    trial.look_at(searching::UNMET);
    let mut sets: Vec<Set> = Vec::new();
    let mut possible = Vec::new();
    for at in who {
        // Whoever has achieved what may be claimed has at least the choices of everybody else.
        let achieved = at.having_achieved();
        let Some(found) = colliding(place, trial, at) else {
            continue;
        };
        let is_for_all = found.iter().any(|set| set.claimed(place).is_empty());
        let mut all = found;
        if all.is_empty() {
            possible.push(achieved);
        } else if !is_for_all {
            match colliding(place, trial, &achieved) {
                Some(found) if found.is_empty() => possible.push(achieved),
                Some(found) => all.extend(found),
                None => {}
            }
        }
        for set in all {
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
    }
    let mut causes: Vec<(Finding, Vec<&UnitCode>, Vec<&Who>)> = Vec::new();
    for set in &sets {
        let claimed = set.claimed(place);
        for at in who {
            if !collides(trial, at, set) {
                continue;
            }
            let finding = cause::of(place, trial, at, set);
            let is_known = |(known, units, _): &&mut (Finding, Vec<&UnitCode>, Vec<&Who>)| {
                *known == finding && *units == claimed
            };
            match causes.iter_mut().find(is_known) {
                Some((.., whose)) => whose.push(at),
                None => causes.push((finding, claimed.clone(), vec![at])),
            }
        }
    }
    let findings = causes.into_iter().map(|(finding, claimed, whose)| Finding {
        message: told_without(place.qualification, &whose, who, &claimed) + &finding.message,
        ..finding
    });
    let alone = sets.iter().filter(|set| set.asking.len() == 1);
    Unmet {
        findings: findings.collect(),
        alone: alone.flat_map(|set| set.asking.clone()).collect(),
        rules: sets.iter().flat_map(|set| set.asking.clone()).collect(),
        possible,
    }
}

/// Sets of rules none of which can be met whole; none where all rules can be met together. `None`
/// where the search stopped before anything was found.
fn colliding(place: &Place<'_>, trial: &mut Trial<'_>, at: &Who) -> Option<Vec<Set>> {
    let rules = &place.qualification.rules;
    let place_of = |id: &RuleId| rules.iter().position(|rule| rule.id == *id);
    let mut left = vec![true; rules.len()];
    let mut sets: Vec<Set> = Vec::new();
    loop {
        let of = trial.with(|rule| left[rule], []);
        let Some(found) = trial.judged(&of, at) else {
            return (!sets.is_empty()).then_some(sets);
        };
        if found.state != State::Broken {
            return Some(sets);
        }
        let silent: Vec<usize> = (0..rules.len())
            .filter(|rule| left[*rule] && place.is_silent(*rule))
            .collect();
        let alone = found.judgements.iter();
        let alone = alone.filter(|judgement| judgement.state == State::Broken);
        let mut new: Vec<(Vec<usize>, Vec<usize>)> = alone
            .filter_map(|judgement| place_of(&judgement.rule))
            .map(|rule| (vec![rule], silent.clone()))
            .collect();
        if new.is_empty() {
            let all = found.collision.iter().filter_map(place_of);
            new.push(all.partition(|rule| place.asks(*rule)));
        }
        if new.iter().all(|(asking, _)| asking.is_empty()) {
            return Some(sets);
        }
        for (asking, mut silent) in new {
            silent.retain(|rule| !asking.contains(rule));
            for rule in &asking {
                left[*rule] = false;
            }
            let silent = trial.needed(at, &asking, None, silent);
            sets.push(Set { asking, silent });
        }
    }
}

/// Whether these rules collide for such learners too, and each of them is needed for it.
fn collides(trial: &mut Trial<'_>, at: &Who, set: &Set) -> bool {
    let all = set.all();
    let mut possible = |left_out: Option<usize>| {
        let of = trial.with(|rule| all.contains(&rule) && Some(rule) != left_out, []);
        trial.possible(&of, at)
    };
    possible(None) == Some(false) && all.iter().all(|rule| possible(Some(*rule)) != Some(false))
}
