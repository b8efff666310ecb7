//! What is said of one rule, and why it cannot be met.

use super::list::list;
use super::titles::titles;
use crate::assess::State;
use crate::qualification::{Qualification, UnitCode};

const NOT_KNOWN: &str = "What is missing here is not known: the rules were not searched whole.";

/// What is said of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, in a few words: “7 more credits”.
    pub headline: String,
    /// The rule with the number behind it: “30 of at least 37 credits in all”.
    pub detail: String,
    /// Why it cannot be met, where it is broken. What to do about it is said by the repairs alone.
    pub advice: Option<String>,
}

/// What is said where no unit can put a rule right, and where that is not known.
pub(super) fn never(state: State) -> Option<String> {
    match state {
        State::Broken => Some("Adding units cannot put this rule right.".to_owned()),
        State::NotKnown => Some(NOT_KNOWN.to_owned()),
        State::Met | State::Open => None,
    }
}

/// What is said where a rule cannot be met because these units are closed to the learner.
pub(super) fn cannot_count(qualification: &Qualification, closed: &[UnitCode]) -> String {
    format!(
        "{} cannot count in this plan.",
        titles(qualification, closed)
    )
}

/// What is said of missing units that are picked, behind their list.
pub(super) fn kept_out(picked: &[UnitCode]) -> String {
    match picked {
        [] => String::new(),
        [one] => format!("; {one} is picked and does not count"),
        several => format!("; {} are picked and do not count", list(several)),
    }
}
