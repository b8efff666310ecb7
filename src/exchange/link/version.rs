//! Which version of links says what.

/// The versions that are written, each where the one before it does not know what is said. There is no
/// version 3: behind an equals sign it would look like “=3D”, which is how mail escapes that sign.
pub(super) const VERSIONS: [char; 4] = ['1', '2', '4', '5'];

const FIRST: char = VERSIONS[0];
pub(super) const SECOND: char = VERSIONS[1];
pub(super) const FOURTH: char = VERSIONS[2];
pub(super) const FIFTH: char = VERSIONS[3];

/// What a version has to know to say all of a plan.
#[derive(Clone, Copy)]
pub(super) struct Needed {
    /// Names with newer letters, or units with one figure alone.
    pub(super) newer: bool,
    /// Months, days on which units are begun, and notes.
    pub(super) more: bool,
    /// How far the learner has come with units, and where these come from.
    pub(super) states: bool,
}

impl Needed {
    /// The first version that knows all of it.
    pub(super) const fn version(self) -> char {
        match self {
            Self { states: true, .. } => FIFTH,
            Self { more: true, .. } => FOURTH,
            Self { newer: true, .. } => SECOND,
            _ => FIRST,
        }
    }
}
