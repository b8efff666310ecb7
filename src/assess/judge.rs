//! What counts of a plan, and how each rule stands.

use super::compile::{Compiled, ask, compile};
use super::obstacle::{Closed, closed_units};
use super::place::unmet;
use super::{Context, Judgement, State, counted, forms};
use crate::plan::Plan;
use crate::qualification::{Form, Measure, Qualification, UnitCode};
use crate::solve::{Found, Limit, Problem, Role, possible};

/// How much is looked at in any case to tell whether a plan is met: nothing but the groups in which
/// its units count is open then.
const MET: u64 = 100_000;

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
    /// looked for, and the state is said to be broken.
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
        let variants = compile(qualification, plan, context);
        let mut fully_searched = true;
        // Every set that may count, in every variant, the best by credits and codes first.
        let mut sets: Vec<(Vec<usize>, usize)> = Vec::new();
        let mut questions = counted::MOST_QUESTIONS;
        for (variant, compiled) in variants.iter().enumerate() {
            let (found, whole) = counted::sets(compiled, &open, &mut questions);
            fully_searched &= whole;
            sets.extend(found.into_iter().map(|set| (set, variant)));
        }
        let credits = |set: &[usize]| -> u64 {
            set.iter()
                .map(|index| u64::from(qualification.units[*index].amount(Measure::Credits)))
                .sum()
        };
        if variants.len() > 1 {
            sets.sort_by(|one, two| {
                let more = credits(&two.0).cmp(&credits(&one.0));
                more.then_with(|| one.0.cmp(&two.0))
                    .then_with(|| one.1.cmp(&two.1))
            });
        }
        let mut found: Option<(usize, State)> = None;
        let is_plain = !judged && sets.windows(2).all(|pair| pair[0].0 == pair[1].0);
        let wanted = [State::Met, State::Open];
        let mut sure = Limit::nodes(MET);
        'states: for state in wanted.into_iter().filter(|_| !is_plain) {
            for (place, (set, variant)) in sets.iter().enumerate() {
                let compiled = &variants[*variant];
                let is_met = state == State::Met;
                if is_met && !conditions_ticked(compiled, plan) {
                    continue;
                }
                let limit = if is_met { &mut sure } else { &mut *limit };
                if limit.is_used_up() {
                    fully_searched = false;
                    continue 'states;
                }
                let others = if is_met { Role::Never } else { Role::Free };
                let problem = ask(compiled, &closed, &open, set, others);
                let answer = possible(&problem, limit);
                fully_searched &= answer.fully_searched;
                if answer.answer {
                    found = Some((place, state));
                    // What was found is so, whatever else was not looked at.
                    fully_searched |= state == State::Met;
                    break 'states;
                }
            }
        }
        let (place, state) = found.unwrap_or_else(|| {
            // Of the pathways and nations in which the same counts, the one with the fewest rules
            // that are not met.
            let same = sets.iter().take_while(|(set, _)| *set == sets[0].0).count();
            let missing = |place: &usize| {
                let (set, variant) = &sets[*place];
                let compiled = &variants[*variant];
                let problem = ask(compiled, &closed, &open, set, Role::Never);
                let found = unmet(compiled, plan, set, problem, limit);
                fully_searched &= found.fully_searched;
                found.answer
            };
            let place = if judged && same > 1 {
                (0..same).min_by_key(missing).unwrap_or_default()
            } else {
                0
            };
            (place, State::Broken)
        });
        let (set, variant) = sets[place].clone();
        let mut same_counts: Vec<bool> = (0..variants.len())
            .map(|other| sets.iter().any(|(one, of)| *of == other && *one == set))
            .collect();
        let mut variants = variants;
        let compiled = variants.remove(variant);
        same_counts.remove(variant);
        let mut case = Self {
            plan,
            compiled,
            others: variants,
            same_counts,
            closed,
            counted: set.into_iter().map(|index| (index, 0)).collect(),
            state,
            fully_searched,
        };
        case.settle_groups(limit);
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

    /// For each pathway and nation that the plan leaves open, whether every condition is ticked.
    pub(super) fn conditions_ticked(&self) -> Vec<bool> {
        std::iter::once(&self.compiled)
            .chain(&self.others)
            .map(|compiled| conditions_ticked(compiled, self.plan))
            .collect()
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
            let state = if let Form::Condition { .. } = rule.form {
                if self.plan.conditions.contains(&rule.id) {
                    State::Met
                } else {
                    State::Open
                }
            } else if compilation.asking.iter().all(holds) {
                State::Met
            } else if self.state == State::Open {
                State::Open
            } else {
                let alone = self.possible_alone(&[compilation.rule], limit);
                judgements.fully_searched &= alone.fully_searched;
                if alone.answer {
                    State::Open
                } else {
                    State::Broken
                }
            };
            if let Some(finding) = forms::find(self, &rule.form, state) {
                judgements.answer.push(Judgement {
                    rule: rule.id.clone(),
                    state,
                    finding,
                });
            }
        }
        judgements
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

    /// True where this unit may count beside all that counts now.
    pub(super) fn is_open(&self, code: &UnitCode) -> bool {
        let Some(index) = self.qualification().unit_index(code) else {
            return false;
        };
        if self.closed[index].is_some()
            || (self.plan.pick(code).is_some() && !self.counts_at(index))
        {
            return false;
        }
        let problem = &self.compiled.problem;
        (0..problem.ways(index)).any(|way| {
            let sums = problem.sums(self.counted.iter().copied().chain([(index, way)]));
            let mut counting = self.compiled.counting();
            counting.all(|counter| problem.counters[counter].holds(sums[counter]))
        })
    }

    /// True for a unit of which some rule says whether it counts beside others.
    pub(super) fn may_bar(&self, index: usize) -> bool {
        let problem = &self.compiled.problem;
        let kind = &problem.kinds[problem.items[index].kind];
        self.compiled.counting().any(|counter| {
            kind.options
                .iter()
                .flatten()
                .any(|(touched, _)| *touched == counter)
        })
    }
}

/// The places of the picked units that the qualification has.
pub(super) fn picked(qualification: &Qualification, plan: &Plan) -> Vec<usize> {
    let picks = plan.picks().iter();
    picks
        .filter_map(|pick| qualification.unit_index(&pick.code))
        .collect()
}

/// Whether every condition in force is ticked.
pub(super) fn conditions_ticked(compiled: &Compiled<'_>, plan: &Plan) -> bool {
    compiled.rules.iter().all(|compilation| {
        let rule = &compiled.qualification.rules[compilation.rule];
        !matches!(rule.form, Form::Condition { .. }) || plan.conditions.contains(&rule.id)
    })
}
