//! Where a plan stands, and which of the sets of picks that may count does.
//!
//! Met, open and broken are told apart by search, each with a proof: met and open by a set of units
//! that shows it, broken by a search that has gone through everything. Where a search stopped before
//! that, the plan's state is not known.

use super::closed::Closed;
use super::compiled::{Compiled, Question};
use super::costs::units_then_credits_then_hours;
use super::displacement::{displacement, may_displace};
use super::forms::condition;
use super::group_assignment::unmet;
use super::model::State;
use crate::plan::Plan;
use crate::solve::{Cost, Limit, Objective, Problem, Role, best, possible};

/// How much is looked at in any case to tell whether a plan is met: nothing but the groups in which
/// its units count is open then.
const MET: u64 = 20_000;

/// A set of picks that may count, in one pathway and nation.
pub(super) type Candidate = (Vec<usize>, usize);

/// Where a plan stands, and which of the candidates counts.
pub(super) struct Verdict {
    pub(super) place: usize,
    pub(super) state: State,
    pub(super) displaces: bool,
    pub(super) nearest: Option<Vec<usize>>,
    /// True where the nearest completion makes a difference and was not found.
    pub(super) unsure: bool,
}

impl Verdict {
    /// One that rests on nothing but the candidate.
    pub(super) const fn of(place: usize, state: State) -> Self {
        Self {
            place,
            state,
            displaces: false,
            nearest: None,
            unsure: false,
        }
    }
}

/// What may count of a plan.
pub(super) struct Candidates<'a> {
    pub(super) plan: &'a Plan,
    /// The pathways and nations that the plan leaves open.
    pub(super) variants: Vec<Compiled<'a>>,
    /// For each unit why it is closed to this learner, if it is.
    pub(super) closed: Vec<Option<Closed>>,
    /// The picks that are open to this learner.
    pub(super) open: Vec<usize>,
    /// The best by amount and place in the file first.
    pub(super) sets: Vec<Candidate>,
    /// True where these are all.
    pub(super) every_set: bool,
}

/// A completion: what it costs, its units, and the candidate that counts now.
type Completion = (Cost, Vec<usize>, usize);

