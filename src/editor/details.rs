use super::Current;
use crate::plan::Pick;
use crate::qualification::{Earned, Form, Group, Qualification, Rule, UnitCode};

/// What a learner can set for a picked unit, behind its “Details”.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DetailsView {
    /// False where the unit is not in the plan: then nothing can be set.
    pub is_picked: bool,
    /// The day by which it is planned, as the value of a date field.
    pub planned: String,
    /// The group in which it is to count, by its id; empty for wherever it helps most.
    pub group: String,
    /// How its credit is earned, by its name in plan files.
    pub earned: &'static str,
    /// True where this is asked for: by a rule in force or an endorsement, or because the learner has
    /// set it already.
    pub asks_how_earned: bool,
}

impl Current<'_> {
    /// What can be set for a unit.
    #[must_use]
    pub fn details(&self, code: &UnitCode) -> DetailsView {
        let Some(pick) = self.pick(code) else {
            return DetailsView::default();
        };
        let group = pick.group.as_ref();
        let planned = pick.planned.map(|day| day.last_day().to_string());
        DetailsView {
            is_picked: true,
            planned: planned.unwrap_or_default(),
            group: group.map(ToString::to_string).unwrap_or_default(),
            earned: way_earned(pick),
            asks_how_earned: self.asks_how_earned(pick),
        }
    }

    fn asks_how_earned(&self, pick: &Pick) -> bool {
        let judged = self.assessment.judgements.iter();
        let mut in_force = judged.filter_map(|one| self.qualification.rule(&one.rule));
        pick.earned != Earned::Study
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

/// True where any rule of the qualification, on any pathway, asks how credit is earned.
#[must_use]
pub fn may_ask_how_earned(qualification: &Qualification) -> bool {
    qualification.rules.iter().any(rule_asks_how_earned) || titles_ask(qualification)
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
