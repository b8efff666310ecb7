use crate::plan::Plan;
use crate::qualification::{Date, Level, Measure, Qualification, UnitCode};
use crate::reading::fnv;

/// A plan with the catalogue and the facts with which it was made: what is kept, and what is
/// shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSnapshot {
    /// The plan.
    pub plan: Plan,
    /// The catalogue that it was made with.
    pub catalogue_version: CatalogueVersion,
    /// The facts of the picked units as the learner knew them, so that a unit withdrawn or changed
    /// since can still be named. In the order of the codes; units unknown then are not in it.
    pub facts: Vec<UnitSnapshot>,
}

/// Which catalogue a plan was made with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueVersion {
    /// The name of the catalogue file; empty where it is not known.
    pub catalogue: String,
    /// Its document; empty where it is not known.
    pub document: String,
    /// The day its facts were compared with the document.
    pub checked: Option<Date>,
    /// The [`rules_hash`](Qualification::rules_mark) of the qualification; 0 where it is not known.
    pub rules: u32,
}

/// What a unit was when a plan was made.
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
    /// The edition of a qualification.
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

    /// A unit of which no more than its code is known.
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

    /// The same with another figure in a measure. Of units, groups and subjects none is kept.
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

    /// True where its figures are not those of `now`, as far as they are known.
    #[must_use]
    pub fn has_other_figures(&self, now: &Self) -> bool {
        (self.credits, self.hours) != (now.credits, now.hours)
            || self.points.is_some() && self.points != now.points
    }
}

impl PlanSnapshot {
    /// A plan as of now, with the facts of its units.
    #[must_use]
    pub fn new(plan: Plan, qualification: &Qualification) -> Self {
        Self {
            facts: facts(&plan, &[], qualification),
            catalogue_version: CatalogueVersion::of(qualification),
            plan,
        }
    }

    /// The same with every unit under the code that the qualification has for it, and what that changed.
    #[must_use]
    pub fn under_codes_of(&self, qualification: &Qualification) -> (Self, Vec<Difference>) {
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

    /// What is known of a unit: by the qualification as it is now, or else by the plan.
    #[must_use]
    pub fn unit(&self, qualification: &Qualification, code: &UnitCode) -> Option<UnitSnapshot> {
        let kept = || self.facts.iter().find(|unit| unit.code == *code);
        UnitSnapshot::of(qualification, code).or_else(|| kept().cloned())
    }
}

/// Puts facts under the codes that units have now. Of two of one code the one that had it stays.
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

pub(super) fn renamed(meant: Vec<(UnitCode, UnitCode)>) -> Vec<Difference> {
    let meant = meant.into_iter();
    meant
        .map(|(then, now)| Difference::Code { then, now })
        .collect()
}

/// The facts of a plan's units: those that are known from earlier as they were then, the others as
/// the qualification has them.
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

/// One way in which a catalogue is not the one that a plan was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The facts of a unit are others now.
    Unit {
        /// What it was.
        then: UnitSnapshot,
        /// What it is.
        now: UnitSnapshot,
    },
    /// The qualification does not have the unit any more.
    Gone(UnitSnapshot),
    /// A unit has another code now than the plan says: it was called by another of its names.
    Code {
        /// What the plan called it.
        then: UnitCode,
        /// Its code.
        now: UnitCode,
    },
    /// The rules are written otherwise now.
    Rules,
}

/// What differs between the catalogue that a plan was made with and the one that is here: the rules
/// first, then units in the order of the qualification.
#[must_use]
pub fn differences(snapshot: &PlanSnapshot, qualification: &Qualification) -> Vec<Difference> {
    let then = snapshot.catalogue_version.rules;
    let rules = (then != 0 && then != qualification.rules_hash).then_some(Difference::Rules);
    let mut facts: Vec<&UnitSnapshot> = snapshot.facts.iter().collect();
    facts.sort_by_cached_key(|then| qualification.order(&then.code));
    let units = facts.into_iter().filter_map(|then| {
        let Some(now) = UnitSnapshot::of(qualification, &then.code) else {
            return Some(Difference::Gone(then.clone()));
        };
        let same_title = then.title.is_empty() || then.title == now.title;
        let same_level = then.level.is_none() || then.level == now.level;
        let same = same_title && same_level && !then.has_other_figures(&now);
        (!same).then(|| Difference::Unit {
            then: then.clone(),
            now,
        })
    });
    rules.into_iter().chain(units).collect()
}

/// A number that stands for what differs; 0 where nothing does.
#[must_use]
pub fn hash_of(differences: &[Difference]) -> u32 {
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
    let mut sorted: Vec<&Difference> = differences.iter().collect();
    sorted.sort_by_key(|difference| match difference {
        Difference::Unit { then, .. } | Difference::Gone(then) => Some(&then.code),
        Difference::Code { then, .. } => Some(then),
        Difference::Rules => None,
    });
    for difference in sorted {
        match difference {
            Difference::Unit { then, now } => {
                unit('\n', then);
                unit('\t', now);
            }
            Difference::Gone(then) => unit('\r', then),
            // This is reported once, when the plan takes the code over.
            Difference::Code { .. } | Difference::Rules => {}
        }
    }
    let rules = differences.contains(&Difference::Rules);
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
                Difference::Rules,
                Difference::Unit { then, now },
                Difference::Gone(gone)
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
