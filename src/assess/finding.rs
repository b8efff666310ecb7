//! What is found when a rule is judged: numbers and names, of which `wording` makes sentences.

use crate::qualification::{Bounds, Measure, Selection, ShareBound, UnitCode};

/// What was found when a rule was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// An amount against its bounds.
    Amount {
        /// Which units.
        of: Selection,
        /// What was measured.
        measure: Measure,
        /// How much of it counts. Of several subjects, the one that is furthest above the most, or
        /// else furthest below the least, or else has the most.
        counted: u32,
        /// What is asked for.
        bounds: Bounds,
        /// Where the rule cannot be met for want of units: the most that can count.
        reachable: Option<u32>,
        /// Where the bounds are for each subject: how each of them stands, by their names.
        subjects: Option<Vec<OfSubject>>,
        /// True where the least is asked for only if there is any, and the plan is completed by units
        /// in whose place nothing of it counts any more: then none is missing.
        given_up: bool,
    },
    /// A share of one amount in another.
    Share {
        /// The part.
        of: Selection,
        /// What it is a part of.
        out_of: Selection,
        /// What both are measured in.
        measure: Measure,
        /// How large the part is.
        part: u32,
        /// How large the whole.
        whole: u32,
        /// The least share.
        least: Option<ShareBound>,
        /// The largest share.
        most: Option<ShareBound>,
    },
    /// So many of several sets.
    Choice {
        /// What of each set does not count yet.
        missing: Vec<Vec<UnitCode>>,
        /// Those of them that are closed to this learner, each once.
        closed: Vec<UnitCode>,
        /// Those of the missing that are picked, and open to this learner: other picks keep them from
        /// counting.
        picked: Vec<UnitCode>,
        /// How many sets are asked for.
        bounds: Bounds,
    },
    /// A unit that asks for others.
    Needs {
        /// The unit.
        unit: UnitCode,
        /// What it asks for and is not there; where one of them is enough, none that is closed to this
        /// learner, unless all are.
        missing: Vec<UnitCode>,
        /// Those of the missing that are closed to this learner.
        closed: Vec<UnitCode>,
        /// Those of the missing that are picked, and open to this learner: other picks keep them from
        /// counting.
        picked: Vec<UnitCode>,
        /// True where it asks for all of them.
        all: bool,
        /// Whether it is asked of this plan: the unit counts.
        asked: bool,
    },
    /// Something to tick.
    Condition {
        /// Whether it is ticked.
        ticked: bool,
        /// Whether it is asked of this plan: some are asked only of those who take a unit.
        asked: bool,
    },
    /// Mandatory units.
    Mandatory {
        /// How many there are.
        of: usize,
        /// Those not counted yet.
        missing: Vec<UnitCode>,
        /// Those of the missing that are closed to this learner.
        closed: Vec<UnitCode>,
        /// Those of the missing that are picked, and open to this learner: other picks keep them from
        /// counting.
        picked: Vec<UnitCode>,
    },
}

impl Finding {
    /// False for what is asked only of those who take certain units, where this plan has none of them.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        match self {
            Self::Needs { asked, .. } | Self::Condition { asked, .. } => *asked,
            _ => true,
        }
    }

    /// How many mandatory units count, and how many there are; `None` for any other finding.
    #[must_use]
    pub const fn mandatory(&self) -> Option<(usize, usize)> {
        match self {
            Self::Mandatory { of, missing, .. } => Some((of.saturating_sub(missing.len()), *of)),
            _ => None,
        }
    }
}

/// How one of several subjects stands to bounds that are for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfSubject {
    /// The subject.
    pub subject: String,
    /// How much of it counts.
    pub counted: u32,
    /// How much of that is above the most.
    pub over: u32,
    /// How much is missing to the least; nothing where none of it is used and that is allowed.
    pub short: u32,
    /// True where it is short, and the plan is completed by units in whose place nothing of it counts
    /// any more.
    pub given_up: bool,
    /// Its units that count.
    pub units: Vec<UnitCode>,
}
