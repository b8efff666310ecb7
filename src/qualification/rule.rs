use super::{Bounds, Date, GroupId, RuleId, UnitCode};

/// One rule of combination, with where it stands written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, unique in the qualification.
    pub id: RuleId,
    /// What it asks.
    pub form: Form,
    /// Where it stands.
    pub source: Source,
    /// How we read it, where the text is open to readings.
    pub note: Option<String>,
}

/// What a rule asks. Each form has a file of its own in `assess`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// So much in all, or from one group.
    Amount {
        /// The group it speaks of; `None` for the whole plan.
        group: Option<GroupId>,
        /// What is measured.
        measure: Measure,
        /// How much of it.
        bounds: Bounds,
    },
    /// Each of these units.
    Mandatory {
        /// The units.
        units: Vec<UnitCode>,
    },
    /// At most one of these units counts.
    Barred {
        /// The units, two or more.
        units: Vec<UnitCode>,
        /// The one that counts where several are picked; without one, the first in the list.
        counts: UnitCode,
    },
    /// A unit closed to learners registered from a day on.
    Registration {
        /// The unit.
        unit: UnitCode,
        /// The first day of registration to which it is closed.
        closed_from: Date,
        /// True where somebody who has already achieved it may still claim it.
        open_if_achieved: bool,
        /// The unit that takes its place, if there is one.
        instead: Option<UnitCode>,
    },
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Credits of counted units.
    Credits,
    /// Guided learning hours of counted units.
    Hours,
    /// The number of counted units.
    Units,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 3] = [Self::Credits, Self::Hours, Self::Units];

    /// Their names in catalogues, in the order of [`Measure::ALL`].
    pub const NAMES: &'static [&'static str] = &["credits", "guided_learning_hours", "units"];
}

/// Where a figure or rule stands written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: String,
    /// The heading in it.
    pub heading: String,
    /// The day on which we last compared it.
    pub checked: Date,
}
