//! The answers about one plan or one qualification, in words.

use std::fmt::Display;

use super::{commas, semicolons};
use crate::wording::heading;

pub(crate) const NOT_SEARCHED: &str =
    "\nNot fully searched: the search stopped before its end (a larger --limit may help).";
pub(crate) const NOT_SEARCHED_HERE: &str = " Not fully searched.";
pub(crate) const NO_FINDINGS: &str = "No findings.";
pub(crate) const NOTHING_PICKED: &str = "Nothing is picked yet.";
pub(crate) const NOTHING_COMPLETES: &str = "No units complete this plan.";
pub(crate) const NO_REPAIR: &str = "No repair was found.";
pub(crate) const NOTHING_TO_REPAIR: &str = "Nothing to repair.";
pub(crate) const NO_CHOICE_MEETS: &str = "No choice of the units that are open to you meets the rules: there is nothing to repair in the \
     plan.";
pub(crate) const NOT_TAKEN: &str = "  Not taken by this qualification:";

/// That no unit was found by these words, after a line that is left free.
pub(crate) fn nothing_found(words: &str) -> String {
    format!("\nNo unit of this qualification fits “{words}”.")
}

/// The heading of the rules, after a line that is left free.
pub(crate) fn rules() -> String {
    format!("\n{}", heading::RULES)
}

/// Where a plan stands; `some` is true where a picked unit could be taken out.
pub(crate) fn state(state: Option<&str>, some: bool) -> &'static str {
    match state {
        Some("met") => "all rules met",
        Some("can-be-met") => "can be met",
        Some("not-known") => "not known whether it can be met",
        _ if some => "cannot be met with all that is picked",
        _ => "cannot be met",
    }
}

/// How a rule stands.
pub(crate) fn rule_state(state: Option<&str>) -> &'static str {
    match state {
        Some("met") => "met",
        Some("can-be-met") => "open",
        Some("not-known") => "not known",
        _ => "broken",
    }
}

pub(crate) fn with_hours(hours: &str) -> String {
    format!(", with {hours}")
}

pub(crate) fn beside(counted: &str) -> String {
    format!("  Beside that: {counted}")
}

pub(crate) fn by_exemption(exempt: u64) -> String {
    format!(" ({exempt} by exemption)")
}

/// “12 credits count of 14 picked (3 by exemption), with 80 guided learning hours.”
pub(crate) fn counted(
    counted: &str,
    is_one: bool,
    picked: &dyn Display,
    exempt: &str,
    hours: &str,
) -> String {
    let count = if is_one { "counts" } else { "count" };
    format!("{counted} {count} of {picked} picked{exempt}{hours}.")
}

/// How much of it is achieved, behind that.
pub(crate) fn achieved(achieved: u64) -> String {
    format!(" {achieved} achieved.")
}

/// The first line of what is assessed.
pub(crate) fn assessed(qualification: &str, state: &str, counted: &str) -> String {
    format!("{qualification}: {state}. {counted}")
}

/// Something by its name, a line below a heading.
pub(crate) fn named(name: &str, text: &str) -> String {
    format!("  {name}: {text}")
}

/// What counts of a group, and what the other rules leave to it.
pub(crate) fn of_group(title: &str, amount: &str, left: Option<&str>) -> String {
    match left {
        Some(left) => format!("  {title}: {amount}; {left}"),
        None => format!("  {title}: {amount}"),
    }
}

pub(crate) fn combinations(number: &str) -> String {
    match number {
        "1" => "1 valid combination".to_owned(),
        number => format!("{number} valid combinations"),
    }
}

pub(crate) const COMBINATIONS_NOT_KNOWN: &str = "The number of valid combinations is not known.";

/// Which units are in no valid combination together, or as they are earned.
pub(crate) fn conflict(units: &str, number: usize, as_earned: bool) -> String {
    let how_many = match number {
        1 => "",
        2 => "both ",
        _ => "all of ",
    };
    if as_earned {
        format!(
            "As their credit is earned in this plan, no valid combination has {how_many}{units}."
        )
    } else {
        format!("No valid combination has {how_many}{units}.")
    }
}

/// A finding of the lint in one line.
pub(crate) fn finding(
    file: &str,
    severity: &str,
    place: &str,
    message: &str,
    hint: &str,
) -> String {
    format!("{file}: {severity}: {place}{message} {hint}")
}

/// Where a finding stands, before what it says.
pub(crate) fn place(line: &dyn Display, column: &dyn Display, name: &str) -> String {
    if name.is_empty() {
        format!("line {line}, column {column}: ")
    } else {
        format!("{name} (line {line}, column {column}): ")
    }
}

/// The first lines of what a qualification is.
pub(crate) fn qualification(title: &str, id: &str, facts: &[String]) -> String {
    format!("{title} ({id})\n{}", commas(facts))
}

/// A unit with its facts: `A-1  Level 3, 2 credits  Title (subject Clay; Diploma only)`.
pub(crate) fn unit(
    code: &str,
    facts: &[String],
    title: &str,
    subject: Option<&str>,
    only: Option<&str>,
) -> String {
    let subject = subject.map(|subject| format!("subject {subject}"));
    let only = only.map(str::to_owned);
    let beside: Vec<String> = subject.into_iter().chain(only).collect();
    let beside = match beside.as_slice() {
        [] => String::new(),
        some => format!(" ({})", semicolons(some)),
    };
    format!("  {code:<12} {:<45} {title}{beside}", commas(facts))
}

/// What leads to a qualification: “: 6 credits more, by 501 and 502”.
pub(crate) fn steps(short: Option<&str>, missing: &str, instead: &str) -> String {
    let more = short.map(|short| format!("{short} more, by "));
    let more = more.unwrap_or_default();
    match (missing, instead) {
        ("", _) => ": no unit is missing".to_owned(),
        (missing, "") => format!(": {more}{missing}"),
        (missing, instead) => format!(": {more}{missing} instead of {instead}"),
    }
}

pub(crate) fn given_twice(code: &dyn Display) -> String {
    format!("{code} was given more than once; it counts once.")
}

pub(crate) fn achieved_only(code: &dyn Display) -> String {
    format!("{code} is said to be achieved, but is not among the units: it is left out.")
}

pub(crate) fn unknown_choice(what: &str, name: &str, meant: &str) -> String {
    format!("This qualification has no {what} {name}: it is left out.{meant}")
}

pub(crate) fn not_counted(code: &dyn Display, why: &str, meant: &str) -> String {
    format!("{code}: {why}{meant}")
}

pub(crate) fn not_all_together(rules: &str) -> String {
    format!("Each of these rules could be met, but not all together: {rules}")
}
