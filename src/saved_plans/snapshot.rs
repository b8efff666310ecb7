use crate::plan::Plan;
use crate::qualification::{Date, Level, Measure, Qualification, UnitCode};
use crate::reading::fnv;

/// A plan with the catalogue version and the facts of its units: what is saved, and what is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSnapshot {
    /// The plan.
    pub plan: Plan,
    /// The catalogue that it was made with.
    pub catalogue_version: CatalogueVersion,
    /// The facts of the picked units as the learner knew them, so that a unit can still be named that
    /// was withdrawn or changed since. In the order of the codes, without units that were unknown then.
    pub facts: Vec<UnitSnapshot>,
}

/// The version of the catalogue with which a plan was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueVersion {
    /// The name of the catalogue file; empty where it is not known.
    pub catalogue: String,
    /// Its document; empty where it is not known.
    pub document: String,
    /// The day its facts were compared with the document.
    pub checked: Option<Date>,
    /// The [`rules_hash`](Qualification::rules_hash) of the qualification; 0 where it is not known.
    pub rules: u32,
}

/// The facts of a unit as they were when a plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSnapshot {
    /// Its code.
    pub code: UnitCode,
    /// Its title; empty where it did not travel with the plan.
    pub title: String,
    /// Its level, where it has one and that is known.
    pub level: Option<Level>,
    /// Its credits, where it was given any.
    pub credits: Option<u32>,
    /// Its guided learning hours, where it was given any.
    pub hours: Option<u32>,
    /// Its points, where it was given any and that is known.
    pub points: Option<u32>,
}

impl CatalogueVersion {
    /// The catalogue version of a qualification.
    #[must_use]
    pub fn of(qualification: &Qualification) -> Self {
        Self {
            catalogue: qualification.catalogue.clone(),
            document: qualification.source.document.clone(),
            checked: Some(qualification.source.checked),
            rules: qualification.rules_hash,
        }
    }
}

impl UnitSnapshot {
    /// The facts of a unit as the qualification has them.
    #[must_use]
    pub fn of(qualification: &Qualification, code: &UnitCode) -> Option<Self> {
        qualification.unit(code).map(|unit| {
            let facts = Self {
                title: unit.title.clone(),
                level: unit.level,
                ..Self::new(unit.code.clone())
            };
            let all = Measure::FIGURES.into_iter();
            all.fold(facts, |facts, one| facts.with(one, unit.given(one)))
        })
    }

    /// A unit of which only the code is known.
    #[must_use]
    pub const fn new(code: UnitCode) -> Self {
        Self {
            code,
            title: String::new(),
            level: None,
            credits: None,
            hours: None,
            points: None,
        }
    }

    /// The same with another figure in a measure. Figures in units, groups and subjects are not kept.
    #[must_use]
    pub const fn with(mut self, measure: Measure, figure: Option<u32>) -> Self {
        match measure {
            Measure::Credits => self.credits = figure,
            Measure::Hours => self.hours = figure,
            Measure::Points => self.points = figure,
            Measure::Units | Measure::Groups | Measure::Subjects => {}
        }
        self
    }

    /// What it was given in a measure, as far as that is kept.
    #[must_use]
    pub const fn given(&self, measure: Measure) -> Option<u32> {
        match measure {
            Measure::Credits => self.credits,
            Measure::Hours => self.hours,
            Measure::Points => self.points,
            Measure::Units | Measure::Groups | Measure::Subjects => None,
        }
    }

    /// True where a figure that is known differs from that of `now`.
    #[must_use]
    pub fn has_other_figures(&self, now: &Self) -> bool {
        (self.credits, self.hours) != (now.credits, now.hours)
            || self.points.is_some() && self.points != now.points
    }
}

impl PlanSnapshot {
    /// A plan with the facts of its units as they are now.
    #[must_use]
    pub fn new(plan: Plan, qualification: &Qualification) -> Self {
        Self {
            facts: facts(&plan, &[], qualification),
            catalogue_version: CatalogueVersion::of(qualification),
            plan,
        }
    }

