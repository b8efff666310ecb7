//! What counts of a plan, and how each rule stands.

use std::cmp::Reverse;

use super::compile::{Compiled, ask, compile};
use super::displacement::{Displacement, displacement, may_displace};
use super::forms::condition;
use super::obstacle::{Closed, closed_units};
use super::verdict::{Candidate, Candidates, Verdict};
use super::{Context, Judgement, State, counted, forms};
use crate::plan::Plan;
use crate::qualification::{Form, Qualification, UnitCode};
use crate::solve::{Found, Limit, Problem, Role};

/// A plan with what counts of it, as the rules look at it.
pub(super) struct Case<'a> {
    pub(super) plan: &'a Plan,
    pub(super) compiled: Compiled<'a>,
    /// The other pathways and nations that the plan leaves open.
    pub(super) others: Vec<Compiled<'a>>,
    /// For each of the others whether the same may count there.
    same_counts: Vec<bool>,
    /// For each unit why it is closed to this learner, if it is.
    pub(super) closed: Vec<Option<Closed>>,
    /// The picked units that count, by their places, each with the way in which it does.
    pub(super) counted: Vec<(usize, usize)>,
    pub(super) state: State,
    /// True where an open plan can be completed only by units that displace a pick.
    pub(super) displaces: bool,
    /// The completion that an open plan is judged by, where it makes a difference which one that is.
    pub(super) nearest: Option<Vec<usize>>,
    /// False where it makes a difference by which completion an open plan is judged, and the nearest
    /// was not found: then what is missing of a rule is not known.
    pub(super) shortfalls_known: bool,
    pub(super) fully_searched: bool,
}

impl<'a> Case<'a> {
    /// Looks for what counts so that the plan stands best.
    pub(super) fn new(
        qualification: &'a Qualification,
        plan: &'a Plan,
        context: Context,
        limit: &mut Limit,
    ) -> Self {
        Self::look(qualification, plan, context, true, limit)
    }

    /// The same for who asks only what counts: where that is plain, how the plan stands is not
    /// looked for, and the state is said to be not known.
    pub(super) fn of_what_counts(
        qualification: &'a Qualification,
        plan: &'a Plan,
        context: Context,
        limit: &mut Limit,
    ) -> Self {
        Self::look(qualification, plan, context, false, limit)
    }

