//! Some rules by themselves: whether they can be met, and which cannot be met together.

use super::judge::Case;
use crate::solve::{Found, Limit, Problem, Role, possible};

impl Case<'_> {
    /// Whether these rules alone can still be met with all that counts kept.
    pub(super) fn possible_alone(&self, rules: &[usize], limit: &mut Limit) -> Found<bool> {
        let mut problem = self.ask(Role::Free);
        self.fix_groups(&mut problem);
        problem.ignored = self.ignored(|rule| rules.contains(&rule));
        possible(&problem, limit)
    }

    /// The rules that collide: each could be met, and not all of these together. As few as leaving
    /// one out after the other gives.
    pub(super) fn collision(&self, limit: &mut Limit) -> Vec<usize> {
        let asking = self
            .compiled
            .rules
            .iter()
            .filter(|rule| !rule.asking.is_empty());
        let mut rules: Vec<usize> = asking.map(|rule| rule.rule).collect();
        for rule in rules.clone() {
            let without: Vec<usize> = rules
                .iter()
                .copied()
                .filter(|other| *other != rule)
                .collect();
            let found = self.possible_alone(&without, limit);
            if found.fully_searched && !found.answer {
                rules = without;
            }
        }
        rules
    }

    pub(super) fn fix_groups(&self, problem: &mut Problem) {
        for (item, way) in &self.counted {
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