    /// The same with every unit under the code of the qualification, and the differences that this
    /// makes.
    #[must_use]
    pub fn under_codes_of(
        &self,
        qualification: &Qualification,
    ) -> (Self, Vec<CatalogueDifference>) {
        let Some((plan, meant)) = self.plan.under_codes_of(qualification) else {
            return (self.clone(), Vec::new());
        };
        let mut snapshot = Self {
            plan,
            ..self.clone()
        };
        rename(&mut snapshot.facts, &meant);
        (snapshot, renamed(meant))
    }

    /// The facts of a unit: those of the qualification, or else those that the plan keeps.
    #[must_use]
    pub fn unit(&self, qualification: &Qualification, code: &UnitCode) -> Option<UnitSnapshot> {
        let kept = || self.facts.iter().find(|unit| unit.code == *code);
        UnitSnapshot::of(qualification, code).or_else(|| kept().cloned())
    }
}

/// Moves facts to the codes that units have now. Where two then have one code, the one that had it
/// stays.
pub(super) fn rename(facts: &mut Vec<UnitSnapshot>, meant: &[(UnitCode, UnitCode)]) {
    for (then, now) in meant {
        if facts.iter().any(|unit| unit.code == *now) {
            facts.retain(|unit| unit.code != *then);
        }
        for unit in facts.iter_mut().filter(|unit| unit.code == *then) {
            unit.code = now.clone();
        }
    }
    facts.sort_by(|one, other| one.code.cmp(&other.code));
}

pub(super) fn renamed(meant: Vec<(UnitCode, UnitCode)>) -> Vec<CatalogueDifference> {
    let meant = meant.into_iter();
    meant
        .map(|(then, now)| CatalogueDifference::Code { then, now })
        .collect()
}

/// The facts of a plan's units: as they were where they are known from earlier, else those of the
/// qualification.
pub(super) fn facts(
    plan: &Plan,
    earlier: &[UnitSnapshot],
    qualification: &Qualification,
) -> Vec<UnitSnapshot> {
    let known = |code: &UnitCode| {
        let place = earlier.binary_search_by(|unit| unit.code.cmp(code)).ok()?;
        earlier.get(place).cloned()
    };
    let picks = plan.picks().iter();
    picks
        .filter_map(|pick| {
            known(&pick.code).or_else(|| UnitSnapshot::of(qualification, &pick.code))
        })
        .collect()
}

/// One difference between a catalogue and the one with which a plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueDifference {
    /// The facts of a unit have changed.
    Unit {
        /// What it was.
        then: UnitSnapshot,
        /// What it is.
        now: UnitSnapshot,
    },
    /// The unit is no longer in the qualification.
    Gone(UnitSnapshot),
    /// The plan calls a unit by another of its names than its code.
    Code {
        /// What the plan called it.
        then: UnitCode,
        /// Its code.
        now: UnitCode,
    },
    /// The rules have changed.
    Rules,
}

/// The differences between the catalogue with which a plan was made and this qualification: the rules
/// first, then the units in the order of the qualification.
#[must_use]
pub fn differences(
    snapshot: &PlanSnapshot,
    qualification: &Qualification,
) -> Vec<CatalogueDifference> {
    let then = snapshot.catalogue_version.rules;
    let rules =
        (then != 0 && then != qualification.rules_hash).then_some(CatalogueDifference::Rules);
    let mut facts: Vec<&UnitSnapshot> = snapshot.facts.iter().collect();
    facts.sort_by_cached_key(|then| qualification.order(&then.code));
    let units = facts.into_iter().filter_map(|then| {
        let Some(now) = UnitSnapshot::of(qualification, &then.code) else {
            return Some(CatalogueDifference::Gone(then.clone()));
        };
        let same_title = then.title.is_empty() || then.title == now.title;
        let same_level = then.level.is_none() || then.level == now.level;
        let same = same_title && same_level && !then.has_other_figures(&now);
        (!same).then(|| CatalogueDifference::Unit {
            then: then.clone(),
            now,
        })
    });
    rules.into_iter().chain(units).collect()
}

