//! The rules in force as counters, and problems made of them. `compile` makes the counters.

use std::rc::Rc;

use super::closed::Closed;
use super::precedence::Precedence;
use super::select::Groups;
use crate::qualification::{Qualification, VariantId};
use crate::solve::{Problem, Role};

/// The rules in force for one choice of pathway and nation, as counters.
pub(super) struct Compiled<'a> {
    pub(super) qualification: &'a Qualification,
    pub(super) pathway: Option<&'a VariantId>,
    pub(super) nation: Option<&'a VariantId>,
    /// Counters, kinds, and one item a unit, in the order of the qualification's units; all free.
    pub(super) problem: Problem,
    /// For each kind and each of its options the group in which the unit counts.
    pub(super) groups: Vec<Vec<Option<usize>>>,
    /// For each unit the groups that it may be chosen from.
    pub(super) of_groups: Rc<[Groups]>,
    /// For each group a counter of its credits, without bounds and left out of account.
    pub(super) group_totals: Vec<usize>,
    /// What belongs to each rule in force, in the order of the rules.
    pub(super) rules: Vec<RuleCounters>,
    /// Which units make way for which.
    pub(super) precedence: Precedence,
}

/// The counters of one rule.
#[derive(Clone)]
pub(super) struct RuleCounters {
    /// The rule's place in the qualification.
    pub(super) rule: usize,
    /// The counters of what it asks for. Those with bounds are the rule; the others add to them.
    pub(super) asking: Vec<usize>,
    /// The counters of what counts side by side.
    pub(super) counting: Vec<usize>,
}

impl Compiled<'_> {
    /// The counters that say which units count side by side.
    pub(super) fn counting(&self) -> impl Iterator<Item = usize> {
        self.rules
            .iter()
            .flat_map(|rule| rule.counting.iter().copied())
    }

    /// The same with the rules at these places and no others.
    pub(super) fn only(&self, places: &[usize]) -> Self {
        let kept = self.rules.iter();
        let kept = kept.filter(|rule| places.contains(&rule.rule));
        let rules: Vec<RuleCounters> = kept.cloned().collect();
        let mut problem = self.problem.clone();
        problem.ignored = vec![true; problem.counters.len()];
        for counter in rules
            .iter()
            .flat_map(|rule| rule.asking.iter().chain(&rule.counting))
        {
            problem.ignored[*counter] = false;
        }
        let in_force = rules
            .iter()
            .filter_map(|rule| self.qualification.rules.get(rule.rule));
        Self {
            precedence: Precedence::new(self.qualification, in_force),
            problem,
            groups: self.groups.clone(),
            of_groups: Rc::clone(&self.of_groups),
            group_totals: self.group_totals.clone(),
            rules,
            ..*self
        }
    }

    /// For each kind of unit whether some rule says if such a unit counts beside others.
    pub(super) fn barring(&self) -> Vec<bool> {
        let counting: Vec<usize> = self.counting().collect();
        let kinds = self.problem.kinds.iter();
        let touched = kinds.map(|kind| kind.options.iter().flatten());
        touched
            .map(|mut touched| touched.any(|(counter, _)| counting.contains(counter)))
            .collect()
    }

    /// True for a unit of which some rule says whether it counts beside others.
    pub(super) fn may_bar(&self, index: usize) -> bool {
        let kind = &self.problem.kinds[self.problem.items[index].kind];
        let mut effects = kind.options.iter().flatten();
        effects.any(|(touched, _)| self.counting().any(|counter| counter == *touched))
    }

    /// True where one of these units, of which some rule says whether it counts beside others, may
    /// count in several groups: then what has room beside it depends on where it counts.
    pub(super) fn may_move(&self, picks: &[usize]) -> bool {
        let mut several = picks.iter().filter(|pick| self.problem.ways(**pick) > 1);
        several.any(|pick| self.may_bar(*pick))
    }
}

/// Which picks have to be chosen by one pathway and nation, and what may be chosen beside them.
#[derive(Clone, Copy)]
pub(super) struct Question<'a, 'q> {
    pub(super) compiled: &'a Compiled<'q>,
    /// For each unit why it is closed to this learner, if it is: then it cannot be chosen.
    pub(super) closed: &'a [Option<Closed>],
    /// Picks that cannot be chosen, unless they are of the set.
    pub(super) picks: &'a [usize],
    /// What has to be chosen.
    pub(super) set: &'a [usize],
    /// The role of all others.
    pub(super) others: Role,
}

impl Question<'_, '_> {
    /// The problem with these roles, whatever room that leaves to the picks that cannot be chosen.
    pub(super) fn with_roles(self) -> Problem {
        let mut problem = self.compiled.problem.clone();
        for (item, closed) in problem.items.iter_mut().zip(self.closed) {
            item.role = if closed.is_some() {
                Role::Never
            } else {
                self.others
            };
        }
        for (places, role) in [(self.picks, Role::Never), (self.set, Role::Must)] {
            for place in places {
                problem.items[*place].role = role;
            }
        }
        problem
    }
}
