//! What an assessment is told and what it answers. Values only: how they come about is for the files
//! above.

use super::finding::Finding;
use super::not_counted::{NotCounted, UnitStatus};
use crate::plan::Plan;
use crate::qualification::{
    Bounds, Credits, Date, GroupId, Hours, Measure, Qualification, RuleId, Unit, UnitCode,
    VariantId,
};
use crate::solve::{ByRows, Found, Limit};

/// How many nodes a search may look at where the caller says nothing else.
pub const NODES: u64 = 2_000_000;

/// How many nodes an assessment may look at where the caller says nothing else: it follows every tick.
pub const NODES_OF_A_TICK: u64 = 80_000;

/// What an assessment depends on besides the qualification and the plan.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The day it is. A plan without a day of registration is judged as if registered on it.
    pub today: Date,
    /// The search for plans whose units may count in many groups. Without it fewer of those are known;
    /// what is known is the same.
    pub by_rows: Option<ByRows>,
    /// The search for rules that cannot be met together. Without it [`Assessment::collision`] names none.
    pub collisions: Option<Collisions>,
}

/// The search for rules that cannot be met together, as a value: a program may leave it out until it is needed.
#[derive(Clone, Copy, Debug)]
pub struct Collisions {
    /// The places of those rules. What the plan was judged with comes first.
    pub(super) search: fn(&Qualification, &Plan, Context, Limit, &mut Limit) -> Found<Vec<usize>>,
}

impl Context {
    /// What an assessment on this day depends on.
    #[must_use]
    pub const fn on(today: Date) -> Self {
        Self {
            today,
            by_rows: Some(ByRows::new()),
            collisions: Some(Collisions::new()),
        }
    }
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
    /// Those of them that the learner has achieved.
    pub achieved: Totals,
    /// Hours of the plan with the support around them.
    pub hours: PlanHours,
    /// Totals of each group, in the order of the qualification.
    pub groups: Vec<GroupTotals>,
    /// One judgement for each rule that asks for something, in the order of the qualification.
    pub judgements: Vec<Judgement>,
    /// Every picked unit, in the order of the qualification; those that it does not have last.
    pub units: Vec<PickedUnit>,
    /// How each unit of the qualification stands to the plan, in its order.
    pub unit_statuses: Vec<UnitStatus>,
    /// Where each rule could be met but not all together: rules that cannot be met together even if there
    /// were no others, and of which each is needed for it; also those that bar or close units.
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

/// A unit in the plan, and whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedUnit {
    /// Its code.
    pub code: UnitCode,
    /// Why it does not count; `None` where it counts.
    pub not_counted: Option<NotCounted>,
    /// The group it counts in.
    pub group: Option<GroupId>,
    /// True where it counts as a unit and none of its figures do.
    pub without_credit: bool,
}

impl PickedUnit {
    /// What it brings in a measure; `None` where the file gives it none.
    #[must_use]
    pub fn given(&self, unit: &Unit, measure: Measure) -> Option<u32> {
        let is_figure = Measure::FIGURES.contains(&measure);
        let given = unit.given(measure);
        given.map(|given| {
            if self.without_credit && is_figure {
                0
            } else {
                given
            }
        })
    }
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
