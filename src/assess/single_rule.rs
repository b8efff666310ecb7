//! A rule by itself: whether it can be met, whatever the others ask for.

use super::displacement::displacement;
use super::evaluation::Evaluation;
use super::picks::picked;
use crate::solve::{Found, Limit, Problem, Role, possible};

impl Evaluation<'_> {
    /// Whether a rule alone can still be met by adding units, in whatever groups units count.
    /// With all that counts kept, or else with picks displaced.
    pub(super) fn can_be_met_by_itself(&self, rule: usize, limit: &mut Limit) -> Found<bool> {
        let ignored = self.ignored(|other| other == rule);
        let mut problem = self.ask(Role::Free);
        problem.ignored.clone_from(&ignored);
        let found = possible(&problem, limit);
        if found.answer || !self.may_displace() {
            return found;
        }
        let picks = picked(self.qualification(), self.plan);
        let change = |problem: &mut Problem| problem.ignored = ignored;
        match displacement(&self.compiled, &self.closed, &picks, change) {
            Some(aside) => possible(&aside.problem, limit),
            None => Found {
                answer: false,
                fully_searched: false,
            },
        }
    }

    /// Lets each of these units that count do so only in the group that was chosen.
    pub(super) fn fix_groups_of(&self, problem: &mut Problem, which: impl Fn(usize) -> bool) {
        for (item, way) in self.counted.iter().filter(|(item, _)| which(*item)) {
            if problem.ways(*item) > 1 {
                let mut only = problem.kinds[problem.items[*item].kind].clone();
                only.options = vec![only.options[*way].clone()];
                problem.kinds.push(only);
                problem.items[*item].kind = problem.kinds.len() - 1;
            }
        }
    }

    /// All counters but those of the rules that are wanted and of those on what counts.
    pub(super) fn ignored(&self, wanted: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut ignored = vec![true; self.compiled.problem.counters.len()];
        for rule in &self.compiled.rules {
            let asking = rule.asking.iter().filter(|_| wanted(rule.rule));
            for counter in asking.chain(&rule.counting) {
                ignored[*counter] = false;
            }
        }
        ignored
    }
}
