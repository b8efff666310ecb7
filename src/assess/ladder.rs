//! The same units and dates against other qualifications: where would they lead?

use super::complete::{completion, few_units_then_credits, nearest};
use super::judge::Case;
use super::totals::notices;
use super::{Context, Notice, State};
use crate::plan::Plan;
use crate::qualification::{Measure, Qualification, QualificationId, UnitCode, VariantId};
use crate::solve::{Cost, Limit};

/// How a plan's units stand to one qualification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The qualification.
    pub qualification: QualificationId,
    /// How the units stand to its rules.
    pub state: State,
    /// The pathway by which they stand so: the plan's, or the one that fits best.
    pub pathway: Option<VariantId>,
    /// The nation by which they stand so.
    pub nation: Option<VariantId>,
    /// What else to know: days of registration and certification that do not fit.
    pub notices: Vec<Notice>,
    /// The fewest credits that any completion still adds; `None` where there is none.
    pub credits_short: Option<u32>,
    /// The units that this completion adds.
    pub missing: Vec<UnitCode>,
    /// The units that count now and that it displaces.
    pub instead: Vec<UnitCode>,
    /// How many of the picked units count.
    pub counted: usize,
    /// False where a search stopped at its limit.
    pub fully_searched: bool,
}

/// The units, dates and ways of earning of a plan against each qualification, the best first: the
/// met ones, then those that can be met by the fewest credits, then the rest. Each search may look at
/// so many nodes.
#[must_use]
pub fn ladder<'a>(
    qualifications: impl IntoIterator<Item = &'a Qualification>,
    plan: &Plan,
    context: &Context,
    nodes: u64,
) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = qualifications
        .into_iter()
        .map(|qualification| rung(qualification, plan, *context, nodes))
        .collect();
    rungs.sort_by_key(|rung| (rung.state, rung.credits_short.unwrap_or(u32::MAX)));
    rungs
}

fn rung(qualification: &Qualification, plan: &Plan, context: Context, nodes: u64) -> Rung {
    let mut plan = plan.clone();
    plan.qualification = qualification.id.clone();
    let mut limit = Limit::nodes(nodes);
    let mut case = Case::new(qualification, &plan, context, &mut limit);
    // What is missing is told beside the pathway that it is missing on.
    case.only_as_judged();
    let measure = qualification.measure();
    let costs: Vec<Cost> = qualification
        .units
        .iter()
        .map(|unit| Cost {
            main: i64::from(unit.amount(measure)),
            tie: few_units_then_credits(unit),
        })
        .collect();
    let found = nearest(&case, &costs, 1, &mut limit);
    let nearest = found.answer.first().map(|set| completion(&case, set));
    let now: u32 = case
        .counted
        .iter()
        .map(|(index, _)| qualification.units[*index].amount(Measure::Credits))
        .fold(0, u32::saturating_add);
    Rung {
        qualification: qualification.id.clone(),
        state: case.state,
        pathway: case.compiled.pathway.cloned(),
        nation: case.compiled.nation.cloned(),
        notices: notices(qualification, &plan, context),
        credits_short: nearest
            .as_ref()
            .map(|one| one.credits.number().saturating_sub(now)),
        missing: nearest
            .as_ref()
            .map(|one| one.added.clone())
            .unwrap_or_default(),
        instead: nearest.map(|one| one.instead).unwrap_or_default(),
        counted: case.counted.len(),
        fully_searched: found.fully_searched && case.fully_searched,
    }
}
