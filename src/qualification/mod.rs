//! What can be taken: qualifications, their units, groups and rules of combination.
//!
//! Values only. They are made by the catalogue and by tests; nothing here knows where they came
//! from, what a learner chose, or how any of it is shown.

use std::sync::Arc;

mod about;
mod date;
mod day_or_month;
mod earned;
mod level;
mod month;
mod packed;
mod quantity;
mod rule;
mod share;
mod size;
mod text;
mod unit;
mod units;
mod whole;

pub use about::{About, Covers, Ours, OwnAbout, Subject, UnitAbout};
pub use date::Date;
pub use day_or_month::DayOrMonth;
pub use earned::Earned;
pub use level::Level;
pub use month::Month;
pub use packed::Packed;
pub(crate) use packed::packed;
pub use quantity::{Bounds, Credits, Hours};
pub use rule::{Amount, Form, Measure, Rule, Selection, Source, Surplus, When};
pub use share::{Fraction, ShareBound};
pub use size::Size;
pub(crate) use text::close;
pub use text::{GroupId, QualificationId, RuleId, UnitCode, VariantId};
pub use unit::Unit;
pub use units::{Names, Units};

/// A qualification as its specification describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualification {
    /// Its name in links, saved plans and attributes: `8607-diploma`.
    pub id: QualificationId,
    /// The awarding body's product code, shared by the sizes of one suite: `8607`; empty where it has
    /// none.
    pub suite: String,
    /// The awarding body.
    pub awarding_body: String,
    /// The regulator's qualification number: `600/5856/0`; empty where it has none.
    pub accreditation_number: String,
    /// Its full title.
    pub title: String,
    /// Its level, if it has one.
    pub level: Option<Level>,
    /// Its size: Award, Certificate, Extended Diploma.
    pub size: Size,
    /// Planned operational start, where there is one: nobody registers earlier.
    pub operational_start: Option<Date>,
    /// The published credit value, one number or a range, where there is one.
    pub credit_value: Option<Bounds>,
    /// The hours of study that its awarding body counts for each credit, where it states them.
    pub study_hours_per_credit: Option<u32>,
    /// Hours of induction, shown beside the units' hours; exactly 0 where the document states none.
    pub induction: Bounds,
    /// Hours of tutorial support, shown beside the units' hours; exactly 0 where the document states
    /// none.
    pub tutorial_support: Bounds,
    /// True where the published hours of the units already hold induction and tutorial support.
    pub unit_hours_include_support: bool,
    /// Hours as the specification prints them.
    pub published: PublishedHours,
    /// Years to completion, where the specification sets any.
    pub completion_years: Option<u32>,
    /// Letters a holder may put after the name.
    pub post_nominals: Option<String>,
    /// The designation that comes with them.
    pub designation: Option<String>,
    /// Who it is for, in our words; may be empty.
    pub purpose: String,
    /// What learners gain, in our words.
    pub for_learners: Vec<String>,
    /// What employers gain, in our words.
    pub for_employers: Vec<String>,
    /// Titles of the qualifications it leads to.
    pub progression: Vec<String>,
    /// How units are assessed, in our words; may be empty.
    pub assessment: String,
    /// The groups of units, in the order of the specification.
    pub groups: Vec<Group>,
    /// Every unit that a group names, in the order in which the groups of the file name them.
    pub units: Units,
    /// The rules of combination. They are shared: the engine makes a qualification of its own for a learner whose units
    /// bring no credit.
    pub rules: Arc<Vec<Rule>>,
    /// The pathways, where a learner chooses one.
    pub pathways: Vec<Variant>,
    /// The nations, where the rules differ between them.
    pub nations: Vec<Variant>,
    /// Titles that some choices of units earn beside the qualification's.
    pub endorsements: Arc<Vec<Endorsement>>,
    /// The first and the last day of registration, where they are set.
    pub registration: Window,
    /// The last day of certification, where it is set.
    pub last_certification: Option<Date>,
    /// Readings and gaps of the specification that a reader should know.
    pub notes: Arc<Vec<Note>>,
    /// Where the facts come from: document and heading.
    pub source: Source,
    /// The name of the catalogue file that describes it.
    pub catalogue: String,
    /// A hash of its rules, groups, variants and days as the file has them, and of the sizes that its
    /// units are for. By it a plan knows whether they are the same as when it was made. The figures of
    /// units are not in it. Never 0.
    pub rules_hash: u32,
    /// What its units are about, where its file says that: nothing of it is packed.
    pub about: OwnAbout,
}

