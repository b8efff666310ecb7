//! The engine: where a plan stands against the rules of combination.
//!
//! [`assess`] takes a qualification, a plan and the day, and returns a value: totals of what is
//! picked and of what is counted, and one judgement a rule. It never fails, because an unfinished
//! plan is no error, and it has no clock: the caller says what day it is.
//!
//! **Picked is not counted.** A picked unit counts unless it has an [`Obstacle`]: the
//! qualification does not take it, it is closed to this learner, or another pick bars it. No unit
//! is ever left uncounted to stay below a maximum; a plan over its maximum breaks that rule.
//!
//! Where the rules do not let all picks count side by side, what counts is chosen so that the plan
//! stands best; between equals by the most of what the totals are in, then by the earliest in the file.
//!
//! **The states.** A plan is [`State::Met`], [`State::Open`] (adding units can meet all rules together
//! with nothing taken out) or [`State::Broken`] (it cannot: something has to go, or the units left are
//! too few). They are told apart exactly, by search over all rules together. Where a search stopped
//! before it had proved one of them, the plan is [`State::NotKnown`]. Each rule is judged by itself in
//! the same states; where each could be met, but not all together, [`Assessment::collision`] names
//! rules that collide.
//!
//! A plan is open if there is a valid combination (in which every unit counts and every rule is met)
//! that leaves no room for the picks that it does not have, so that with it added exactly its units
//! count. Mostly it has all picks that count now; where only one does that displaces a pick, the plan is
//! open by that. An open plan is judged by the completion with the fewest units, then credits, then
//! hours: by its pathway and nation, and in the groups in which units count there. So no rule is said
//! to miss more than that completion brings.
//!
//! Findings are numbers and names. The sentences about them are made in `wording`.

mod alone;
mod builder;
mod compile;
mod complete;
mod conflict;
mod counted;
mod displacement;
mod effective;
mod forms;
mod judge;
mod ladder;
mod loosen;
mod measure;
mod obstacle;
mod outlook;
mod place;
mod quick;
mod ranks;
mod repair;
mod select;
mod totals;
mod treatment;
mod verdict;
mod what_if;

pub use complete::{Aim, Completion, complete, count};
pub use effective::{Effective, effective};
pub use forms::choice::sets_to_take;
pub use ladder::{Rung, ladder};
pub use loosen::Choice;
pub use obstacle::{Obstacle, Standing};
pub use outlook::{Outlook, outlook};
pub use quick::Judge;
pub use repair::{Repair, Repairs, repair};
pub use what_if::{Difference, RuleChange, UnitChange, what_if};

pub use crate::solve::{Found, Limit, Natural};

use crate::plan::{Pick, Plan};
use crate::qualification::{
    Bounds, Credits, Date, GroupId, Hours, Measure, Qualification, RuleId, Selection, ShareBound,
    Unit, UnitCode, VariantId,
};

/// How many nodes a search may look at where the caller says nothing else.
pub const NODES: u64 = 2_000_000;

/// How many nodes an assessment may look at where the caller says nothing else: it follows every tick.
pub const NODES_OF_A_TICK: u64 = 80_000;

/// What an assessment depends on besides the qualification and the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The day it is. A plan without a day of registration is judged as if registered on it.
    pub today: Date,
}

/// Where a plan stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The plan as a whole.
    pub state: State,
    /// Every picked unit that the qualification's groups name.
    pub picked: Totals,
    /// The picked units that count.
    pub counted: Totals,
    /// Those of them that the learner is exempt from: they count, and are not earned in the unit.
    pub exempt: Totals,
    /// Hours of the plan with the support around them.
    pub hours: PlanHours,
    /// Totals of each group, in the order of the qualification.
    pub groups: Vec<GroupTotals>,
    /// One judgement for each rule that asks for something, in the order of the qualification.
    pub judgements: Vec<Judgement>,
    /// Every picked unit, in the order of the qualification; those that it does not have last.
    pub units: Vec<PickedUnit>,
    /// How each unit of the qualification stands to the plan, in its order.
    pub standings: Vec<Standing>,
    /// Where each rule could be met but not all together: rules of which that is so.
    pub collision: Vec<RuleId>,
    /// The pathway that the plan is judged by: the learner's, or the one that fits best.
    pub pathway: Option<VariantId>,
    /// The nation that the plan is judged by.
    pub nation: Option<VariantId>,
    /// The titles that what counts earns beside the qualification's: the learner chooses among
    /// several.
    pub endorsements: Vec<String>,
    /// False where a search stopped at its limit, so that something is not known, or fewer rules may
    /// collide.
    pub fully_searched: bool,
    /// What else the learner should know.
    pub notices: Vec<Notice>,
}

