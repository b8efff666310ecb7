use super::cause::Cause;
use super::expected::{Clash, Expected, Misplaced, Thing};
use super::position::Place;

/// What is wrong in one place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The way to the place, as `qualifications[0].rules[2].at_least`; empty for the whole text.
    pub path: String,
    /// What is wrong there.
    pub reason: Reason,
    /// Where in the text that is, if it was looked for.
    pub place: Option<Box<Place>>,
    /// The qualifications that it concerns; none where it concerns every one that reads this place.
    pub of: Box<Concerned>,
}

/// The qualifications that a problem concerns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerned {
    /// The first of them.
    pub named: Vec<Named>,
    /// How many more there are.
    pub others: usize,
}

/// A qualification, as far as what stands in the text can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its number in the list, from 0.
    pub number: usize,
    /// Its title.
    pub title: Option<String>,
    /// Its name.
    pub id: Option<String>,
    /// Its size, where the problem is one of sizes.
    pub size: Option<String>,
}

/// Another place in the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The way to it.
    pub path: String,
    /// Where in the text that is, if it was looked for.
    pub place: Option<Place>,
}

impl Problem {
    /// A problem whose position in the text has not been looked for yet.
    #[must_use]
    pub fn new(path: String, reason: Reason) -> Self {
        Self {
            path,
            reason,
            place: None,
            of: Box::default(),
        }
    }
}

/// What can be wrong in a place. The sentences are made in `wording`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The whole text is longer than may be read.
    TextTooLong {
        /// Its length in bytes.
        bytes: usize,
        /// The most that is read, in bytes.
        limit: usize,
    },
    /// The whole text is not JSON.
    NotJson {
        /// Why.
        cause: Cause,
        /// The line, from 1, of the bracket or the quote that is still open there.
        opened: usize,
        /// That bracket or quote.
        open: String,
    },
    /// A key that has to be there is not.
    Missing,
    /// A key that means nothing here.
    UnknownKey {
        /// The key.
        key: String,
        /// The key that is likely to be meant.
        near: Option<&'static str>,
        /// The keys that may stand here and do not yet.
        known: Vec<&'static str>,
    },
    /// A key that means something elsewhere, but not here.
    NotHere(Misplaced),
    /// Something else than the kind of value that belongs here.
    NotA(Expected),
    /// Something else than an object such as one of these.
    NotLike(&'static [&'static str]),
    /// The name of a group of the suite, or one that is nearly the same, where it has to be said that the
    /// group is one of the suite.
    NotShared {
        /// The groups that are likely to be meant: itself, where there is one of this name.
        near: Vec<String>,
        /// All that there are, where they are few.
        there: Vec<String>,
    },
    /// None of the keys of which one has to be there.
    NeedsOneOf(&'static [&'static str]),
    /// A whole number outside the range.
    OutOfRange {
        /// Smallest allowed.
        least: u64,
        /// Largest allowed.
        most: u64,
    },
    /// A text or list that is empty or too long.
    Length {
        /// Most characters or items allowed.
        most: usize,
        /// How many there are; 0 for a text of spaces too.
        length: usize,
    },
    /// None of the words allowed.
    NotOneOf {
        /// The words allowed.
        words: &'static [&'static str],
        /// The one that is likely to be meant.
        near: Option<&'static str>,
    },
    /// This stands earlier already.
    Repeated {
        /// What.
        name: String,
        /// Where.
        earlier: Box<Elsewhere>,
    },
    /// This names something that is not there.
    Unknown {
        /// What of.
        what: Thing,
        /// The name.
        name: String,
        /// Those that are likely to be meant.
        near: Box<[String]>,
        /// All that there are, where they are few.
        there: Box<[String]>,
    },
    /// This names something that is there, but has a problem of its own.
    Unreadable(String),
    /// This is there, but not among what may be named in this place.
    NotOffered(String),
    /// This unit is for other sizes.
    OtherSizes {
        /// Its code.
        unit: String,
        /// The sizes that it is for.
        sizes: Vec<String>,
    },
    /// This is said to be open and to be closed.
    OpenAndClosed(String),
    /// A lower bound is above the upper one.
    UpsideDown(Clash),
    /// The parts do not agree with each other.
    Contradiction(Clash),
}

impl Reason {
    /// Its name, for programs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TextTooLong { .. } => "text-too-long",
            Self::NotJson {
                cause: Cause::RepeatedKey,
                ..
            }
            | Self::Repeated { .. } => "duplicate",
            Self::NotJson { .. } => "not-json",
            Self::Missing | Self::NeedsOneOf(_) => "missing-key",
            Self::UnknownKey { .. } | Self::NotHere(_) => "unknown-key",
            Self::NotA(_) | Self::NotLike(_) | Self::NotShared { .. } => "wrong-type",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Length { .. } => "wrong-length",
            Self::NotOneOf { .. } => "unknown-word",
            Self::Unknown { .. } => "unknown-reference",
            Self::Unreadable(_) => "faulty-reference",
            Self::NotOffered(_) => "unit-not-offered",
            Self::UpsideDown(_) => "minimum-above-maximum",
            Self::OtherSizes { .. } | Self::OpenAndClosed(_) | Self::Contradiction(_) => {
                "inconsistent"
            }
        }
    }
}
