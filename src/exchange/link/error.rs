//! Why a text is no link.

use super::bits::DecodeError;

/// Why a text is no link that this version opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is longer than [`LONGEST`](super::LONGEST).
    TooLong,
    /// A newer version of the planner wrote it, in this version of links.
    Newer(u32),
    /// Its end is missing.
    CutShort,
    /// Something in it was changed or left out.
    Damaged,
    /// It does not begin as a link does.
    NoLink,
}

impl From<DecodeError> for LinkError {
    fn from(_: DecodeError) -> Self {
        Self::Damaged
    }
}
