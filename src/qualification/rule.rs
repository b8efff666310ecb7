use super::{Bounds, Date, Earned, GroupId, RuleId, ShareBound, UnitCode, VariantId};

/// One rule of combination, with where it stands written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, unique in the qualification.
    pub id: RuleId,
    /// Whom it is for.
    pub when: When,
    /// What it asks.
    pub form: Form,
    /// Where it stands.
    pub source: Source,
    /// How we read it, where the text is open to readings.
    pub note: Option<String>,
}

/// Whom a rule is for; everybody where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Those on one of these pathways.
    pub pathways: Vec<VariantId>,
    /// Those in one of these nations.
    pub nations: Vec<VariantId>,
    /// Those registered on this day or later.
    pub registered_from: Option<Date>,
    /// Those registered before this day.
    pub registered_before: Option<Date>,
}

/// What a rule asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// So much of the counted units that are selected.
    Amount(Amount),
    /// A share of one amount in another: at least half of the optional credits at Level 5.
    Share {
        /// The part.
        of: Selection,
        /// What it is a part of.
        out_of: Selection,
        /// What both are measured in.
        measure: Measure,
        /// The least share, if any.
        least: Option<ShareBound>,
        /// The largest share, if there is a limit.
        most: Option<ShareBound>,
    },
    /// Each of these units.
    Mandatory {
        /// The units.
        units: Vec<UnitCode>,
    },
    /// Some of several sets, each of them whole: either one unit or two others.
    Choice {
        /// The sets.
        options: Vec<Vec<UnitCode>>,
        /// How many of them.
        bounds: Bounds,
    },
    /// Of a class of units no more than a few count.
    Barred {
        /// The units, two or more.
        units: Vec<UnitCode>,
        /// How many of them count together.
        most: u32,
        /// The one that counts before the others, where the specification says which. Else what
        /// leaves the plan best counts.
        counts: Option<UnitCode>,
    },
    /// One unit does not count together with any of several others.
    Bars {
        /// The one.
        unit: UnitCode,
        /// The others.
        units: Vec<UnitCode>,
    },
    /// The same content under several codes counts once.
    SameContent {
        /// The codes, two or more.
        units: Vec<UnitCode>,
    },
    /// A unit asks for others.
    Needs {
        /// The one that asks.
        unit: UnitCode,
        /// What it asks for.
        needs: Vec<UnitCode>,
        /// True where it asks for all of them, false where one is enough.
        all: bool,
    },
    /// A unit closed to some by their day of registration.
    Registration {
        /// The unit.
        unit: UnitCode,
        /// The first day of registration to which it is open, if there is one.
        open_from: Option<Date>,
        /// The first day of registration to which it is closed, if there is one.
        closed_from: Option<Date>,
        /// True where somebody who has already achieved it may still claim it.
        open_if_achieved: bool,
        /// The unit that takes its place, if there is one.
        instead: Option<UnitCode>,
    },
    /// Something that is no unit, for the learner to tick: hours of practice, a licence.
    Condition {
        /// What it is.
        text: String,
        /// It is asked only of those for whom one of these units counts; of everybody where the list
        /// is empty.
        if_taken: Vec<UnitCode>,
    },
}

impl Form {
    /// Asks for so many of these units; `None` where the bounds are none.
    #[must_use]
    pub fn some_of(units: Vec<UnitCode>, least: Option<u32>, most: Option<u32>) -> Option<Self> {
        let of = Selection {
            units,
            ..Selection::default()
        };
        Some(Self::Amount(Amount {
            of,
            measure: Measure::Units,
            bounds: Bounds::new(least, most)?,
            surplus: Surplus::Breaks,
            if_used: false,
            each_subject: false,
        }))
    }