/// A way to take a qualification: a pathway or a nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its name in rules and plans.
    pub id: VariantId,
    /// Its title.
    pub title: String,
}

/// A title that a choice of units earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    /// The title.
    pub title: String,
    /// What earns it.
    pub amounts: Vec<Amount>,
}

/// Days from one to another, each of which may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// Units that the rules treat together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in rules.
    pub id: GroupId,
    /// Its heading.
    pub title: String,
    /// The group that it stands in, if it stands in one.
    pub parent: Option<GroupId>,
    /// The units that may be chosen from it, in the order they are shown.
    pub units: Vec<UnitCode>,
    /// Units that the specification prints in this group but that this qualification does not
    /// take: shown with the reason, never counted.
    pub closed_units: Vec<UnitCode>,
}

impl Group {
    /// The units in the order in which they are listed: those that may be chosen, then those that are closed.
    pub fn listed_units(&self) -> impl Iterator<Item = &UnitCode> {
        self.units.iter().chain(&self.closed_units)
    }
}

/// Hours as published, where the specification prints them. They are texts because they are only
/// shown, and because one of them (39.5) is no whole number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedHours {
    /// “Guided Learning Hours (GLH)”.
    pub guided_learning: Option<String>,
    /// “Average Guided Learning Hours”.
    pub average_guided_learning: Option<String>,
    /// “Total Qualification Time (TQT)”.
    pub total_qualification_time: Option<String>,
}

/// Something a reader of the specification should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The note, in our words.
    pub text: String,
    /// The heading it belongs to.
    pub heading: String,
}

impl Qualification {
    /// True where both are sizes of one suite.
    #[must_use]
    pub fn is_of_suite(&self, other: &Self) -> bool {
        let named = !self.suite.is_empty() && self.suite == other.suite;
        named && self.awarding_body == other.awarding_body
    }

    /// The unit of this code, if any group names it.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.units.find(code)
    }

    /// The place of the unit of this code.
    #[must_use]
    pub fn unit_index(&self, code: &UnitCode) -> Option<usize> {
        self.units.place(code)
    }

    /// The places of the units of these codes, those that it has. It is fastest where the codes come
    /// in the order of the file.
    pub fn unit_indices(&self, codes: &[UnitCode]) -> impl Iterator<Item = usize> {
        let mut next = 0;
        codes.iter().filter_map(move |code| {
            let is_next = self.units.get(next).is_some_and(|unit| unit.code == *code);
            let place = if is_next {
                next
            } else {
                self.unit_index(code)?
            };
            next = place + 1;
            Some(place)
        })
    }

    /// A key to list units by: in the order of the file, and what it does not have last, by the codes.
    #[must_use]
    pub fn order<'a>(&self, code: &'a UnitCode) -> (usize, &'a UnitCode) {
        (self.unit_index(code).unwrap_or(usize::MAX), code)
    }

    /// The group that a unit may be chosen from.
    #[must_use]
    pub fn group_of(&self, code: &UnitCode) -> Option<&Group> {
        self.groups.iter().find(|group| group.units.contains(code))
    }

    /// True for a group of this name, and for one that stands within it.
    #[must_use]
    pub fn is_within(&self, group: &Group, outer: &GroupId) -> bool {
        let mut at = Some(group);
        // No chain of parents is longer than there are groups.
        for _ in 0..=self.groups.len() {
            let Some(one) = at else {
                return false;
            };
            if one.id == *outer {
                return true;
            }
            at = one.parent.as_ref().and_then(|id| self.group(id));
        }
        false
    }

    /// The group of this name.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The rule of this name.
    #[must_use]
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }
}