impl Candidates<'_> {
    pub(super) fn verdict(&self, limit: &mut Limit) -> Verdict {
        let (met, not_met) = self.met();
        if let Some(place) = met {
            return Verdict::of(place, State::Met);
        }
        let (open, mut cannot) = self.open(limit);
        let mut found = open;
        if found.is_none() && self.may_displace() {
            // This goes through what keeps all that counts too.
            (found, cannot) = self.displacing(limit);
        }
        match found {
            Some(found) if not_met => found,
            Some(found) => Verdict {
                state: State::NotKnown,
                ..found
            },
            None if cannot => Verdict::of(self.fewest_unmet(limit), State::Broken),
            None => Verdict {
                unsure: true,
                ..Verdict::of(0, State::NotKnown)
            },
        }
    }

    /// The candidates of the same units as the one at this place, which is the first of them.
    fn same(&self, place: usize) -> std::ops::Range<usize> {
        let rest = self.sets.get(place..).unwrap_or_default();
        let same = rest.iter().take_while(|(set, _)| *set == rest[0].0);
        place..place + same.count()
    }

    /// True where it is plain what counts, however the plan stands.
    pub(super) fn is_plain(&self) -> bool {
        !self.may_displace() && self.same(0).len() == self.sets.len()
    }

    fn may_displace(&self) -> bool {
        let mut variants = self.variants.iter();
        variants.any(|compiled| may_displace(compiled, &self.closed, &self.open))
    }

    /// The problem in which a candidate counts and no other pick.
    fn problem(&self, place: usize, others: Role) -> Problem {
        let (set, variant) = &self.sets[place];
        let question = Question {
            compiled: &self.variants[*variant],
            closed: &self.closed,
            picks: &self.open,
            set,
            others,
        };
        question.problem()
    }

    /// The first candidate that meets every rule, and else whether it is certain that none does.
    fn met(&self) -> (Option<usize>, bool) {
        let mut limit = Limit::nodes(MET);
        let mut certain = self.every_set;
        for (place, (set, variant)) in self.sets.iter().enumerate() {
            if condition::to_tick(&self.variants[*variant], self.plan, set) > 0 {
                continue;
            }
            if limit.is_used_up() {
                return (None, false);
            }
            let found = possible(&self.problem(place, Role::Never), &mut limit);
            if found.answer {
                return (Some(place), certain);
            }
            certain &= found.fully_searched;
        }
        (None, certain)
    }

    /// The first candidate that further units complete, with all of it kept; and else whether it is
    /// certain that there is none.
    fn open(&self, limit: &mut Limit) -> (Option<Verdict>, bool) {
        let mut certain = self.every_set;
        let mut place = 0;
        while place < self.sets.len() {
            let same = self.same(place);
            let mut could = Vec::new();
            let mut each_known = true;
            for place in same.clone() {
                let found = possible(&self.problem(place, Role::Free), limit);
                if found.answer {
                    could.push(place);
                }
                each_known &= found.answer || found.fully_searched;
            }
            certain &= each_known;
            if let Some(first) = could.first().copied() {
                return (
                    Some(self.nearest(first, &could, each_known, limit)),
                    certain,
                );
            }
            place = same.end;
        }
        (None, certain)
    }

    /// The candidate whose nearest completion is the nearest of all; where it makes no difference,
    /// the first.
    fn nearest(&self, first: usize, could: &[usize], all: bool, limit: &mut Limit) -> Verdict {
        let (set, variant) = &self.sets[first];
        let several = |item: &usize| self.variants[*variant].problem.ways(*item) > 1;
        let mut verdict = Verdict::of(first, State::Open);
        if all && could.len() == 1 && !set.iter().any(several) {
            return verdict;
        }
        let costs = self.costs();
        let objective = Objective {
            costs: &costs,
            recorded: &vec![true; costs.len()],
            number: 1,
        };
        let mut certain = all;
        let mut nearest: Option<Completion> = None;
        for place in could {
            let found = best(&self.problem(*place, Role::Free), &objective, limit);
            certain &= found.fully_searched;
            let one = found.answer.into_iter().next();
            nearer(&mut nearest, one.map(|one| (one.cost, one.items, *place)));
        }
        if let Some((_, items, place)) = nearest {
            verdict.place = place;
            verdict.nearest = certain.then_some(items);
        }
        verdict.unsure = verdict.nearest.is_none();
        verdict
    }

    /// The nearest completion that displaces picks; and else whether it is certain that there is none
    /// of any kind.
    fn displacing(&self, limit: &mut Limit) -> (Option<Verdict>, bool) {
        let costs = self.costs();
        let objective = Objective {
            costs: &costs,
            recorded: &vec![true; costs.len()],
            number: 1,
        };
        let mut certain = true;
        let mut shown = None;
        let mut nearest: Option<Completion> = None;
        for (variant, compiled) in self.variants.iter().enumerate() {
            let Some(aside) = displacement(compiled, &self.closed, &self.open, |_| {}) else {
                certain = false;
                continue;
            };
            // That there is none is found out sooner than the best.
            let any = possible(&aside.problem, limit);
            if !any.answer && any.fully_searched {
                continue;
            }
            if any.answer {
                shown.get_or_insert(variant);
            }
            let found = best(&aside.problem, &objective, limit);
            certain &= found.fully_searched;
            let one = found.answer.into_iter().next();
            nearer(&mut nearest, one.map(|one| (one.cost, one.items, variant)));
        }
        let verdict = |place: usize, nearest: Option<Vec<usize>>| Verdict {
            place,
            state: State::Open,
            displaces: true,
            unsure: nearest.is_none(),
            nearest,
        };
        let found = match (nearest, shown) {
            (Some((_, items, variant)), _) => {
                let place = self.beside(&items, variant);
                Some(verdict(place, certain.then_some(items)))
            }
            // There is one, and the search stopped before it had found which.
            (None, Some(variant)) => Some(verdict(self.beside(&[], variant), None)),
            (None, None) => None,
        };
        (found, certain)
    }

    /// The first candidate that has all picks of a completion; where there is none, the first by its
    /// pathway and nation.
    fn beside(&self, completion: &[usize], variant: usize) -> usize {
        let mut of_variant = (0..self.sets.len()).filter(|at| self.sets[*at].1 == variant);
        let first = of_variant.clone().next().unwrap_or_default();
        let kept = completion.iter().filter(|item| self.open.contains(item));
        let has_all = |at: &usize| kept.clone().all(|item| self.sets[*at].0.contains(item));
        of_variant.find(has_all).unwrap_or(first)
    }

    /// Of the candidates with the same units as the first, the one with the fewest rules that are not
    /// met.
    fn fewest_unmet(&self, limit: &mut Limit) -> usize {
        let same = self.same(0);
        if same.len() < 2 {
            return 0;
        }
        let missing = |place: &usize| {
            let (set, variant) = &self.sets[*place];
            let problem = self.problem(*place, Role::Never);
            unmet(&self.variants[*variant], self.plan, set, problem, limit).answer
        };
        same.min_by_key(missing).unwrap_or_default()
    }

    fn costs(&self) -> Vec<Cost> {
        let units = self.variants.first().map(|one| &one.qualification.units);
        let units = units.into_iter().flatten();
        units.map(units_then_credits_then_hours).collect()
    }
}

/// Keeps the nearer of two completions, the first of equals.
fn nearer(nearest: &mut Option<Completion>, other: Option<Completion>) {
    let Some(other) = other else {
        return;
    };
    let is_nearer = |known: &Completion| (other.0, &other.1) < (known.0, &known.1);
    if nearest.as_ref().is_none_or(is_nearer) {
        *nearest = Some(other);
    }
}
