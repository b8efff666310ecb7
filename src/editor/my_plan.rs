//! “My plan”: its head, the rules in short lines, the picked units, and what gets it further.

use super::{Current, Editor, GroupPot, PlanBar, RepairView};
use crate::assess::State;
use crate::plan::Pick;
use crate::qualification::{DayOrMonth, Measure, UnitCode};
use crate::wording::{self, RuleLine};

/// The head of a plan: a number, what it is of, and what is left in one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanHead {
    /// What counts, in the measure of the rules: “6”.
    pub number: String,
    /// What it is of: “of 13 credits”, and once there are as many “credits”.
    pub rest: String,
    /// The guided learning hours of the counted units: “16 hours”; empty where they are not known, or the rules are
    /// in hours themselves.
    pub hours: String,
    /// The state; `None` until the plan is judged.
    pub state: Option<State>,
    /// What is left: “7 credits to go, at least 1 of them from Group 1”; empty until the plan is judged.
    pub sentence: String,
    /// What belongs below that: “All three rules are met”; may be empty.
    pub more: String,
}

/// A picked unit in the list of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedView {
    /// Its code.
    pub code: UnitCode,
    /// Its code without what all codes of the qualification begin with.
    pub short: String,
    /// Its title; where the qualification does not have it, its title when the plan was saved.
    pub title: String,
    /// The place of the group that counts it.
    pub group: Option<usize>,
    /// Its figures: “3 credits”, “8 hours”.
    pub figures: Vec<String>,
    /// When it is to be done: “by Mar 2027”, “in progress, by Mar 2027”; empty where nothing is said of that, and
    /// where it is achieved.
    pub planned: String,
    /// True where it is achieved.
    pub is_achieved: bool,
    /// Why it does not count; empty where it does.
    pub reason: String,
}

/// What gets a plan further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Primary {
    /// Repairs that were tried and are sound, the best first.
    PutRight(Vec<RepairView>),
    /// Ways to complete it.
    Complete,
    /// It is complete: to share it.
    Share,
    /// It is not known, and a longer look may tell.
    LookLonger,
    /// Nothing, as far as is known.
    Nothing,
}

impl Current<'_> {
    /// The plan as a bar of units.
    #[must_use]
    pub fn plan_bar(&self) -> PlanBar {
        PlanBar::new(self.qualification, self.assessment)
    }

    /// How much of what counts is achieved: “9 of 13 credits achieved”; empty where nothing is.
    #[must_use]
    pub fn achieved_line(&self) -> String {
        let (measure, found) = (self.qualification.measure(), self.assessment);
        let (achieved, counted) = (found.achieved.of(measure), found.counted.of(measure));
        wording::unit_state::achieved_of(achieved, counted, measure)
    }

    /// How far the group at this place of the qualification has come.
    #[must_use]
    pub fn group_pot(&self, place: usize) -> GroupPot {
        let (of, found) = (self.qualification, self.assessment);
        let group = of.groups.get(place);
        let pot = group.map(|group| GroupPot::new(of, found, group, self.is_judged()));
        pot.unwrap_or_default()
    }

    /// What counts, in the measure of the rules.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.assessment.counted.of(self.qualification.measure())
    }

    /// The head of the plan.
    #[must_use]
    pub fn plan_head(&self) -> PlanHead {
        let (of, found) = (self.qualification, self.assessment);
        let measure = of.measure();
        let number = self.number();
        let hours = found.counted.of(Measure::Hours);
        let says_hours = measure != Measure::Hours && hours > 0;
        let headline = self
            .sentences
            .map(|sentences| (sentences.headline)(of, found));
        let state = headline.is_some().then_some(found.state);
        let headline = headline.unwrap_or_default();
        PlanHead {
            number: number.to_string(),
            rest: wording::rest_of_total(number, wording::overall(of, found), measure),
            hours: if says_hours {
                wording::hours(hours)
            } else {
                String::new()
            },
            state,
            sentence: headline.sentence,
            more: headline.more,
        }
    }

    /// The rules in short lines.
    #[must_use]
    pub fn rule_lines(&self) -> Vec<RuleLine> {
        wording::rule_lines(self.qualification, self.assessment)
    }

    /// The picked units: those that are achieved, then by the day for which they are planned, and as listed. `known` gives the title of a unit that
    /// the qualification does not have.
    #[must_use]
    pub fn picked(&self, known: impl Fn(&UnitCode) -> Option<String>) -> Vec<PickedView> {
        let (of, found) = (self.qualification, self.assessment);
        let mut picked: Vec<_> = found
            .units
            .iter()
            .map(|one| (self.pick(&one.code), one))
            .collect();
        picked.sort_by_key(|(pick, _)| {
            let is_achieved = pick.is_some_and(Pick::is_achieved);
            let day = pick.and_then(|pick| {
                if is_achieved {
                    pick.achieved_on
                } else {
                    pick.planned
                }
            });
            (!is_achieved, day.is_none(), day.map(DayOrMonth::last_day))
        });
        let view = |(pick, one): (Option<&Pick>, &crate::assess::PickedUnit)| {
            let (code, unit) = (&one.code, of.unit(&one.code));
            let figures = unit.map(|unit| {
                if one.without_credit {
                    vec![wording::unit_state::NO_CREDIT.to_owned()]
                } else {
                    wording::figures_in_short(of, unit)
                }
            });
            let title = unit.map(|unit| unit.title.clone());
            let why = one.not_counted.as_ref();
            let reason = why.map(|why| wording::uncounted(of, code, why));
            PickedView {
                short: of.units.short_code(code).to_owned(),
                title: title
                    .or_else(|| known(code))
                    .unwrap_or_else(|| code.to_string()),
                group: super::plan_bar::group_place(of, one.group.as_ref()),
                figures: figures.unwrap_or_default(),
                planned: pick
                    .map(wording::unit_state::to_be_done)
                    .unwrap_or_default(),
                is_achieved: pick.is_some_and(Pick::is_achieved),
                reason: reason.unwrap_or_default(),
                code: code.clone(),
            }
        };
        picked.into_iter().map(view).collect()
    }
}

impl Editor {
    /// What gets the plan further. Where a rule is broken this searches for a repair.
    #[must_use]
    pub fn primary(&self) -> Primary {
        match self.assessment().state {
            State::Met => Primary::Share,
            State::Open => Primary::Complete,
            State::NotKnown if self.has_looked_longer() => Primary::Nothing,
            State::NotKnown => Primary::LookLonger,
            State::Broken => match self.repairs() {
                none if none.is_empty() => Primary::Nothing,
                repairs => Primary::PutRight(repairs),
            },
        }
    }
}
