//! What stands on the printed sheet of a plan, beside what is said on the screen.

use super::quantity::day_or_month;
use super::{RuleLine, date, in_short, plan_hours, planned, unit_state};
use crate::assess::Assessment;
use crate::plan::{Pick, Plan, Progress};
use crate::qualification::{Qualification, UnitCode};

/// At the head of the sheet.
pub const NOT_A_REGISTRATION: &str = "Plan, not a registration";
/// Over the name of the plan.
pub const PLAN: &str = "Plan";
/// Before the first line to sign on, which asks for the name.
pub const LEARNER: &str = "Learner";
/// Before the second.
pub const ADVISOR: &str = "Advisor";
/// Over the day on which the sheet was printed, and below a line to write one on.
pub const DATE: &str = "Date";
/// Below a line to write on.
pub const NAME: &str = "Name";
/// The same.
pub const SIGNATURE: &str = "Signature";
/// Over the codes and titles of units.
pub const UNIT: &str = "Unit";
/// Over the groups in which units count.
pub const GROUP: &str = "Group";
/// Over the months in which units were achieved.
pub const ACHIEVED: &str = "Achieved";
/// Over the days for which units are planned.
pub const BY: &str = "By";
/// Before the sums of the units that count.
pub const TOGETHER: &str = "Together";
/// Over the rules.
pub const RULES: &str = "Rules";
/// Over the hours and the days of a plan.
pub const TIME: &str = "Time";
/// Over the lines to sign on.
pub const AGREED: &str = "Agreed";
/// Below the QR code.
pub const ON_YOUR_PHONE: &str = "This plan on your phone";

/// Whose qualification it is, with its code and its number: “ILM. 8607, accreditation number 600/5854/7”.
#[must_use]
pub fn awarded_by(of: &Qualification) -> String {
    let number = &of.accreditation_number;
    let number = (!number.is_empty()).then(|| format!("accreditation number {number}"));
    let suite = Some(of.suite.clone()).filter(|suite| !suite.is_empty());
    let codes: Vec<String> = suite.into_iter().chain(number).collect();
    if codes.is_empty() {
        of.awarding_body.clone()
    } else {
        format!("{}. {}", of.awarding_body, codes.join(", "))
    }
}

/// A group where “Group” stands over it: “1”.
#[must_use]
pub fn group_in_column(title: &str) -> &str {
    title.strip_prefix("Group ").unwrap_or(title)
}

/// When a unit was achieved: “Oct 2026”, “yes” where it is not known when; “in progress” while it is.
#[must_use]
pub fn achieved(pick: &Pick) -> String {
    match (pick.progress, pick.achieved_on) {
        (Progress::Achieved, Some(_)) => planned(pick.achieved_on),
        (Progress::Achieved, None) => "yes".to_owned(),
        (other, _) => unit_state::in_short(other).to_owned(),
    }
}

/// What a rule asks for: “From Group 1, at least 7”.
#[must_use]
pub fn rule(line: &RuleLine) -> String {
    let RuleLine { name, asks, .. } = line;
    if asks.is_empty() {
        name.clone()
    } else {
        format!("{name}, {asks}")
    }
}

/// The hours of a plan, when it was registered, and when it is to be done.
#[must_use]
pub fn time(of: &Qualification, plan: &Plan, found: &Assessment) -> Vec<(&'static str, String)> {
    let counts = |code: &UnitCode| {
        let mut units = found.units.iter();
        units.any(|unit| unit.code == *code && unit.not_counted.is_none())
    };
    let picks = plan.picks().iter().filter(|pick| counts(&pick.code));
    let last = picks
        .filter_map(Pick::still_planned)
        .max_by_key(|on| on.last_day());
    let registered = plan.registered.map(|day| ("Registered", date(day)));
    let last = last.map(|on| ("Last unit by", day_or_month(on)));
    let end = super::last_day(of, plan).map(|day| ("Last day", date(day)));
    let mut time = plan_hours(of, found);
    let measure = of.measure();
    let achieved = (found.achieved.units > 0).then(|| {
        let (done, all) = (found.achieved.of(measure), found.counted.of(measure));
        (ACHIEVED, format!("{done} of {}", in_short(all, measure)))
    });
    time.extend([achieved, registered, last, end].into_iter().flatten());
    time
}
