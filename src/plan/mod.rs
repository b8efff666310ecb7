//! What a learner chose: the [`Plan`], the [`Action`]s that change it, and their [`History`].
//!
//! A plan takes every action. Whether what it holds makes sense for the qualification is for
//! `assess` to say: picks that a qualification does not know stay in the plan, named and uncounted.

mod action;
mod field;
mod history;
mod progress;
mod step;

pub use action::{Action, one_line};
pub(crate) use action::{tidy_evidence, tidy_name, tidy_note};
pub use field::Field;
pub use history::{DEEPEST, History};
pub use progress::Progress;
pub use step::Step;

use std::collections::BTreeMap;

use crate::qualification::{
    Date, DayOrMonth, Earned, GroupId, Names, Qualification, QualificationId, RuleId, UnitCode,
    VariantId,
};

/// A learner's choices for one qualification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The qualification planned for.
    pub qualification: QualificationId,
    /// The learner's own name for this plan; may be empty.
    pub name: String,
    /// What the learner notes of the plan, in lines; may be empty. It is in a link only where the learner asks
    /// for that.
    pub note: String,
    /// The day of registration, where the learner gave one.
    pub registered: Option<Date>,
    /// The last day by which all is to be done, where the learner or an advisor set one. A day that the document or
    /// the centre sets may be earlier.
    pub last_day: Option<Date>,
    /// The pathway, where the learner chose one.
    pub pathway: Option<VariantId>,
    /// The nation, where the learner chose one.
    pub nation: Option<VariantId>,
    /// The conditions that the learner has ticked, by their rules.
    pub conditions: Vec<RuleId>,
    /// Units the learner would like to take.
    pub wished: Vec<UnitCode>,
    /// Units the learner would rather not take.
    pub avoided: Vec<UnitCode>,
    picks: Vec<Pick>,
}

/// A unit in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its code.
    pub code: UnitCode,
    /// How far the learner has come with it.
    pub progress: Progress,
    /// The day or the month in which it was achieved. It is looked at while it is achieved, and kept beside.
    pub achieved_on: Option<DayOrMonth>,
    /// Where it comes from, on one line: a centre, a certificate, a reference; may be empty. Like a note, it is in
    /// a link only where the learner asks for that.
    pub evidence: String,
    /// How its credit is earned.
    pub earned: Earned,
    /// True where an exemption or prior learning meets what is asked of the unit and brings no credit. It is looked
    /// at where the unit is earned in one of these ways, and kept beside.
    pub without_credit: bool,
    /// The group in which it is to count, where the learner chose one of several. A group that does
    /// not have the unit is ignored, and the learner is told: a newer catalogue may have moved the
    /// unit.
    pub group: Option<GroupId>,
    /// The day or the month in which the learner means to begin it.
    pub start: Option<DayOrMonth>,
    /// The day or the month by which the learner means to have done it.
    pub planned: Option<DayOrMonth>,
    /// What the learner notes of it, in lines; may be empty. Like the note of the plan, it is in a
    /// link only where the learner asks for that.
    pub note: String,
}

impl Pick {
    /// A unit to be studied.
    #[must_use]
    pub const fn new(code: UnitCode) -> Self {
        Self {
            code,
            progress: Progress::NotStarted,
            achieved_on: None,
            evidence: String::new(),
            earned: Earned::Study,
            without_credit: false,
            group: None,
            start: None,
            planned: None,
            note: String::new(),
        }
    }

    /// True where the learner has achieved it.
    #[must_use]
    pub const fn is_achieved(&self) -> bool {
        matches!(self.progress, Progress::Achieved)
    }

    /// For when it is planned, where it is still to be done.
    #[must_use]
    pub const fn still_planned(&self) -> Option<DayOrMonth> {
        if self.is_achieved() {
            None
        } else {
            self.planned
        }
    }

    /// True where it counts as a unit and none of its figures do.
    #[must_use]
    pub const fn is_without_credit(&self) -> bool {
        self.without_credit && self.earned.may_be_without_credit()
    }

