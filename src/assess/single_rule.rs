//! Some rules by themselves: whether they can be met, and which cannot be met together.

use super::displacement::displacement;
use super::evaluation::Evaluation;
use super::picks::picked;
use crate::solve::{Found, Limit, Problem, Role, possible};

impl Evaluation<'_> {
    /// Whether a rule alone can still be met by adding units, in whatever groups units count.
    pub(super) fn can_be_met_by_itself(&self, rule: usize, limit: &mut Limit) -> Found<bool> {
        self.possible_of(|other| other == rule, limit)
    }

    /// The rules that collide: each could be met, and not all of these together, wherever units of
    /// several groups count. As few as leaving one out after the other gives.
    pub(super) fn collision(&self, limit: &mut Limit) -> Found<Vec<usize>> {
        let asking = self
            .compiled
            .rules
            .iter()
            .filter(|rule| !rule.asking.is_empty());
        let mut rules: Vec<usize> = asking.map(|rule| rule.rule).collect();
        let mut fully_searched = true;
        for rule in rules.clone() {
            let without: Vec<usize> = rules
                .iter()
                .copied()
                .filter(|other| *other != rule)
                .collect();
            let found = self.possible_of(|rule| without.contains(&rule), limit);
            fully_searched &= found.fully_searched;
            if found.fully_searched && !found.answer {
                rules = without;
            }
        }
        Found {
            answer: rules,
            fully_searched,
        }
    }

    /// Whether adding units can meet the wanted ones of the rules, whatever the others ask for: with all
    /// that counts kept, or else with picks displaced.
    fn possible_of(&self, wanted: impl Fn(usize) -> bool, limit: &mut Limit) -> Found<bool> {
        let ignored = self.ignored(wanted);
        let mut problem = self.ask(Role::Free);
        problem.ignored.clone_from(&ignored);
        let found = possible(&problem, limit);
        if found.answer || !self.may_displace() {
            return found;
        }
        let picks = picked(self.qualification(), self.plan);
        let change = |problem: &mut Problem| problem.ignored = ignored;
        match displacement(&self.compiled, &self.closed, &picks, change) {
            Some(aside) => aside.possible(&self.compiled, limit),
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::assess::State;
    use crate::assess::forms::testing::judged;

    #[test]
    fn rules_that_collide_are_named_and_no_others() {
        // One asks for 15 credits from the second group, one lets no more than 14 be taken in all.
        let rules = json!([
            {"kind": "amount", "group": "two", "measure": "credits", "at_least": 15},
            {"kind": "amount", "measure": "units", "at_least": 1},
            {"kind": "amount", "measure": "credits", "at_most": 14},
        ]);
        let found = judged(&rules, &[]);
        let states: Vec<State> = found.judgements.iter().map(|one| one.state).collect();
        assert_eq!(states, [State::Open, State::Open, State::Met]);
        let names: Vec<&str> = found
            .collision
            .iter()
            .map(crate::qualification::RuleId::as_str)
            .collect();
        assert_eq!(
            (found.state, names),
            (State::Broken, vec!["rule-0", "rule-2"])
        );
    }

    #[test]
    fn nothing_collides_where_one_rule_is_broken_by_itself() {
        let rules = json!([{"kind": "amount", "measure": "credits", "at_most": 2}]);
        assert_eq!(judged(&rules, &["C"]).collision, []);
    }
}
