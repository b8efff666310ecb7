//! The engine: where a plan stands against the rules of combination.
//!
//! [`assess`] takes a qualification, a plan and the day, and returns a value: totals of what is
//! picked and of what is counted, and one judgement a rule. It never fails, because an unfinished
//! plan is no error, and it has no clock: the caller says what day it is.
//!
//! **Picked is not counted.** A picked unit counts unless there is a reason why not
//! ([`NotCounted`]): the qualification does not take it, it is closed to this learner, or another pick
//! bars it. No unit is ever left uncounted to stay below a maximum; a plan over its maximum breaks that rule.
//!
//! Where the rules do not let all picks count side by side, what counts is chosen so that the plan
//! stands best; between equals by the most of what the totals are in, then by the earliest in the file.
//!
//! **The states.** A plan is [`State::Met`], [`State::Open`] (adding units can meet all rules together
//! with nothing taken out) or [`State::Broken`] (it cannot: something has to go, or the units left are
//! too few). They are told apart exactly, by search over all rules together. Where a search stopped
//! before it had proved one of them, the plan is [`State::NotKnown`]. Each rule is judged by itself in
//! the same states; where each could be met, but not all together, [`Assessment::collision`] names
//! rules that collide, with those among them that only say which units are open or count side by side.
//!
//! A plan is open if there is a valid combination (in which every unit counts and every rule is met)
//! that leaves no room for the picks that it does not have, with each of its units in some group, so that
//! with it added exactly its units may count. Mostly it has all picks that count now; where only one does that displaces a pick, the plan is
//! open by that. An open plan is judged by the completion with the fewest units, then credits, then
//! hours: by its pathway and nation, and in the groups in which units count there. So no rule is said
//! to miss more than that completion brings.
//!
//! Findings are numbers and names. The sentences about them are made in `wording`.

mod applies;
mod builder;
mod closed;
mod collision;
mod compile;
mod compiled;
mod complete;
mod completion;
mod conflict;
mod costs;
mod counted;
mod credited;
mod displacement;
mod effective;
mod evaluation;
mod fill;
mod finding;
mod forms;
mod group_assignment;
mod judge;
mod ladder;
mod loosen;
mod measure;
mod model;
mod not_counted;
mod outlook;
mod picks;
mod precedence;
mod provisional;
mod quick;
mod repair;
mod repair_problem;
mod repair_search;
mod select;
mod single_rule;
mod totals;
mod unit_status;
mod verdict;
mod what_if;

pub use complete::{Aim, complete, count};
pub use completion::Completion;
use credited::credited;
pub use effective::{Effective, effective};
pub use fill::{Wishes, fill};
pub use finding::{Finding, OfSubject};
pub use forms::choice::sets_to_take;
pub use ladder::{Rung, ladder};
pub use loosen::Choice;
pub use model::{
    Assessment, Collisions, Context, GroupTotals, Judgement, NODES, NODES_OF_A_TICK, Notice,
    PickedUnit, PlanHours, State, Totals,
};
pub use not_counted::{NotCounted, UnitStatus};
pub use outlook::{Outlook, outlook};
pub use picks::picks_of;
pub use provisional::provisional;
pub use quick::Judge;
pub use repair::{Repair, Repairs, repair};
pub use what_if::{AssessmentChange, RuleChange, UnitChange, what_if};

pub use crate::solve::{ByRows, Found, Limit, Natural};

use crate::plan::Plan;
use crate::qualification::Qualification;

/// Judges a plan.
#[must_use]
pub fn assess(qualification: &Qualification, plan: &Plan, context: &Context) -> Assessment {
    let limit = &mut Limit::nodes(NODES_OF_A_TICK);
    assess_within(qualification, plan, context, limit)
}

/// Judges a plan with a search of no more nodes than `limit` has.
#[must_use]
pub fn assess_within(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    limit: &mut Limit,
) -> Assessment {
    let given = *limit;
    let qualification = &*credited(qualification, plan);
    let evaluation = judge::evaluate(qualification, plan, *context, limit);
    let unit_statuses = unit_status::unit_statuses(&evaluation, plan, *context);
    let units: Vec<PickedUnit> = picks_of(qualification, plan)
        .into_iter()
        .map(|pick| totals::picked_unit(&evaluation, &unit_statuses, pick))
        .collect();
    let known = picks::picked(qualification, plan).into_iter();
    let picked: Totals = known
        .clone()
        .map(|index| &qualification.units[index])
        .collect();
    let totals: Totals = evaluation
        .counted
        .iter()
        .map(|(index, _)| &qualification.units[*index])
        .collect();
    let judgements = evaluation.judgements(limit);
    let mut fully_searched = evaluation.fully_searched && judgements.fully_searched;
    let judgements = judgements.answer;
    let each_could = judgements
        .iter()
        .all(|judgement| judgement.state != State::Broken);
    let collide = evaluation.state == State::Broken && each_could && fully_searched;
    let collision = if let Some(collisions) = context.collisions.filter(|_| collide) {
        let rules = (collisions.search)(qualification, plan, *context, given, limit);
        fully_searched = rules.fully_searched;
        let rules = rules.answer.into_iter();
        rules
            .map(|place| qualification.rules[place].id.clone())
            .collect()
    } else {
        Vec::new()
    };
    Assessment {
        state: evaluation.state,
        picked,
        counted: totals,
        exempt: totals::exempt(&evaluation, plan),
        achieved: totals::achieved(&evaluation, plan),
        hours: totals::plan_hours(qualification, totals),
        groups: totals::group_totals(&evaluation, plan),
        judgements,
        units,
        unit_statuses,
        collision,
        pathway: evaluation.compiled.pathway.cloned(),
        nation: evaluation.compiled.nation.cloned(),
        fully_searched,
        endorsements: totals::endorsements(&evaluation),
        notices: totals::notices(qualification, plan, *context),
    }
}