/// How a rule or a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// All that is asked for is there.
    Met,
    /// Something is missing, and adding units can meet all rules with nothing taken out.
    Open,
    /// A search stopped before it had proved one of the others.
    NotKnown,
    /// It cannot be met by adding units.
    Broken,
}

/// Sums over some units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many units.
    pub units: u32,
    /// Their credits.
    pub credits: Credits,
    /// Their guided learning hours.
    pub hours: Hours,
    /// Their points.
    pub points: u32,
}

/// Hours of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanHours {
    /// Guided learning hours of the counted units.
    pub units: Hours,
    /// Induction, as the specification gives it.
    pub induction: Bounds,
    /// Tutorial support, as the specification gives it.
    pub tutorial_support: Bounds,
    /// True where the units' hours hold induction and tutorial support already.
    pub included: bool,
    /// The least hours over all: the sum of the three, or the units' alone where they hold the
    /// rest.
    pub overall: Hours,
    /// Hours of study for the counted credits, where the awarding body's rule for that is known.
    pub study: Option<Hours>,
}

/// Totals of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTotals {
    /// The group.
    pub group: GroupId,
    /// What is picked from it.
    pub picked: Totals,
    /// What of that counts.
    pub counted: Totals,
}

/// How one rule stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The rule.
    pub rule: RuleId,
    /// Its state.
    pub state: State,
    /// The numbers and names behind it.
    pub finding: Finding,
}

/// What was found when a rule was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// An amount against its bounds.
    Amount {
        /// Which units.
        of: Selection,
        /// What was measured.
        measure: Measure,
        /// How much of it counts. Of several subjects, the one that is furthest above the most, or
        /// else furthest below the least, or else has the most.
        counted: u32,
        /// What is asked for.
        bounds: Bounds,
        /// Where the rule cannot be met for want of units: the most that can count.
        reachable: Option<u32>,
        /// Where the bounds are for each subject: how each of them stands, by their names.
        subjects: Option<Vec<OfSubject>>,
        /// True where the least is asked for only if there is any, and the plan is completed by units
        /// in whose place nothing of it counts any more: then none is missing.
        given_up: bool,
    },
    /// A share of one amount in another.
    Share {
        /// The part.
        of: Selection,
        /// What it is a part of.
        out_of: Selection,
        /// What both are measured in.
        measure: Measure,
        /// How large the part is.
        part: u32,
        /// How large the whole.
        whole: u32,
        /// The least share.
        least: Option<ShareBound>,
        /// The largest share.
        most: Option<ShareBound>,
    },
    /// So many of several sets.
    Choice {
        /// What of each set does not count yet.
        missing: Vec<Vec<UnitCode>>,
        /// Those of them that are closed to this learner, each once.
        closed: Vec<UnitCode>,
        /// How many sets are asked for.
        bounds: Bounds,
    },
    /// A unit that asks for others.
    Needs {
        /// The unit.
        unit: UnitCode,
        /// What it asks for and is not there; where one of them is enough, none that is closed to this
        /// learner, unless all are.
        missing: Vec<UnitCode>,
        /// Those of the missing that are closed to this learner.
        closed: Vec<UnitCode>,
        /// True where it asks for all of them.
        all: bool,
        /// Whether it is asked of this plan: the unit counts.
        asked: bool,
    },
    /// Something to tick.
    Condition {
        /// Whether it is ticked.
        ticked: bool,
        /// Whether it is asked of this plan: some are asked only of those who take a unit.
        asked: bool,
    },
    /// Mandatory units.
    Mandatory {
        /// How many there are.
        of: usize,
        /// Those not counted yet.
        missing: Vec<UnitCode>,
        /// Those of the missing that are closed to this learner.
        closed: Vec<UnitCode>,
    },
}

