//! A plan with what counts of it, and what can be asked of the two.
//!
//! How it is found is for `judge` to say.

use super::closed::Closed;
use super::compiled::{Compiled, Question};
use super::displacement::{Displacement, displacement, may_displace};
use super::model::State;
use super::picks::picked;
use crate::plan::Plan;
use crate::qualification::{Qualification, UnitCode};
use crate::solve::{Problem, Role};

/// A plan with what counts of it, as the rules look at it.
pub(super) struct Evaluation<'a> {
    pub(super) plan: &'a Plan,
    pub(super) compiled: Compiled<'a>,
    /// The other pathways and nations that the plan leaves open.
    pub(super) others: Vec<Compiled<'a>>,
    /// For each of the others whether the same may count there.
    pub(super) same_counts: Vec<bool>,
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

impl<'a> Evaluation<'a> {
    pub(super) fn qualification(&self) -> &'a Qualification {
        self.compiled.qualification
    }

    /// The problem in which all that counts has to be chosen, and others may be or not.
    pub(super) fn ask(&self, others: Role) -> Problem {
        let set: Vec<usize> = self.counted.iter().map(|(index, _)| *index).collect();
        self.ask_of(&self.compiled, &set, others)
    }

    /// The problem in which this set has to be chosen by one pathway and nation, and of what is not
    /// picked others may be or not.
    pub(super) fn ask_of(&self, compiled: &Compiled<'_>, set: &[usize], others: Role) -> Problem {
        let question = Question {
            compiled,
            closed: &self.closed,
            picks: &picked(self.qualification(), self.plan),
            set,
            others,
        };
        question.problem()
    }

    /// As [`Evaluation::ask`], once for each pathway and nation that the plan leaves open and in which the same
    /// picks count: elsewhere others would count beside them, or instead.
    pub(super) fn ask_where_same_counts(&self) -> Vec<Problem> {
        let others = self.others.iter().zip(&self.same_counts);
        let others = others.filter_map(|(other, same)| same.then_some(other));
        let set: Vec<usize> = self.counted.iter().map(|(index, _)| *index).collect();
        let all = std::iter::once(&self.compiled).chain(others);
        all.map(|compiled| self.ask_of(compiled, &set, Role::Free))
            .collect()
    }

    /// Leaves out the pathways and nations that the plan is not judged by.
    pub(super) fn only_as_judged(&mut self) {
        self.others.clear();
        self.same_counts.clear();
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
    pub(super) fn displacements(&self) -> (Vec<Problem>, bool) {
        let picks = picked(self.qualification(), self.plan);
        let all = std::iter::once(&self.compiled).chain(&self.others);
        let asides = all.map(|compiled| displacement(compiled, &self.closed, &picks, |_| {}));
        let asides: Vec<Option<Displacement>> = asides.collect();
        let whole = asides.iter().all(Option::is_some);
        let problems = asides.into_iter().flatten().map(|aside| aside.problem);
        (problems.collect(), whole)
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

    /// Those of some units that do not count though they are picked and open: other picks keep them from
    /// it.
    pub(super) fn kept_out<'b>(
        &self,
        missing: impl IntoIterator<Item = &'b UnitCode>,
    ) -> Vec<UnitCode> {
        let mut all: Vec<UnitCode> = Vec::new();
        for code in missing {
            if self.plan.pick(code).is_some() && !self.is_closed(code) && !all.contains(code) {
                all.push(code.clone());
            }
        }
        all
    }

    /// True where this unit is closed to this learner, whatever else is picked.
    pub(super) fn is_closed(&self, code: &UnitCode) -> bool {
        let index = self.qualification().unit_index(code);
        index.is_none_or(|index| self.closed[index].is_some())
    }
}
