use super::Plan;
use crate::qualification::{Date, RuleId, UnitCode, VariantId};

/// A field of a plan with its value: all that a plan says but for its qualification and its units.
///
/// This is the one list of them. Code that compares plans, saves them or undoes changes goes through
/// [`Plan::fields`] and [`Plan::set_field`] and names no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Plan::name`].
    Name(String),
    /// [`Plan::registered`].
    Registered(Option<Date>),
    /// [`Plan::last_day`].
    LastDay(Option<Date>),
    /// [`Plan::pathway`].
    Pathway(Option<VariantId>),
    /// [`Plan::nation`].
    Nation(Option<VariantId>),
    /// [`Plan::conditions`].
    Conditions(Vec<RuleId>),
    /// [`Plan::wished`].
    Wished(Vec<UnitCode>),
    /// [`Plan::avoided`].
    Avoided(Vec<UnitCode>),
    /// [`Plan::note`].
    Note(String),
}

/// How many there are.
const FIELDS: usize = 9;

impl Field {
    /// Every field as it is in a plan of which nothing is said yet.
    #[must_use]
    pub const fn none() -> [Self; FIELDS] {
        [
            Self::Name(String::new()),
            Self::Registered(None),
            Self::LastDay(None),
            Self::Pathway(None),
            Self::Nation(None),
            Self::Conditions(Vec::new()),
            Self::Wished(Vec::new()),
            Self::Avoided(Vec::new()),
            Self::Note(String::new()),
        ]
    }
}

impl Plan {
    /// Every field as it is.
    #[must_use]
    pub fn fields(&self) -> [Field; FIELDS] {
        // None can be forgotten here.
        let Self {
            qualification: _,
            name,
            note,
            registered,
            last_day,
            pathway,
            nation,
            conditions,
            wished,
            avoided,
            picks: _,
        } = self;
        [
            Field::Name(name.clone()),
            Field::Registered(*registered),
            Field::LastDay(*last_day),
            Field::Pathway(pathway.clone()),
            Field::Nation(nation.clone()),
            Field::Conditions(conditions.clone()),
            Field::Wished(wished.clone()),
            Field::Avoided(avoided.clone()),
            Field::Note(note.clone()),
        ]
    }

    /// Gives a field another value, as it is.
    pub fn set_field(&mut self, field: Field) {
        match field {
            Field::Name(name) => self.name = name,
            Field::Registered(day) => self.registered = day,
            Field::LastDay(day) => self.last_day = day,
            Field::Pathway(pathway) => self.pathway = pathway,
            Field::Nation(nation) => self.nation = nation,
            Field::Conditions(rules) => self.conditions = rules,
            Field::Wished(codes) => self.wished = codes,
            Field::Avoided(codes) => self.avoided = codes,
            Field::Note(note) => self.note = note,
        }
    }
}