/// How one of several subjects stands to bounds that are for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfSubject {
    /// The subject.
    pub subject: String,
    /// How much of it counts.
    pub counted: u32,
    /// How much of that is above the most.
    pub over: u32,
    /// How much is missing to the least; nothing where none of it is used and that is allowed.
    pub short: u32,
    /// True where it is short, and the plan is completed by units in whose place nothing of it counts
    /// any more.
    pub given_up: bool,
    /// Its units that count.
    pub units: Vec<UnitCode>,
}

/// A unit in the plan, and whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedUnit {
    /// Its code.
    pub code: UnitCode,
    /// Why it does not count; `None` where it counts.
    pub obstacle: Option<Obstacle>,
    /// The group it counts in.
    pub group: Option<GroupId>,
}

/// Something to know about the plan that is no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No day of registration is given, so that it is judged as of today.
    RegisteredToday(Date),
    /// The day of registration is still to come.
    RegistrationToCome(Date),
    /// The day of registration lies before the planned operational start (given here).
    RegisteredBeforeStart(Date),
    /// The day of registration lies before the first one (given here) on which the qualification is
    /// open to registration.
    RegistrationNotOpen(Date),
    /// The day of registration lies after the last one (given here).
    RegistrationClosed(Date),
    /// The last day of certification (given here) has passed.
    CertificationEnded(Date),
}

/// The picks of a plan as its qualification lists them: those that it does not have last.
#[must_use]
pub fn picks_of<'a>(qualification: &Qualification, plan: &'a Plan) -> Vec<&'a Pick> {
    let mut picks: Vec<&Pick> = plan.picks().iter().collect();
    picks.sort_by_cached_key(|pick| qualification.order(&pick.code));
    picks
}

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
    let case = judge::Case::new(qualification, plan, *context, limit);
    let standings = obstacle::standings(&case, plan, *context);
    let units: Vec<PickedUnit> = picks_of(qualification, plan)
        .into_iter()
        .map(|pick| totals::picked_unit(&case, &standings, &pick.code))
        .collect();
    let known = judge::picked(qualification, plan).into_iter();
    let picked: Totals = known
        .clone()
        .map(|index| &qualification.units[index])
        .collect();
    let totals: Totals = case
        .counted
        .iter()
        .map(|(index, _)| &qualification.units[*index])
        .collect();
    let judgements = case.judgements(limit);
    let mut fully_searched = case.fully_searched && judgements.fully_searched;
    let judgements = judgements.answer;
    let each_could = judgements
        .iter()
        .all(|judgement| judgement.state != State::Broken);
    let collision = if case.state == State::Broken && each_could && fully_searched {
        let rules = case.collision(limit);
        fully_searched = rules.fully_searched;
        let rules = rules.answer.into_iter();
        rules
            .map(|place| qualification.rules[place].id.clone())
            .collect()
    } else {
        Vec::new()
    };
    Assessment {
        state: case.state,
        picked,
        counted: totals,
        exempt: totals::exempt(&case, plan),
        hours: totals::plan_hours(qualification, totals),
        groups: totals::group_totals(&case, plan),
        judgements,
        units,
        standings,
        collision,
        pathway: case.compiled.pathway.cloned(),
        nation: case.compiled.nation.cloned(),
        fully_searched,
        endorsements: totals::endorsements(&case),
        notices: totals::notices(qualification, plan, *context),
    }
}

impl Totals {
    /// The total in one measure.
    #[must_use]
    pub const fn of(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Credits => self.credits.number(),
            Measure::Hours => self.hours.number(),
            Measure::Points => self.points,
            Measure::Units | Measure::Groups | Measure::Subjects => self.units,
        }
    }
}

impl<'a> FromIterator<&'a Unit> for Totals {
    fn from_iter<I: IntoIterator<Item = &'a Unit>>(units: I) -> Self {
        let units: Vec<&Unit> = units.into_iter().collect();
        Self {
            units: u32::try_from(units.len()).unwrap_or(u32::MAX),
            credits: units.iter().filter_map(|unit| unit.credits).sum(),
            hours: units.iter().filter_map(|unit| unit.hours).sum(),
            points: units
                .iter()
                .filter_map(|unit| unit.points)
                .fold(0, u32::saturating_add),
        }
    }
}