    /// What it is called in catalogue files and answers.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Amount(_) => "amount",
            Self::Share { .. } => "share",
            Self::Mandatory { .. } => "mandatory",
            Self::Choice { .. } => "choice",
            Self::Barred { .. } => "barred",
            Self::Bars { .. } => "bars",
            Self::SameContent { .. } => "same-content",
            Self::Needs { .. } => "needs",
            Self::Registration { .. } => "registration",
            Self::Condition { .. } => "condition",
        }
    }

    /// The units that are mandatory by it; `None` for any other form.
    #[must_use]
    pub fn mandatory(&self) -> Option<&[UnitCode]> {
        match self {
            Self::Mandatory { units } => Some(units),
            _ => None,
        }
    }

    /// The units that it names; none where it selects them. A unit that takes the place of a closed one
    /// is not among them.
    #[must_use]
    pub fn units(&self) -> Vec<&UnitCode> {
        match self {
            Self::Mandatory { units }
            | Self::Barred { units, .. }
            | Self::SameContent { units } => units.iter().collect(),
            Self::Choice { options, .. } => options.iter().flatten().collect(),
            Self::Bars { unit, units }
            | Self::Needs {
                unit, needs: units, ..
            } => std::iter::once(unit).chain(units).collect(),
            Self::Registration { unit, .. } => vec![unit],
            Self::Condition { if_taken, .. } => if_taken.iter().collect(),
            Self::Amount(_) | Self::Share { .. } => Vec::new(),
        }
    }

    /// True for a rule by which the day of registration decides whether a unit counts.
    #[must_use]
    pub const fn is_of_registration(&self) -> bool {
        matches!(self, Self::Registration { .. })
    }

    /// The unit that is taken in place of one that the day of registration closes, and from which day on.
    #[must_use]
    pub const fn replacement(&self) -> Option<(&UnitCode, Option<Date>)> {
        match self {
            Self::Registration {
                instead: Some(instead),
                closed_from,
                ..
            } => Some((instead, *closed_from)),
            _ => None,
        }
    }

    /// True for a rule that only says which units may count together.
    #[must_use]
    pub const fn decides_what_counts(&self) -> bool {
        match self {
            Self::Barred { .. } | Self::Bars { .. } | Self::SameContent { .. } => true,
            Self::Amount(amount) => matches!(amount.surplus, Surplus::NotCounted),
            _ => false,
        }
    }

    /// The amount that it asks for, where it asks for one.
    #[must_use]
    pub const fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// The selections that it speaks of, each with its key in catalogues; none where it names its units.
    #[must_use]
    pub fn selections(&self) -> Vec<(&'static str, &Selection)> {
        match self {
            Self::Amount(amount) => vec![("of", &amount.of)],
            Self::Share { of, out_of, .. } => vec![("of", of), ("out_of", out_of)],
            _ => Vec::new(),
        }
    }
}

/// So much of the counted units that are selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Which units.
    pub of: Selection,
    /// What is measured.
    pub measure: Measure,
    /// How much of it.
    pub bounds: Bounds,
    /// What becomes of more than the most.
    pub surplus: Surplus,
    /// True where the least is asked for only if any of the selected units counts.
    pub if_used: bool,
    /// True where the bounds are for each subject by itself.
    pub each_subject: bool,
}

/// What becomes of more than a rule allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surplus {
    /// It breaks the rule.
    #[default]
    Breaks,
    /// It may be taken, and is not counted.
    NotCounted,
}

/// Which of the counted units: those that fit every condition given here; all where none is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Counted in one of these groups, or in a group within them.
    pub groups: Vec<GroupId>,
    /// One of these.
    pub units: Vec<UnitCode>,
    /// At this level or above.
    pub level_from: Option<super::Level>,
    /// At this level or below.
    pub level_to: Option<super::Level>,
    /// With this tag.
    pub tag: Option<String>,
    /// Of this subject.
    pub subject: Option<String>,
    /// Earned in one of these ways.
    pub earned: Vec<Earned>,
}

impl Selection {
    /// All units of one group.
    #[must_use]
    pub fn of_group(group: GroupId) -> Self {
        Self {
            groups: vec![group],
            ..Self::default()
        }
    }

    /// True where it selects everything.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// The group, where it selects all units of one group and nothing else is said.
    #[must_use]
    pub fn group(&self) -> Option<&GroupId> {
        match self.groups.as_slice() {
            [group] if *self == Self::of_group(group.clone()) => Some(group),
            _ => None,
        }
    }
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
    /// Points of counted units, where an awarding body gives them.
    Points,
    /// The number of the selected groups in which a unit counts; of all groups at the top where no
    /// group is selected.
    Groups,
    /// The number of subjects of which a unit counts.
    Subjects,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 6] = [
        Self::Credits,
        Self::Hours,
        Self::Units,
        Self::Points,
        Self::Groups,
        Self::Subjects,
    ];

    /// Those in which a unit has a figure, in the order in which they are shown.
    pub const FIGURES: [Self; 3] = [Self::Credits, Self::Hours, Self::Points];

    /// Their names in catalogues, in the order of [`Measure::ALL`].
    pub const NAMES: &'static [&'static str] = &[
        Self::Credits.key(),
        Self::Hours.key(),
        Self::Units.key(),
        Self::Points.key(),
        Self::Groups.key(),
        Self::Subjects.key(),
    ];

    /// Its name in catalogues and in files of saved plans.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Credits => "credits",
            Self::Hours => "guided_learning_hours",
            Self::Units => "units",
            Self::Points => "points",
            Self::Groups => "groups",
            Self::Subjects => "subjects",
        }
    }

    /// Its name in answers and events, where words are joined by hyphens.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Credits => "credits",
            Self::Hours => "guided-learning-hours",
            Self::Units => "units",
            Self::Points => "points",
            Self::Groups => "groups",
            Self::Subjects => "subjects",
        }
    }
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
