//! What the rules together leave to each group: “your other rules force at least 19 credits here”.
//!
//! It does not depend on the picks, only on the day of registration, the pathway and the nation, and
//! on how picked units are earned.

use super::closed::closed_units;
use super::compile::compile;
use super::compiled::Compiled;
use super::credited::credited;
use super::model::{Assessment, Context};
use crate::plan::Plan;
use crate::qualification::{GroupId, Qualification};
use crate::solve::{Limit, Problem, Role, possible};

/// The fewest and the most of a group that any valid combination has, in the qualification's own
/// [measure](Qualification::measure).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// The group.
    pub group: GroupId,
    /// The least, and the most; `None` where there is no valid combination, and where they were not
    /// found out.
    pub range: Option<(u32, u32)>,
    /// False where the search stopped at its limit.
    pub fully_searched: bool,
}

impl Assessment {
    /// The plan with the pathway and nation that it is judged by, as if it had chosen them.
    #[must_use]
    pub fn as_judged(&self, plan: &Plan) -> Plan {
        let mut plan = plan.clone();
        plan.pathway.clone_from(&self.pathway);
        plan.nation.clone_from(&self.nation);
        plan
    }
}

/// The effective bounds of each group, in the order of the qualification.
#[must_use]
pub fn effective(
    qualification: &Qualification,
    plan: &Plan,
    context: &Context,
    limit: &mut Limit,
) -> Vec<Effective> {
    let qualification = &*credited(qualification, plan);
    let closed = closed_units(qualification, plan, *context);
    let measure = qualification.measure();
    let mut problems: Vec<(Problem, Compiled<'_>)> = compile(qualification, plan, *context)
        .into_iter()
        .map(|compiled| (compiled.problem.clone(), compiled))
        .collect();
    for (problem, _) in &mut problems {
        for (item, closed) in problem.items.iter_mut().zip(&closed) {
            item.role = if closed.is_some() {
                Role::Never
            } else {
                Role::Free
            };
        }
    }
    let mut all = Vec::new();
    for (place, group) in qualification.groups.iter().enumerate() {
        let mut fully_searched = true;
        let mut fits = |least: Option<i64>, most: Option<i64>| {
            problems.iter().any(|(problem, compiled)| {
                if limit.is_used_up() {
                    fully_searched = false;
                    return false;
                }
                let counter = compiled.group_totals[place];
                let mut problem = problem.clone();
                problem.ignored[counter] = false;
                problem.counters[counter].least = least;
                problem.counters[counter].most = most;
                let found = possible(&problem, limit);
                fully_searched &= found.fully_searched || found.answer;
                found.answer
            })
        };
        let in_all: i64 = qualification
            .units
            .iter()
            .map(|unit| i64::from(unit.amount(measure)))
            .sum();
        let range = fits(None, None).then(|| {
            // Whatever keeps within a limit keeps within a larger one.
            let (mut below, mut least) = (-1, in_all);
            while least - below > 1 {
                let middle = below.midpoint(least);
                if fits(None, Some(middle)) {
                    least = middle;
                } else {
                    below = middle;
                }
            }
            let (mut most, mut above) = (least, in_all + 1);
            while above - most > 1 {
                let middle = most.midpoint(above);
                if fits(Some(middle), None) {
                    most = middle;
                } else {
                    above = middle;
                }
            }
            (to_number(least), to_number(most))
        });
        all.push(Effective {
            group: group.id.clone(),
            range: range.filter(|_| fully_searched),
            fully_searched,
        });
    }
    all
}

fn to_number(amount: i64) -> u32 {
    u32::try_from(amount).unwrap_or(u32::MAX)
}
