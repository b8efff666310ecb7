//! Rules that cannot be met together.
//!
//! A rule that is left out is left out whole: what it closes is open then, and what it bars or does
//! not count counts. So a rule that only says which units are open or count side by side belongs to
//! what collides as well, where the others could be met without it.
//!
//! Example: one of A and B is asked for, one of A and C, B bars C, and A is closed to this learner. All
//! four collide, and three of them do not.

use super::closed::{Closed, closed_by, closes, unlisted};
use super::compile::compile_to_leave_out;
use super::compiled::{Compiled, Question};
use super::displacement::{displacement, may_displace};
use super::evaluation::Evaluation;
use super::judge::evaluate;
use super::model::{Collisions, Context};
use super::picks::picked;
use super::select::groups_by_unit;
use crate::plan::Plan;
use crate::qualification::Qualification;
use crate::solve::{Found, Limit, Role, possible};

impl Collisions {
    /// The search.
    #[must_use]
    pub const fn new() -> Self {
        Self { search: colliding }
    }
}

impl Default for Collisions {
    fn default() -> Self {
        Self::new()
    }
}

/// Judges the plan once more, as it was judged within `given`: this is rarely asked, and what is asked at each tick
/// need not know it then.
fn colliding(
    qualification: &Qualification,
    plan: &Plan,
    context: Context,
    mut given: Limit,
    limit: &mut Limit,
) -> Found<Vec<usize>> {
    evaluate(qualification, plan, context, &mut given).collision(context, limit)
}

impl Evaluation<'_> {
    /// Rules that cannot be met together with what counts kept, wherever units of several groups count;
    /// without any one of them the others can. It is asked of a plan of which it is known that all rules
    /// together cannot be met. Where the search stopped, some of them may not be needed.
    pub(super) fn collision(&self, context: Context, limit: &mut Limit) -> Found<Vec<usize>> {
        let whole = compile_to_leave_out(
            self.qualification(),
            self.plan,
            context,
            (self.compiled.pathway, self.compiled.nation),
        );
        let all = whole.rules.iter();
        let (asking, silent): (Vec<usize>, Vec<usize>) = (
            all.clone()
                .filter(|rule| !rule.asking.is_empty())
                .map(|rule| rule.rule)
                .collect(),
            all.filter(|rule| {
                let form = &self.qualification().rules[rule.rule].form;
                let silent = rule.asking.is_empty();
                silent && (!rule.counting.is_empty() || closes(form, self.plan, context).is_some())
            })
            .map(|rule| rule.rule)
            .collect(),
        );
        let mut fully_searched = true;
        let moving = self.moving();
        let unlisted = unlisted(self.qualification());
        let mut collide = |rules: &[usize]| {
            let asked = |rule| rules.contains(&rule);
            let qualification = self.qualification();
            let closed = closed_by(unlisted.clone(), qualification, self.plan, context, asked);
            let moves = moving.iter().any(|pick| closed[*pick].is_none());
            let found = self.possible_of(&whole.only(rules), &closed, moves, limit);
            fully_searched &= found.fully_searched;
            found.fully_searched && !found.answer
        };
        // Mostly none of those is needed that ask for nothing.
        let mut rules = if silent.is_empty() || collide(&asking) {
            asking
        } else {
            asking.into_iter().chain(silent).collect()
        };
        // A pick that a rule displaced may come back where the rule goes: then another that was needed
        // before it went may not be needed after.
        let mut number = usize::MAX;
        while rules.len() < number {
            number = rules.len();
            for rule in rules.clone() {
                let mut without = rules.clone();
                without.retain(|other| *other != rule);
                if collide(&without) {
                    rules = without;
                }
            }
        }
        rules.sort_unstable();
        Found {
            answer: rules,
            fully_searched,
        }
    }

    /// The picks that may count in several groups.
    fn moving(&self) -> Vec<usize> {
        let qualification = self.qualification();
        let groups = groups_by_unit(qualification);
        let moves = |pick: &usize| {
            let own = groups[*pick];
            let code = &qualification.units[*pick].code;
            let named = self.plan.pick(code).and_then(|pick| pick.group.as_ref());
            let is_named = |group: usize| Some(&qualification.groups[group].id) == named;
            own.number() > 1 && !own.places().any(is_named)
        };
        let mut picks = picked(qualification, self.plan);
        picks.retain(moves);
        picks
    }

    /// Whether adding units can meet these rules where there are no others: with all that counts kept,
    /// or else with picks displaced. Where a pick `moves`, another may have room that it has not where
    /// the plan stands best: all that counts need not be kept then.
    fn possible_of(
        &self,
        only: &Compiled<'_>,
        closed: &[Option<Closed>],
        moves: bool,
        limit: &mut Limit,
    ) -> Found<bool> {
        let picks = picked(self.qualification(), self.plan);
        if !moves {
            let counted: Vec<usize> = self.counted.iter().map(|(index, _)| *index).collect();
            let kept = Question {
                compiled: only,
                closed,
                picks: &[],
                set: &counted,
                others: Role::Free,
            };
            let found = possible(&kept.with_roles(), limit);
            if found.answer || !may_displace(only, closed, &picks) {
                return found;
            }
        }
        match displacement(only, closed, &picks, |_| {}) {
            Some(aside) => possible(&aside.problem, limit),
            None => Found {
                answer: false,
                fully_searched: false,
            },
        }
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
    fn what_closes_and_what_bars_collides_with_what_asks() {
        // B or C could be taken each, and A for both.
        let rules = |closed: &str| {
            json!([
                {"kind": "amount", "measure": "credits", "at_least": 2},
                {"kind": "choice", "options": [["A"], ["B"]]},
                {"kind": "registration", "unit": "A", "closed_from": closed},
                {"kind": "choice", "options": [["A"], ["C"]]},
                {"kind": "registration", "unit": "F", "closed_from": "2020-01-01"},
                {"kind": "bars", "unit": "D", "units": ["E"]},
                {"kind": "bars", "unit": "C", "units": ["B"]},
            ])
        };
        let collision = |rules: &serde_json::Value, picks: &[&str]| {
            let found = judged(rules, picks).collision.into_iter();
            found.map(|rule| rule.to_string()).collect::<Vec<String>>()
        };
        let all = ["rule-1", "rule-2", "rule-3", "rule-6"];
        assert_eq!(collision(&rules("2020-01-01"), &[]), all);
        assert_eq!(collision(&rules("2020-01-01"), &["A", "D"]), all);
        assert_eq!(collision(&rules("2099-01-01"), &[]), [""; 0]);
    }

    #[test]
    fn what_is_counted_in_part_of_the_groups_collides_with_what_asks() {
        let rules = json!([
            {"kind": "amount", "group": "two", "measure": "credits", "at_most": 5, "surplus": "not-counted"},
            {"kind": "amount", "group": "one", "measure": "credits", "at_most": 4},
            {"kind": "amount", "measure": "credits", "at_least": 10},
        ]);
        let found = judged(&rules, &[]);
        let names: Vec<&str> = found
            .collision
            .iter()
            .map(crate::qualification::RuleId::as_str)
            .collect();
        assert_eq!(names, ["rule-0", "rule-1", "rule-2"]);
    }

    #[test]
    fn nothing_collides_where_one_rule_is_broken_by_itself() {
        let rules = json!([{"kind": "amount", "measure": "credits", "at_most": 2}]);
        assert_eq!(judged(&rules, &["C"]).collision, []);
    }
}
