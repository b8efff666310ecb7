//! The same units and dates against other qualifications: where would they lead?

use super::complete::nearest;
use super::completion::completion;
use super::costs::few_units_then_credits;
use super::credited::credited;
use super::forms::condition::still_to_tick;
use super::judge::evaluate;
use super::model::{Context, Notice, State, Totals};
use super::totals::notices;
use crate::plan::Plan;
use crate::qualification::{Measure, Qualification, QualificationId, RuleId, UnitCode, VariantId};
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
    /// What the totals of the qualification are in.
    pub measure: Measure,
    /// The least in that measure that any completion still adds; `None` where there is none.
    pub short: Option<u32>,
    /// The credits that this completion adds; `None` where there is none.
    pub credits_short: Option<u32>,
    /// The units that this completion adds.
    pub missing: Vec<UnitCode>,
    /// The units that count now and that it displaces.
    pub instead: Vec<UnitCode>,
    /// The conditions that are still to be ticked with it.
    pub to_tick: Vec<RuleId>,
    /// How many of the picked units count.
    pub counted: usize,
    /// False where a search stopped at its limit.
    pub fully_searched: bool,
}

/// The units, dates and ways of earning of a plan against each qualification, the best first: the
/// met ones, then those that can be met, then the rest. Of each, those in the measure of the plan's own
/// qualification come first, and in each measure those that are short of the least; amounts in two
/// measures are never compared. Each search may look at so many nodes.
#[must_use]
pub fn ladder<'a>(
    qualifications: impl IntoIterator<Item = &'a Qualification>,
    plan: &Plan,
    context: &Context,
    nodes: u64,
) -> Vec<Rung> {
    let mut own = None;
    let mut rungs: Vec<Rung> = qualifications
        .into_iter()
        .inspect(|one| {
            if one.id == plan.qualification {
                own = Some(one.measure());
            }
        })
        .map(|qualification| rung(qualification, plan, *context, nodes))
        .collect();
    let own = own.unwrap_or(Measure::Credits);
    rungs.sort_by_key(|rung| {
        let of_measure = (rung.measure != own, rung.measure.word());
        (rung.state, of_measure, rung.short.unwrap_or(u32::MAX))
    });
    rungs
}

fn rung(qualification: &Qualification, plan: &Plan, context: Context, nodes: u64) -> Rung {
    let mut plan = plan.clone();
    plan.qualification = qualification.id.clone();
    let qualification = &*credited(qualification, &plan);
    let mut limit = Limit::nodes(nodes);
    let mut evaluation = evaluate(qualification, &plan, context, &mut limit);
    // What is missing is told beside the pathway that it is missing on.
    evaluation.only_as_judged();
    let measure = qualification.measure();
    let costs: Vec<Cost> = qualification
        .units
        .iter()
        .map(|unit| Cost {
            main: i64::from(unit.amount(measure)),
            tie: few_units_then_credits(unit),
        })
        .collect();
    let found = nearest(&evaluation, &costs, 1, &mut limit);
    let nearest = found.answer.first().map(|set| completion(&evaluation, set));
    let now: u32 = evaluation
        .counted
        .iter()
        .map(|(index, _)| qualification.units[*index].amount(Measure::Credits))
        .fold(0, u32::saturating_add);
    let total = |codes: &[UnitCode]| -> u32 {
        let units = codes.iter().filter_map(|code| qualification.unit(code));
        units.collect::<Totals>().of(measure)
    };
    Rung {
        qualification: qualification.id.clone(),
        state: evaluation.state,
        pathway: evaluation.compiled.pathway.cloned(),
        nation: evaluation.compiled.nation.cloned(),
        notices: notices(qualification, &plan, context),
        measure,
        short: nearest
            .as_ref()
            .map(|one| total(&one.added).saturating_sub(total(&one.instead))),
        credits_short: nearest
            .as_ref()
            .map(|one| one.credits.number().saturating_sub(now)),
        missing: nearest
            .as_ref()
            .map(|one| one.added.clone())
            .unwrap_or_default(),
        to_tick: nearest
            .as_ref()
            .map(|one| still_to_tick(&evaluation.compiled, &plan, &one.units))
            .unwrap_or_default(),
        instead: nearest.map(|one| one.instead).unwrap_or_default(),
        counted: evaluation.counted.len(),
        fully_searched: found.fully_searched && evaluation.fully_searched,
    }
}