    /// This one, and what another says of the same unit where this says nothing.
    fn beside(mut self, other: Self) -> Self {
        self.progress = self.progress.max(other.progress);
        self.achieved_on = self.achieved_on.or(other.achieved_on);
        if self.evidence.is_empty() {
            self.evidence = other.evidence;
        }
        if self.note.is_empty() {
            self.note = other.note;
        }
        self
    }
}

impl Plan {
    /// The longest text on where a unit comes from, in characters.
    pub const LONGEST_EVIDENCE: usize = 120;

    /// The longest name of a plan, in characters.
    pub const LONGEST_NAME: usize = 80;

    /// The longest note, in characters.
    pub const LONGEST_NOTE: usize = 1_000;

    /// The most units a plan takes; a pick beyond them is left out.
    pub const MOST_PICKS: usize = 5_000;

    /// A plan without units.
    #[must_use]
    pub const fn new(qualification: QualificationId) -> Self {
        Self {
            qualification,
            name: String::new(),
            note: String::new(),
            registered: None,
            last_day: None,
            pathway: None,
            nation: None,
            conditions: Vec::new(),
            wished: Vec::new(),
            avoided: Vec::new(),
            picks: Vec::new(),
        }
    }

    /// The picked units in the order of their codes.
    #[must_use]
    pub fn picks(&self) -> &[Pick] {
        &self.picks
    }

    /// This unit's pick, if it is in the plan.
    #[must_use]
    pub fn pick(&self, code: &UnitCode) -> Option<&Pick> {
        self.place(code)
            .ok()
            .and_then(|index| self.picks.get(index))
    }

    /// The plan with every unit under its own code, where the plan names some by a former code, by
    /// the regulator's number or in another case; and for each of these the name in the plan and the
    /// code. `None` where every unit stands under its own code.
    #[must_use]
    pub fn under_codes_of(
        &self,
        qualification: &Qualification,
    ) -> Option<(Self, Vec<(UnitCode, UnitCode)>)> {
        let codes = self.picks.iter().map(|pick| &pick.code);
        let codes = codes.chain(&self.wished).chain(&self.avoided);
        let mut others: Vec<&UnitCode> = codes
            .filter(|code| qualification.unit_index(code).is_none())
            .collect();
        if others.is_empty() {
            return None;
        }
        others.sort_unstable();
        others.dedup();
        let names = Names::new(&qualification.units);
        let meant = others.into_iter().filter_map(|code| {
            let unit = names.find_close(code.as_str())?;
            Some((code.clone(), unit.code.clone()))
        });
        let meant: BTreeMap<UnitCode, UnitCode> = meant.collect();
        if meant.is_empty() {
            return None;
        }
        let mut plan = self.clone();
        for pick in &self.picks {
            let Some(code) = meant.get(&pick.code) else {
                continue;
            };
            plan.picks.retain(|one| one.code != pick.code);
            let mut pick = pick.clone();
            if let Some(own) = plan.pick(code) {
                // It is there under its code too: what is said of that holds.
                pick = own.clone().beside(pick);
            }
            pick.code = code.clone();
            plan.set(pick);
        }
        for code in plan.wished.iter_mut().chain(&mut plan.avoided) {
            if let Some(own) = meant.get(code) {
                *code = own.clone();
            }
        }
        Some((plan, meant.into_iter().collect()))
    }

    /// Puts a unit in with all that is said of it, in place of what was said before.
    pub(crate) fn set(&mut self, pick: Pick) {
        match self.place(&pick.code) {
            Ok(index) => {
                if let Some(place) = self.picks.get_mut(index) {
                    *place = pick;
                }
            }
            Err(index) if self.picks.len() < Self::MOST_PICKS => self.picks.insert(index, pick),
            Err(_) => {}
        }
    }

    /// Puts a unit in, or takes it out.
    pub(crate) fn set_picked(&mut self, code: &UnitCode, picked: bool) {
        match self.place(code) {
            Ok(index) if !picked => {
                self.picks.remove(index);
            }
            Err(index) if picked && self.picks.len() < Self::MOST_PICKS => {
                self.picks.insert(index, Pick::new(code.clone()));
            }
            _ => {}
        }
    }

    fn place(&self, code: &UnitCode) -> Result<usize, usize> {
        self.picks.binary_search_by(|pick| pick.code.cmp(code))
    }
}
