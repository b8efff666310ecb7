//! What is to be the least of the ways to complete a plan.

use crate::assess::Aim;
use crate::qualification::{Measure, Qualification};

/// What makes a way better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fewest {
    /// The least of this measure.
    Of(Measure),
    /// The fewest changes of what is picked.
    Changes,
}

impl Fewest {
    /// What can be asked for in a qualification, the first of which is asked for at first.
    #[must_use]
    pub fn all(of: &Qualification) -> Vec<Self> {
        let figures = [Measure::Hours, Measure::Credits, Measure::Points];
        let given = figures.into_iter().filter(|one| of.gives(*one));
        let all = given.chain([Measure::Units]).map(Self::Of);
        all.chain([Self::Changes]).collect()
    }

    /// Its measure; none where it is changes.
    #[must_use]
    pub const fn measure(self) -> Option<Measure> {
        match self {
            Self::Of(measure) => Some(measure),
            Self::Changes => None,
        }
    }

    pub(super) const fn aim(self) -> Aim {
        match self {
            Self::Of(Measure::Hours) => Aim::FewestHours,
            Self::Of(Measure::Credits) => Aim::FewestCredits,
            Self::Of(Measure::Points) => Aim::FewestPoints,
            Self::Of(_) => Aim::FewestUnits,
            Self::Changes => Aim::Preferred,
        }
    }
}
