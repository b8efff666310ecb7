//! What counts of a plan, and how each rule stands.

use std::cmp::Reverse;

use super::closed::closed_units;
use super::compile::compile;
use super::evaluation::Evaluation;
use super::forms::condition;
use super::model::{Context, Judgement, State};
use super::picks::picked;
use super::verdict::{Candidate, Candidates, Verdict};
use super::{counted, forms};
use crate::plan::Plan;
use crate::qualification::{Form, Qualification};
use crate::solve::{Found, Limit};

/// Looks for what counts so that the plan stands best.
pub(super) fn evaluate<'a>(
    qualification: &'a Qualification,
    plan: &'a Plan,
    context: Context,
    limit: &mut Limit,
) -> Evaluation<'a> {
    judged(candidates(qualification, plan, context), limit)
}

/// The same for who asks only what counts: where that is plain, how the plan stands is not
/// looked for, and the state is said to be not known.
pub(super) fn evaluate_what_counts<'a>(
    qualification: &'a Qualification,
    plan: &'a Plan,
    context: Context,
    limit: &mut Limit,
) -> Evaluation<'a> {
    let candidates = candidates(qualification, plan, context);
    if candidates.is_plain() {
        let every_set = candidates.every_set;
        let mut evaluation = by(candidates, Verdict::of(0, State::NotKnown));
        evaluation.fully_searched = every_set;
        return evaluation;
    }
    judged(candidates, limit)
}

/// What may count, in every pathway and nation that the plan leaves open.
fn candidates<'a>(
    qualification: &'a Qualification,
    plan: &'a Plan,
    context: Context,
) -> Candidates<'a> {
    let closed = closed_units(qualification, plan, context);
    let open: Vec<usize> = picked(qualification, plan)
        .into_iter()
        .filter(|index| closed[*index].is_none())
        .collect();
    let variants = compile(qualification, plan, context);
    let mut sets: Vec<Candidate> = Vec::new();
    let mut questions = counted::MOST_QUESTIONS;
    let mut every_set = true;
    for (variant, compiled) in variants.iter().enumerate() {
        let (found, whole) = counted::sets(compiled, &open, &mut questions);
        every_set &= whole;
        sets.extend(found.into_iter().map(|set| (set, variant)));
    }
    if variants.len() > 1 {
        let measure = qualification.measure();
        let units = &qualification.units;
        sets.sort_by_cached_key(|(set, variant)| {
            let most_first = Reverse(counted::worth(units, set, measure));
            (most_first, counted::earliest(set), *variant)
        });
    }
    Candidates {
        plan,
        variants,
        closed,
        open,
        sets,
        every_set,
    }
}

fn judged<'a>(candidates: Candidates<'a>, limit: &mut Limit) -> Evaluation<'a> {
    let verdict = candidates.verdict(limit);
    let mut evaluation = by(candidates, verdict);
    evaluation.assign_groups(limit);
    evaluation
}

/// The plan with the candidate that counts by this verdict.
fn by(candidates: Candidates<'_>, verdict: Verdict) -> Evaluation<'_> {
    let Candidates {
        plan,
        mut variants,
        closed,
        sets,
        every_set,
        ..
    } = candidates;
    let (set, variant) = sets[verdict.place].clone();
    let mut same_counts: Vec<bool> = (0..variants.len())
        .map(|other| sets.iter().any(|(one, of)| *of == other && *one == set))
        .collect();
    let compiled = variants.remove(variant);
    same_counts.remove(variant);
    Evaluation {
        plan,
        compiled,
        others: variants,
        same_counts,
        closed,
        counted: set.into_iter().map(|index| (index, 0)).collect(),
        state: verdict.state,
        displaces: verdict.displaces,
        nearest: verdict.nearest,
        shortfalls_known: !verdict.unsure,
        // A plan that is met is so, whatever else was not looked at.
        fully_searched: verdict.state == State::Met
            || every_set && verdict.state != State::NotKnown && !verdict.unsure,
    }
}

impl Evaluation<'_> {
    /// How each rule stands that asks for something.
    pub(super) fn judgements(&self, limit: &mut Limit) -> Found<Vec<Judgement>> {
        let sums = self.compiled.problem.sums(self.counted.iter().copied());
        let mut judgements = Found::whole(Vec::new());
        for counters in &self.compiled.rules {
            let rule = &self.qualification().rules[counters.rule];
            let holds =
                |counter: &usize| self.compiled.problem.counters[*counter].holds(sums[*counter]);
            let state = if let Form::Condition { if_taken, .. } = &rule.form {
                if self.plan.conditions.contains(&rule.id) || !condition::is_asked(self, if_taken) {
                    State::Met
                } else {
                    State::Open
                }
            } else if counters.asking.iter().all(holds) {
                State::Met
            } else {
                self.unmet_rule(counters.rule, limit)
            };
            judgements.fully_searched &= state != State::NotKnown;
            if let Some(finding) = forms::find(self, rule, state) {
                judgements.answer.push(Judgement {
                    rule: rule.id.clone(),
                    state,
                    finding,
                });
            }
        }
        judgements
    }

    /// How a rule stands that is not met.
    fn unmet_rule(&self, rule: usize, limit: &mut Limit) -> State {
        // In other groups, or on another pathway, another rule would be short.
        let depends = !self.others.is_empty() || self.counts_in_several_groups();
        match self.state {
            State::Open if self.shortfalls_known => return State::Open,
            State::Open => return State::NotKnown,
            State::NotKnown if depends => return State::NotKnown,
            _ => {}
        }
        let by_itself = self.can_be_met_by_itself(rule, limit);
        match (by_itself.answer, by_itself.fully_searched) {
            (true, _) => State::Open,
            (false, true) => State::Broken,
            (false, false) => State::NotKnown,
        }
    }
}
