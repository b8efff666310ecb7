/// What is wrong in one place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The way to the place, as `qualifications[0].rules[2].at_least`; empty for the whole text.
    pub path: String,
    /// What is wrong there.
    pub reason: Reason,
}

impl Problem {
    pub(super) fn at_top(reason: Reason) -> Self {
        Self {
            path: String::new(),
            reason,
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
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
        /// True where the fault is a key that stands twice in one object.
        repeated_key: bool,
    },
    /// A key that has to be there is not.
    Missing,
    /// A key that means nothing here.
    UnknownKey,
    /// Something else than the kind of value that belongs here (named).
    NotA(&'static str),
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
    },
    /// None of the words allowed.
    NotOneOf(&'static [&'static str]),
    /// This stands earlier already.
    Repeated(String),
    /// This names something that is not there.
    Unknown(String),
    /// This names something that is there, but has a problem of its own.
    Unreadable(String),
    /// This is there, but not among what may be named in this place.
    NotOffered(String),
    /// A lower bound is above the upper one.
    UpsideDown(&'static str),
    /// The parts do not agree with each other.
    Contradiction(&'static str),
}

impl Reason {
    /// Its name, for programs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TextTooLong { .. } => "text-too-long",
            Self::NotJson {
                repeated_key: false,
                ..
            } => "not-json",
            Self::NotJson { .. } | Self::Repeated(_) => "duplicate",
            Self::Missing => "missing-key",
            Self::UnknownKey => "unknown-key",
            Self::NotA(_) => "wrong-type",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Length { .. } => "wrong-length",
            Self::NotOneOf(_) => "unknown-word",
            Self::Unknown(_) => "unknown-reference",
            Self::Unreadable(_) => "faulty-reference",
            Self::NotOffered(_) => "unit-not-offered",
            Self::UpsideDown(_) => "minimum-above-maximum",
            Self::Contradiction(_) => "inconsistent",
        }
    }
}
