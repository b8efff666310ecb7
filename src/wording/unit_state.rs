//! How far a learner has come with a unit, and how it was come by.

use super::planned_by;
use super::quantity::{day_or_month, quantity};
use crate::plan::{Pick, Progress};
use crate::qualification::Measure;

/// It counts as a unit, and nothing of its figures does.
pub const NO_CREDIT: &str = "no credit";

/// Before the answers that say how far the learner has come with a unit.
pub const IS_ACHIEVED: &str = "Achieved?";
/// Picks a unit as one that is achieved.
pub const HAVE: &str = "I already have this unit";
/// Marks all units of a list as achieved.
pub const MARK: &str = "Mark as achieved";
/// When a unit was achieved.
pub const ACHIEVED_ON: &str = "Achieved on";
/// Where a unit comes from.
pub const EVIDENCE: &str = "Where it comes from";
/// What may stand there, and who sees it.
pub const ABOUT_EVIDENCE: &str = "The centre, a certificate, a reference. Not in a link.";
/// Prior learning or an exemption meets the unit, and brings no credit.
pub const WITHOUT_CREDIT: &str = "It counts without its credit";
/// What the learner notes of a unit.
pub const NOTE: &str = "Note";

/// How far the learner has come, where it can be chosen: “Working on it”.
#[must_use]
pub const fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "Not started",
        Progress::Working => "Working on it",
        Progress::Achieved => "Achieved",
    }
}

/// The same for the records of a centre: “In progress”.
#[must_use]
pub const fn on_record(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "Planned",
        Progress::Working => "In progress",
        Progress::Achieved => "Achieved",
    }
}

/// The same where there is little room; empty where it is not started: “in progress”.
#[must_use]
pub const fn in_short(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "",
        Progress::Working => "in progress",
        Progress::Achieved => "achieved",
    }
}

/// When a unit is to be done, and whether it is being worked on: “in progress, by Mar 2027”.
#[must_use]
pub fn to_be_done(pick: &Pick) -> String {
    let by = planned_by(pick.still_planned());
    let working = in_short(pick.progress).to_owned();
    let parts = [Some(working).filter(|_| !pick.is_achieved()), Some(by)];
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// How much of what counts is achieved: “9 of 13 credits achieved”; empty where nothing is.
#[must_use]
pub fn achieved_of(achieved: u32, counted: u32, measure: Measure) -> String {
    if achieved == 0 {
        return String::new();
    }
    format!("{achieved} of {} achieved", quantity(counted, measure))
}

/// What is said of where a unit stands, as sentences: “Achieved in October 2026.”
pub(super) fn sentences(pick: &Pick) -> Vec<String> {
    let mut said = Vec::new();
    match (pick.progress, pick.achieved_on) {
        (Progress::NotStarted, _) => {}
        (Progress::Working, _) => said.push("In progress.".to_owned()),
        (Progress::Achieved, None) => said.push("Achieved already.".to_owned()),
        (Progress::Achieved, Some(on)) if on.is_month() => {
            said.push(format!("Achieved in {}.", day_or_month(on)));
        }
        (Progress::Achieved, Some(on)) => said.push(format!("Achieved on {}.", day_or_month(on))),
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qualification::{DayOrMonth, UnitCode};

    #[test]
    fn what_is_achieved_is_told_of_what_counts() {
        assert_eq!(
            achieved_of(9, 13, Measure::Credits),
            "9 of 13 credits achieved"
        );
        assert_eq!(achieved_of(1, 2, Measure::Units), "1 of 2 units achieved");
        assert_eq!(achieved_of(0, 13, Measure::Credits), "");
    }

    #[test]
    fn when_a_unit_was_achieved_is_said_where_it_is_known() {
        let mut pick = Pick::new(UnitCode::new("501").unwrap());
        assert_eq!(sentences(&pick).concat(), "");
        pick.progress = Progress::Achieved;
        assert_eq!(sentences(&pick).concat(), "Achieved already.");
        pick.achieved_on = DayOrMonth::parse("2026-10");
        assert_eq!(sentences(&pick).concat(), "Achieved in October 2026.");
        pick.achieved_on = DayOrMonth::parse("2026-10-05");
        assert_eq!(sentences(&pick).concat(), "Achieved on 5 October 2026.");
    }
}