/// A number that stands for what differs; 0 where nothing does.
#[must_use]
pub fn hash_of(differences: &[CatalogueDifference]) -> u32 {
    let mut text = String::new();
    let mut unit = |kind: char, unit: &UnitSnapshot| {
        let level = unit.level.map_or("0".to_owned(), |level| level.to_string());
        let (credits, hours) = (unit.credits, unit.hours);
        let (code, title) = (unit.code.as_str(), unit.title.as_str());
        // A figure that is missing adds nothing, so that the hash of earlier data stays the same.
        let figures = [credits, hours].map(|figure| {
            let figure = figure.map(|figure: u32| figure.to_string());
            figure.unwrap_or_default()
        });
        let points = unit.points.map(|points| points.to_string());
        let figures = figures.iter().chain(&points).map(String::as_str);
        for part in [code, title, &level].into_iter().chain(figures) {
            text.push(kind);
            text.push_str(part);
        }
    };
    // In the order of the codes, whatever the order of the file is.
    let mut sorted: Vec<&CatalogueDifference> = differences.iter().collect();
    sorted.sort_by_key(|difference| match difference {
        CatalogueDifference::Unit { then, .. } | CatalogueDifference::Gone(then) => {
            Some(&then.code)
        }
        CatalogueDifference::Code { then, .. } => Some(then),
        CatalogueDifference::Rules => None,
    });
    for difference in sorted {
        match difference {
            CatalogueDifference::Unit { then, now } => {
                unit('\n', then);
                unit('\t', now);
            }
            CatalogueDifference::Gone(then) => unit('\r', then),
            // This is reported once, when the plan takes the code over.
            CatalogueDifference::Code { .. } | CatalogueDifference::Rules => {}
        }
    }
    let rules = differences.contains(&CatalogueDifference::Rules);
    let all = fnv(text.bytes().chain([u8::from(rules)]));
    match u32::try_from(all >> 32) {
        Ok(hash) if !differences.is_empty() => hash.max(1),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::plan::Action;
    use crate::qualification::QualificationId;

    fn snapshot() -> (PlanSnapshot, Qualification) {
        let catalogue = Catalogue::shipped();
        let id = QualificationId::new("8607-diploma").unwrap();
        let qualification = catalogue.qualification(&id).unwrap().as_ref().clone();
        let codes = ["8607-501", "8607-503", "unknown"].map(|code| UnitCode::new(code).unwrap());
        let plan = Plan::new(id).after(Action::PickAll(codes.into()));
        (PlanSnapshot::new(plan, &qualification), qualification)
    }

    #[test]
    fn a_snapshot_has_the_facts_of_its_units() {
        let (snapshot, qualification) = snapshot();
        assert_eq!(snapshot.facts.len(), 2);
        assert_eq!(snapshot.facts[0].credits, Some(3));
        assert_eq!(differences(&snapshot, &qualification), []);
    }

    #[test]
    fn what_was_changed_since_is_told_with_old_and_new() {
        let (mut snapshot, qualification) = snapshot();
        let now = snapshot.facts[0].clone();
        snapshot.facts[0].level = Level::new(7);
        snapshot.facts[1].code = UnitCode::new("8607-599").unwrap();
        snapshot.catalogue_version.rules ^= 2;
        let (then, gone) = (snapshot.facts[0].clone(), snapshot.facts[1].clone());
        assert_eq!(
            differences(&snapshot, &qualification),
            [
                CatalogueDifference::Rules,
                CatalogueDifference::Unit { then, now },
                CatalogueDifference::Gone(gone)
            ]
        );
    }

    #[test]
    fn what_is_not_known_of_then_is_no_difference() {
        let (mut snapshot, qualification) = snapshot();
        snapshot.facts[0].title.clear();
        snapshot.facts[0].level = None;
        snapshot.catalogue_version.rules = 0;
        assert_eq!(differences(&snapshot, &qualification), []);
    }

    #[test]
    fn facts_known_from_earlier_stay_as_they_were_then() {
        let (mut snapshot, qualification) = snapshot();
        snapshot.facts[0].credits = Some(9);
        let now = facts(&snapshot.plan, &snapshot.facts, &qualification);
        assert_eq!(now, snapshot.facts);
    }
}
