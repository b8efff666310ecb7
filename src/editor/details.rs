use super::Current;
use crate::plan::{Pick, Progress};
use crate::qualification::{DayOrMonth, Earned, Form, Group, Qualification, Rule, UnitCode};
use crate::wording;

/// What the sheet of a unit says of it in this plan, and what a learner can set for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DetailsView {
    /// False where the unit is not in the plan: then nothing can be set.
    pub is_picked: bool,
    /// Why it does not or would not count, or what picking it would do to another; empty where there is
    /// nothing to say.
    pub note: String,
    /// The unit to take in its place, where the day of registration closes this one.
    pub instead: Option<UnitCode>,
    /// Whether the learner has achieved it already, where this would open it; `None` where it is not
    /// asked.
    pub achieved: Option<bool>,
    /// Says that it is planned for a day after the last; empty where it is not.
    pub late: String,
    /// The day by which it is planned, as the value of a date field.
    pub planned: String,
    /// The group in which it is to count, by its id; empty for wherever it helps most.
    pub group: String,
    /// How far the learner has come with it.
    pub progress: Progress,
    /// The day on which it was achieved, as the value of a date field.
    pub achieved_on: String,
    /// Where it comes from.
    pub evidence: String,
    /// True where this is asked for: it is achieved or not studied, or the learner has said it.
    pub asks_for_evidence: bool,
    /// What the learner notes of it.
    pub noted: String,
    /// How its credit is earned, by its name in plan files.
    pub earned: &'static str,
    /// True where this is asked for: of a unit that is achieved, by a rule in force or an endorsement, or because the
    /// learner has set it already.
    pub asks_how_earned: bool,
    /// Whether it brings no credit, where it is earned in a way in which that may be.
    pub without_credit: Option<bool>,
}

impl Current<'_> {
    /// What is said of a unit, and what can be set for it.
    #[must_use]
    pub fn details(&self, code: &UnitCode) -> DetailsView {
        let (of, pick) = (self.qualification, self.pick(code));
        let row = self.row(code);
        let view = DetailsView {
            is_picked: pick.is_some(),
            note: row.note,
            instead: row.instead,
            achieved: row.achieved,
            ..DetailsView::default()
        };
        let Some(pick) = pick else {
            return view;
        };
        let group = pick.group.as_ref();
        let day = |on: Option<DayOrMonth>| on.map(|on| on.last_day().to_string());
        let last = wording::last_day(of, self.plan);
        let late = pick.still_planned().zip(last);
        let late = late.map(|(day, last)| wording::unit_sheet::too_late(day, last));
        DetailsView {
            planned: day(pick.planned).unwrap_or_default(),
            progress: pick.progress,
            achieved_on: day(pick.achieved_on).unwrap_or_default(),
            evidence: pick.evidence.clone(),
            asks_for_evidence: pick.is_achieved()
                || pick.earned != Earned::Study
                || !pick.evidence.is_empty(),
            noted: pick.note.clone(),
            group: group.map(ToString::to_string).unwrap_or_default(),
            earned: way_earned(pick),
            asks_how_earned: self.asks_how_earned(pick),
            without_credit: pick
                .earned
                .may_be_without_credit()
                .then_some(pick.without_credit),
            late: late.unwrap_or_default(),
            ..view
        }
    }

    fn asks_how_earned(&self, pick: &Pick) -> bool {
        let judged = self.assessment.judgements.iter();
        let mut in_force = judged.filter_map(|one| self.qualification.rule(&one.rule));
        pick.is_achieved()
            || pick.earned != Earned::Study
            || in_force.any(rule_asks_how_earned)
            || titles_ask(self.qualification)
    }
}

/// The groups among which a learner chooses for a unit; none where the unit is in one group only.
#[must_use]
pub fn groups_to_choose<'a>(qualification: &'a Qualification, code: &UnitCode) -> Vec<&'a Group> {
    let groups = qualification.groups.iter();
    let mut groups: Vec<&Group> = groups.filter(|one| one.units.contains(code)).collect();
    if groups.len() < 2 {
        groups.clear();
    }
    groups
}

/// True where the day of registration decides whether a unit counts, or whether it is taken in place of
/// another.
#[must_use]
pub fn depends_on_registration(qualification: &Qualification, code: &UnitCode) -> bool {
    let mut rules = qualification.rules.iter();
    rules.any(|rule| {
        let instead = rule.form.replacement();
        rule.form.is_of_registration()
            && (rule.form.units().contains(&code)
                || instead.is_some_and(|(other, _)| other == code))
    })
}

/// True for a rule that asks how credit is earned.
fn rule_asks_how_earned(rule: &Rule) -> bool {
    match &rule.form {
        Form::Amount(amount) => !amount.of.earned.is_empty(),
        Form::Share { of, out_of, .. } => !(of.earned.is_empty() && out_of.earned.is_empty()),
        _ => false,
    }
}

/// True where an endorsement that the plan may earn asks for it.
fn titles_ask(qualification: &Qualification) -> bool {
    let mut amounts = qualification
        .endorsements
        .iter()
        .flat_map(|one| &one.amounts);
    amounts.any(|amount| !amount.of.earned.is_empty())
}

fn way_earned(pick: &Pick) -> &'static str {
    let mut ways = Earned::ALL.iter().zip(Earned::NAMES);
    let way = ways.find(|(way, _)| **way == pick.earned);
    way.map(|(_, name)| *name).unwrap_or_default()
}
