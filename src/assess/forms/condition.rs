//! Something that is no unit, for the learner to tick. It asks nothing of the units.
//!
//! Example: 100 hours of teaching practice.

use crate::assess::{Finding, State};

pub(super) fn find(state: State) -> Finding {
    Finding::Condition {
        ticked: state == State::Met,
    }
}