    fn look(
        qualification: &'a Qualification,
        plan: &'a Plan,
        context: Context,
        judged: bool,
        limit: &mut Limit,
    ) -> Self {
        let closed = closed_units(qualification, plan, context);
        let open: Vec<usize> = picked(qualification, plan)
            .into_iter()
            .filter(|index| closed[*index].is_none())
            .collect();
        let mut variants = compile(qualification, plan, context);
        // Every set that may count, in every variant, the best by amount and place in the file first.
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
                (most_first, set.clone(), *variant)
            });
        }
        let search = Candidates {
            plan,
            variants: &variants,
            closed: &closed,
            open: &open,
            sets: &sets,
            every_set,
        };
        let is_plain = !judged && !search.may_displace() && search.same(0).len() == sets.len();
        let verdict = if is_plain {
            Verdict::of(0, State::NotKnown)
        } else {
            search.verdict(limit)
        };
        let (set, variant) = sets[verdict.place].clone();
        let mut same_counts: Vec<bool> = (0..variants.len())
            .map(|other| sets.iter().any(|(one, of)| *of == other && *one == set))
            .collect();
        let compiled = variants.remove(variant);
        same_counts.remove(variant);
        let mut case = Self {
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
                || every_set && (is_plain || verdict.state != State::NotKnown && !verdict.unsure),
        };
        if !is_plain {
            case.settle_groups(limit);
        }
        case
    }

    pub(super) fn qualification(&self) -> &'a Qualification {
        self.compiled.qualification
    }

    /// The problem in which all that counts has to be chosen, and others may be or not.
    pub(super) fn ask(&self, others: Role) -> Problem {
        let set: Vec<usize> = self.counted.iter().map(|(index, _)| *index).collect();
        let open: Vec<usize> = picked(self.qualification(), self.plan);
        ask(&self.compiled, &self.closed, &open, &set, others)
    }

    /// As [`Case::ask`], once for each pathway and nation that the plan leaves open.
    pub(super) fn ask_all(&self) -> Vec<Problem> {
        self.ask_of(std::iter::once(&self.compiled).chain(&self.others))
    }

    /// As [`Case::ask_all`], only for the pathways and nations in which the same picks count:
    /// elsewhere others would count beside them, or instead.
    pub(super) fn ask_where_same_counts(&self) -> Vec<Problem> {
        let others = self.others.iter().zip(&self.same_counts);
        let others = others.filter_map(|(other, same)| same.then_some(other));
        self.ask_of(std::iter::once(&self.compiled).chain(others))
    }

    /// Leaves out the pathways and nations that the plan is not judged by.
    pub(super) fn only_as_judged(&mut self) {
        self.others.clear();
        self.same_counts.clear();
    }

    fn ask_of<'b>(&self, all: impl Iterator<Item = &'b Compiled<'a>>) -> Vec<Problem>
    where
        'a: 'b,
    {
        let set: Vec<usize> = self.counted.iter().map(|(index, _)| *index).collect();
        let open: Vec<usize> = picked(self.qualification(), self.plan);
        all.map(|compiled| ask(compiled, &self.closed, &open, &set, Role::Free))
            .collect()
    }

    /// How each rule stands that asks for something.
    pub(super) fn judgements(&self, limit: &mut Limit) -> Found<Vec<Judgement>> {
        let sums = self.compiled.problem.sums(self.counted.iter().copied());
        let mut judgements = Found::whole(Vec::new());
        for compilation in &self.compiled.rules {
            let rule = &self.qualification().rules[compilation.rule];
            let holds =
                |counter: &usize| self.compiled.problem.counters[*counter].holds(sums[*counter]);
            let state = if let Form::Condition { if_taken, .. } = &rule.form {
                if self.plan.conditions.contains(&rule.id) || !condition::is_asked(self, if_taken) {
                    State::Met
                } else {
                    State::Open
                }
            } else if compilation.asking.iter().all(holds) {
                State::Met
            } else {
                self.unmet_rule(compilation.rule, limit)
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
        let alone = self.possible_alone(rule, limit);
        match (alone.answer, alone.fully_searched) {
            (true, _) => State::Open,
            (false, true) => State::Broken,
            (false, false) => State::NotKnown,
        }
    }

    /// True where a unit that counts could do so in several groups.
    pub(super) fn counts_in_several_groups(&self) -> bool {
        let mut counted = self.counted.iter();
        counted.any(|(item, _)| self.compiled.problem.ways(*item) > 1)
    }

    /// True where a unit that is not picked could displace one that is.
    pub(super) fn may_displace(&self) -> bool {
        let picks = picked(self.qualification(), self.plan);
        std::iter::once(&self.compiled)
            .chain(&self.others)
            .any(|compiled| may_displace(compiled, &self.closed, &picks))
    }

    /// For each pathway and nation that the plan leaves open, the valid combinations that leave no
    /// room for the picks that they do not have; and whether these are all.
    pub(super) fn displacements(&self) -> (Vec<(&Compiled<'a>, Displacement)>, bool) {
        let picks = picked(self.qualification(), self.plan);
        let mut all = Vec::new();
        let mut whole = true;
        for compiled in std::iter::once(&self.compiled).chain(&self.others) {
            match displacement(compiled, &self.closed, &picks, |_| {}) {
                Some(found) => all.push((compiled, found)),
                None => whole = false,
            }
        }
        (all, whole)
    }

    /// True where this unit counts.
    pub(super) fn counts(&self, code: &UnitCode) -> bool {
        self.qualification()
            .unit_index(code)
            .is_some_and(|index| self.counts_at(index))
    }

    pub(super) fn counts_at(&self, index: usize) -> bool {
        self.counted.iter().any(|(counted, _)| *counted == index)
    }

    /// True where this unit is closed to this learner, whatever else is picked.
    pub(super) fn is_closed(&self, code: &UnitCode) -> bool {
        let index = self.qualification().unit_index(code);
        index.is_none_or(|index| self.closed[index].is_some())
    }
}

/// The places of the picked units that the qualification has, in order.
pub(super) fn picked(qualification: &Qualification, plan: &Plan) -> Vec<usize> {
    let picks = plan.picks().iter();
    let mut places: Vec<usize> = picks
        .filter_map(|pick| qualification.unit_index(&pick.code))
        .collect();
    places.sort_unstable();
    places
}
