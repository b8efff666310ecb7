//! A broken plan and the problems that its repairs are looked for in.

use super::closed::closed_units;
use super::compile::compile;
use super::compiled::{Compiled, Question};
use super::evaluation::Evaluation;
use super::forms::condition;
use super::model::Context;
use super::picks::picked;
use super::repair_problem::RepairVariant;
use crate::plan::{Action, Plan};
use crate::qualification::Qualification;
use crate::solve::{Problem, Role};

pub(super) struct RepairSearch<'a> {
    pub(super) plan: &'a Plan,
    pub(super) context: &'a Context,
    /// The qualification as its file has it: what comes is studied, and brings its credit.
    pub(super) qualification: &'a Qualification,
    /// The picked units that count.
    pub(super) counted: Vec<usize>,
    /// The picked units that are open.
    pub(super) picks: Vec<usize>,
    /// One for each pathway and nation.
    pub(super) variants: Vec<RepairVariant>,
}

impl<'a> RepairSearch<'a> {
    pub(super) fn new(
        evaluation: &Evaluation<'_>,
        qualification: &'a Qualification,
        plan: &'a Plan,
        context: &'a Context,
    ) -> Self {
        let picks: Vec<usize> = picked(qualification, plan)
            .into_iter()
            .filter(|index| evaluation.closed[*index].is_none())
            .collect();
        let bare = plan.clone().after(Action::Clear);
        let closed = closed_units(qualification, &bare, *context);
        let mut order: Vec<Compiled<'_>> = compile(qualification, &bare, *context);
        // As in the evaluation: the pathway and nation that were chosen first.
        let is_chosen = |one: &Compiled<'_>| {
            one.pathway == evaluation.compiled.pathway && one.nation == evaluation.compiled.nation
        };
        order.sort_by_key(|one| !is_chosen(one));
        let mut fresh: Vec<Problem> = order.into_iter().map(|one| one.problem).collect();
        for problem in &mut fresh {
            for (item, closed) in problem.items.iter_mut().zip(&closed) {
                if closed.is_some() {
                    item.role = Role::Never;
                }
            }
        }
        let all = std::iter::once(&evaluation.compiled).chain(&evaluation.others);
        let variants = all.zip(fresh).map(|(compiled, fresh)| RepairVariant {
            problem: Question {
                compiled,
                closed: &evaluation.closed,
                picks: &[],
                set: &[],
                others: Role::Free,
            }
            .with_roles(),
            counting: compiled.counting().collect(),
            precedence: compiled.precedence.clone(),
            fresh,
            ask_for_ticks: condition::not_ticked(compiled, plan)
                .collect::<Option<Vec<_>>>()
                .map(|units| units.concat()),
        });
        Self {
            plan,
            context,
            qualification,
            counted: evaluation.counted.iter().map(|(index, _)| *index).collect(),
            picks,
            variants: variants.collect(),
        }
    }
}
