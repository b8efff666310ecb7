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
//! **Three states.** A rule is [`State::Met`], [`State::Open`] (more units can meet it) or
//! [`State::Broken`] (no more units can: something has to go, or the units left are too few). A
//! plan is broken if one rule is, met if all are, and otherwise open. Each rule is judged by
//! itself. For the shipped qualifications that is exact for the whole plan too, as
//! `tests/exactness.rs` shows by trying; rules that collide with each other need the search that
//! is to come.
//!
//! Findings are numbers and names. The sentences about them are made in `wording`.

mod amount;
mod mandatory;
mod obstacle;
mod take_out;

pub use obstacle::{Obstacle, displaced, obstacle};

use crate::plan::Plan;
use crate::qualification::{
    Bounds, Credits, Date, Form, GroupId, Hours, Measure, Qualification, RuleId, Unit, UnitCode,
};

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
    /// Hours of the plan with the support around them.
    pub hours: PlanHours,
    /// Totals of each group, in the order of the qualification.
    pub groups: Vec<GroupTotals>,
    /// One judgement for each rule that asks for something, in the order of the qualification.
    pub judgements: Vec<Judgement>,
    /// Every picked unit, in the order of the codes.
    pub units: Vec<PickedUnit>,
    /// What else the learner should know.
    pub notices: Vec<Notice>,
}

/// How a rule or a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// All that is asked for is there.
    Met,
    /// Something is missing, and units are left that can give it.
    Open,
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
    /// Total Qualification Time of the counted credits.
    pub total_qualification_time: Hours,
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
        /// The group, or the whole plan.
        group: Option<GroupId>,
        /// What was measured.
        measure: Measure,
        /// How much of it counts.
        counted: u32,
        /// What is asked for.
        bounds: Bounds,
        /// The most that adding units could make count, with all that counts now kept.
        reachable: u32,
        /// Where it is too much: the fewest units whose going would put this rule right.
        take_out: Vec<UnitCode>,
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

/// A unit in the plan, and whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedUnit {
    /// Its code.
    pub code: UnitCode,
    /// Why it does not count; `None` where it counts.
    pub obstacle: Option<Obstacle>,
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
}

/// Judges a plan.
#[must_use]
pub fn assess(qualification: &Qualification, plan: &Plan, context: &Context) -> Assessment {
    let units: Vec<PickedUnit> = plan
        .picks()
        .iter()
        .map(|pick| PickedUnit {
            code: pick.code.clone(),
            obstacle: obstacle(qualification, plan, context, &pick.code),
        })
        .collect();
    let counted: Vec<&Unit> = units
        .iter()
        .filter(|picked| picked.obstacle.is_none())
        .filter_map(|picked| qualification.unit(&picked.code))
        .collect();
    let known = units
        .iter()
        .filter_map(|picked| qualification.unit(&picked.code));
    let picked: Totals = known.clone().collect();
    let groups = qualification
        .groups
        .iter()
        .map(|group| GroupTotals {
            group: group.id.clone(),
            picked: known
                .clone()
                .filter(|unit| {
                    group.units.contains(&unit.code) || group.closed_units.contains(&unit.code)
                })
                .collect(),
            counted: counted
                .iter()
                .copied()
                .filter(|unit| group.units.contains(&unit.code))
                .collect(),
        })
        .collect();
    let case = Case {
        qualification,
        plan,
        context,
        counted: &counted,
    };
    let judgements: Vec<Judgement> = qualification
        .rules
        .iter()
        .filter_map(|rule| {
            let (state, finding) = case.judge(&rule.form)?;
            Some(Judgement {
                rule: rule.id.clone(),
                state,
                finding,
            })
        })
        .collect();
    let totals: Totals = counted.iter().copied().collect();
    Assessment {
        state: judgements
            .iter()
            .map(|judgement| judgement.state)
            .max()
            .unwrap_or(State::Met),
        picked,
        counted: totals,
        hours: plan_hours(qualification, totals),
        groups,
        judgements,
        units,
        notices: notices(qualification, plan, *context),
    }
}

/// A plan with what counts of it, as the rules look at it.
struct Case<'a> {
    qualification: &'a Qualification,
    plan: &'a Plan,
    context: &'a Context,
    counted: &'a [&'a Unit],
}

impl Case<'_> {
    /// How a rule stands; `None` for one that only says which units count.
    fn judge(&self, form: &Form) -> Option<(State, Finding)> {
        match form {
            Form::Amount {
                group,
                measure,
                bounds,
            } => Some(amount::judge(self, group.as_ref(), *measure, *bounds)),
            Form::Mandatory { units } => Some(mandatory::judge(self, units)),
            Form::Barred { .. } | Form::Registration { .. } => None,
        }
    }

    /// True where this unit counts, or would if it were picked.
    fn open(&self, code: &UnitCode) -> bool {
        obstacle(self.qualification, self.plan, self.context, code).is_none()
    }

    fn counts(&self, code: &UnitCode) -> bool {
        self.counted.iter().any(|unit| unit.code == *code)
    }
}

impl Totals {
    /// The total in one measure.
    #[must_use]
    pub const fn of(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Credits => self.credits.number(),
            Measure::Hours => self.hours.number(),
            Measure::Units => self.units,
        }
    }
}

impl<'a> FromIterator<&'a Unit> for Totals {
    fn from_iter<I: IntoIterator<Item = &'a Unit>>(units: I) -> Self {
        let units: Vec<&Unit> = units.into_iter().collect();
        Self {
            units: u32::try_from(units.len()).unwrap_or(u32::MAX),
            credits: units.iter().map(|unit| unit.credits).sum(),
            hours: units.iter().map(|unit| unit.hours).sum(),
        }
    }
}

fn plan_hours(qualification: &Qualification, counted: Totals) -> PlanHours {
    let (induction, tutorial) = (qualification.induction, qualification.tutorial_support);
    let included = qualification.unit_hours_include_support;
    PlanHours {
        units: counted.hours,
        induction,
        tutorial_support: tutorial,
        included,
        overall: if included {
            counted.hours
        } else {
            counted.hours.plus(induction.floor()).plus(tutorial.floor())
        },
        total_qualification_time: counted.credits.total_qualification_time(),
    }
}

fn notices(qualification: &Qualification, plan: &Plan, context: Context) -> Vec<Notice> {
    let day = plan.registered.unwrap_or(context.today);
    let mut notices = Vec::new();
    if plan.registered.is_none() {
        notices.push(Notice::RegisteredToday(context.today));
    } else if day > context.today {
        notices.push(Notice::RegistrationToCome(day));
    }
    if day < qualification.operational_start {
        notices.push(Notice::RegisteredBeforeStart(
            qualification.operational_start,
        ));
    }
    notices
}
