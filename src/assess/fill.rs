//! The best ways to complete a plan under a learner's wishes.
//!
//! A wish is asked as a rule of combination beside those of the qualification, so that a way is found and proved as any
//! completion is. So is the next way: it may not have all that an earlier one adds, for who takes those units is done.

use std::sync::Arc;

use super::complete::{Aim, complete};
use super::completion::Completion;
use super::model::Context;
use crate::plan::{Action, Plan};
use crate::qualification::{Date, Form, Qualification, Rule, RuleId, Source, UnitCode, When};
use crate::solve::{Found, Limit};

/// What a learner wishes of the ways to complete a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Picked units that a way may go without.
    pub released: Vec<UnitCode>,
    /// Units that every way has.
    pub kept: Vec<UnitCode>,
    /// Units that no way has.
    pub left_out: Vec<UnitCode>,
}

/// The best ways to complete a plan so, the best first, none of which holds another; and whether each is proven the
/// best of those that were left. Fewer than `number` where there are no more.
///
/// With [`Aim::Preferred`] they are those that are nearest to the plan: that take out the fewest picks and add the fewest
/// units.
#[must_use]
pub fn fill(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    aim: Aim,
    wishes: &Wishes,
    number: usize,
    limit: &mut Limit,
) -> Found<Vec<Completion>> {
    let mut asked = qualification.clone();
    let rules = Arc::make_mut(&mut asked.rules);
    rules.extend(wishes.rules().filter_map(rule));
    let base = wishes.base(plan, qualification, aim);
    let mut ways: Vec<Completion> = Vec::new();
    let mut fully_searched = true;
    while ways.len() < number {
        let found = complete(&asked, &base, context, aim, 1, limit);
        fully_searched &= found.fully_searched;
        let Some(way) = found.answer.into_iter().next() else {
            break;
        };
        let more = way.added.clone();
        ways.push(of_plan(way, plan, &base));
        let Some(most) = more.len().checked_sub(1) else {
            // Nothing has to be added.
            break;
        };
        let rules = Arc::make_mut(&mut asked.rules);
        rules.extend(
            u32::try_from(most)
                .ok()
                .and_then(|most| rule(Form::some_of(more, None, Some(most))?)),
        );
    }
    Found {
        answer: ways,
        fully_searched,
    }
}

impl Wishes {
    /// The wishes as rules of combination.
    fn rules(&self) -> impl Iterator<Item = Form> + '_ {
        let kept = self.kept.iter();
        let kept = kept.filter_map(|unit| Form::some_of(vec![unit.clone()], Some(1), None));
        let left_out = &self.left_out;
        let left_out =
            (!left_out.is_empty()).then(|| Form::some_of(left_out.clone(), None, Some(0)));
        kept.chain(left_out.flatten())
    }

    /// The plan that is to be completed: without what may go.
    fn base(&self, plan: &Plan, of: &Qualification, aim: Aim) -> Plan {
        let picks = plan.picks().iter().map(|pick| pick.code.clone());
        let may_go = |code: &UnitCode| self.released.contains(code) || self.left_out.contains(code);
        let (out, in_it): (Vec<UnitCode>, Vec<UnitCode>) = picks.partition(may_go);
        let mut base = plan.clone().after(Action::Change {
            out,
            into: self.kept.clone(),
        });
        if aim == Aim::Preferred {
            base.wished = in_it;
            base.wished.extend(self.released.iter().cloned());
            let others = of.units.iter().map(|unit| unit.code.clone());
            base.avoided = others.filter(|code| plan.pick(code).is_none()).collect();
        }
        base
    }
}

/// A completion of what was to be completed, as one of the plan itself.
fn of_plan(mut way: Completion, plan: &Plan, base: &Plan) -> Completion {
    let goes = |code: &UnitCode| base.pick(code).is_none() && !way.units.contains(code);
    let picks = plan.picks().iter().map(|pick| &pick.code);
    let gone: Vec<UnitCode> = picks.filter(|code| goes(code)).cloned().collect();
    way.instead.extend(gone);
    let kept = base.picks().iter().map(|pick| &pick.code);
    let new = way.added.iter().chain(kept);
    let new = new.filter(|code| plan.pick(code).is_none());
    way.added = new.cloned().collect();
    way.added
        .sort_unstable_by_key(|code| way.units.iter().position(|unit| unit == code));
    way
}

/// A wish as a rule. It is never shown: its name and source are read by nobody.
fn rule(form: Form) -> Option<Rule> {
    Some(Rule {
        id: RuleId::new("wish")?,
        when: When::default(),
        form,
        source: Source {
            document: String::new(),
            heading: String::new(),
            checked: Date::new(2000, 1, 1)?,
        },
        note: None,
    })
}
