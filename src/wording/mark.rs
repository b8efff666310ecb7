//! What is read aloud in place of the sign of a state.

use crate::assess::State;

/// In place of ✓.
pub const MET: &str = "Met: ";
/// In place of …
pub const OPEN: &str = "Open: ";
/// In place of ?
pub const NOT_KNOWN: &str = "Not known: ";
/// In place of !
pub const BROKEN: &str = "Broken: ";

/// That of a state.
#[must_use]
pub const fn of(state: State) -> &'static str {
    match state {
        State::Met => MET,
        State::Open => OPEN,
        State::NotKnown => NOT_KNOWN,
        State::Broken => BROKEN,
    }
}
