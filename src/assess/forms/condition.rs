//! Something that is no unit, for the learner to tick. It asks nothing of the units.
//!
//! Example: 100 hours of teaching practice.

use crate::assess::{Finding, State};

pub(super) fn find(state: State) -> Finding {
    Finding::Condition {
        ticked: state == State::Met,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::assess::State;
    use crate::assess::forms::testing::check;

    #[test]
    fn it_is_open_until_it_is_ticked() {
        let rules = json!([{"kind": "condition", "text": "100 hours of practice"}]);
        assert_eq!(check(&rules, &[]).0, State::Open);
    }
}
