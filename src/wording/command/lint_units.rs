//! What the lint says of units, groups, selections and days, and of the learners for whom a finding holds.

use std::fmt::Display;

use super::{any, commas};

pub(crate) mod hint {
    pub(crate) const NAME_IN_UNITS: &str =
        "Name it under subjects of the units that stand in it, or leave it out.";
    pub(crate) const NAME_OF_ITS_OWN: &str = "Give each unit a short name of its own.";
    pub(crate) const COMPARE_DAYS: &str =
        "Compare operational_start, registration and last_certification with the document.";
    pub(crate) const DAY_OR_NO_RULE: &str = "Correct the day, or leave the rule out.";
    pub(crate) const DAY_OR_CLOSED: &str = "Correct the day, or put the unit under closed_units.";
    pub(crate) const COMPARE_RULES: &str =
        "Compare the rules with the group's units: something leaves no room for any of them.";
    pub(crate) const LIST_UNITS: &str = "List its units, or leave the group out.";
    pub(crate) const SIZE_AS_THERE: &str = "Write the size as it stands in its qualification; where that is in another file, leave it.";
    pub(crate) const RULE_PER_FRAMEWORK: &str =
        "Write a rule for each framework, or correct the levels under units.";
    pub(crate) const LEVEL_AS_PRINTED: &str =
        "Give each unit its level as printed, or \"none\" where the document prints none.";
    pub(crate) const COMPARE_AMOUNTS: &str =
        "Compare its amounts with the units that they select and with the rules.";
    pub(crate) const LEAVE_OUT: &str =
        "Leave out what is too much, or correct it: a unit has to fit every key.";
    pub(crate) const LOWER: &str = "Lower at_least to what the units bring, or let nobody choose them: put them under \
         closed_units.";
    pub(crate) const LOWER_BY_SUBJECT: &str = "Lower at_least to what the units of each subject bring, or put those of which there is too \
         little under closed_units.";
}

pub(crate) const NOBODY_CAN_REGISTER: &str = "Nobody can register: the last day of registration or certification lies before the first on \
     which the qualification is open.";
pub(crate) const NO_UNIT_OF_GROUP: &str = "No valid combination has a unit of this group.";
pub(crate) fn empty_subject(label: &str) -> String {
    format!("No unit of this qualification stands in the subject “{label}”.")
}

pub(crate) fn same_short_name(name: &str, one: &dyn Display, other: &dyn Display) -> String {
    format!("{one} is called “{name}” in short, and so is {other}.")
}

pub(crate) const EMPTY_GROUP: &str = "The group has no units to choose from.";
pub(crate) const NO_UNIT_FITS: &str = "No unit of this qualification fits all that is said here.";

pub(crate) fn for_nobody(days: &str) -> String {
    format!("This rule is for nobody: learners register {days}.")
}

pub(crate) fn never_open(rule: &str, days: &str) -> String {
    format!("{rule} Learners register {days}, and on none of these days is the unit open to them.")
}

/// The days on which learners register: “from 1 September 2021 to 31 August 2027”.
pub(crate) fn days(from: Option<&str>, until: Option<&str>) -> String {
    match (from, until) {
        (None, None) => "on any day".to_owned(),
        (None, Some(until)) => format!("until {until}"),
        (Some(from), None) => format!("from {from} on"),
        (Some(from), Some(until)) => format!("from {from} to {until}"),
    }
}

/// A stretch of days: “from 1 January 2025 on and before 1 January 2026”.
pub(crate) fn stretch(from: Option<&str>, before: Option<&str>) -> String {
    let from = from.map(|from| format!("from {from} on"));
    let before = before.map(|before| format!("before {before}"));
    let both: Vec<String> = from.into_iter().chain(before).collect();
    both.join(" and ")
}

pub(crate) fn missing_figure(name: &str, units: &str, is_one: bool, meant: &str) -> String {
    let are = if is_one { "a unit is" } else { "units are" };
    format!(
        "The rule counts {name}, and {are} given none, so that it adds nothing: {units}.{meant}"
    )
}

pub(crate) fn give_figure(name: &str) -> String {
    format!("Give each unit its {name} as printed, 0 where 0 is printed, or correct the measure.")
}

pub(crate) fn and_others(first: &[&str], more: usize) -> String {
    format!("{} and {more} others", commas(first))
}

pub(crate) fn no_combination_has(code: &dyn Display) -> String {
    format!("No valid combination has unit {code}.")
}

pub(crate) fn find_what_keeps_out(code: &dyn Display) -> String {
    format!(
        "Look for the rule that keeps {code} out: what it brings may be too much, the units that it \
         needs may leave no room, or a unit that is always there bars it."
    )
}

pub(crate) fn too_large(code: &dyn Display, figure: &str, rules: &str) -> String {
    format!("{code} alone has {figure}, which is above {rules}.")
}

pub(crate) fn unused_unit(code: &dyn Display) -> String {
    format!("No group of any qualification names unit {code}.")
}

pub(crate) fn put_into_group(code: &dyn Display) -> String {
    format!("Put {code} into the group that offers it, or leave it out of the file.")
}

pub(crate) fn unknown_size(size: &str, meant: &str) -> String {
    format!("No qualification of this file has the size {size}.{meant}")
}

/// No unit is at the levels that are asked for.
pub(crate) fn none_at(asked: &str, there: &str, meant: &str) -> String {
    format!("No unit that is meant here is at {asked}: they are at {there}.{meant}")
}

/// No unit has a level of the framework of this one.
pub(crate) fn none_such_as(level: &str, there: &str, meant: &str) -> String {
    format!("No unit that is meant here has a level such as {level}: they are at {there}.{meant}")
}

pub(crate) fn levels_as_there(key: &str) -> String {
    format!("Write {key} as the levels stand under units, or correct them there.")
}

pub(crate) fn two_frameworks(units: &str, levels: &str) -> String {
    format!(
        "The rule never speaks of {units}, at {levels}: levels of two frameworks do not compare."
    )
}

pub(crate) fn missing_level(units: &str, is_one: bool) -> String {
    let (are, them) = if is_one {
        ("a unit is", "it")
    } else {
        ("units are", "them")
    };
    format!(
        "The rule selects by level, and {are} given none, so that it never speaks of {them}: {units}."
    )
}

/// The levels that a selection names: “Level 3”, “Level 3 or above”, “Entry 1 to Entry 3”.
pub(crate) fn levels(from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("{from} or above"),
        (None, Some(to)) => format!("{to} or below"),
        (None, None) => "any level".to_owned(),
    }
}

pub(crate) fn unreachable_endorsement(title: &str) -> String {
    format!("No valid combination earns “{title}”.")
}

pub(crate) fn unknown_word(key: &str, word: &str, meant: &str) -> String {
    format!("No unit of this qualification has the {key} “{word}”.{meant}")
}

pub(crate) fn word_as_there(key: &str) -> String {
    format!(
        "Write the {key} as it stands under units, small and capital letters too, or give it to the \
         units that are meant."
    )
}

pub(crate) fn unmet_need(unit: &dyn Display, all: bool, needs: &str) -> String {
    let how = if all { "all of" } else { "one of" };
    format!("Unit {unit} needs {how} {needs}, which are closed or do not count beside it.")
}

pub(crate) fn compare_needs(unit: &dyn Display) -> String {
    format!("Compare this with the rules that close or bar these units, or leave {unit} out.")
}

pub(crate) fn unreachable(rules: &str) -> String {
    format!("No choice of units reaches this, so that none of them can be taken: {rules}.")
}

pub(crate) fn unreachable_of_subject(rules: &str, short: &str) -> String {
    format!(
        "Of a subject no choice of units reaches this, so that none of them can be taken: \
         {rules}.{short}"
    )
}

/// What distinguishes some learners from the others: “on the pathway “Dementia”, in “Wales””.
pub(crate) fn learners(pathways: &[String], nations: &[String], days: &[String]) -> String {
    let mut parts = Vec::new();
    if !pathways.is_empty() {
        let noun = if pathways.len() == 1 {
            "pathway"
        } else {
            "pathways"
        };
        parts.push(format!("on the {noun} {}", titles(pathways)));
    }
    if !nations.is_empty() {
        parts.push(format!("in {}", titles(nations)));
    }
    if !days.is_empty() {
        parts.push(format!("registered {}", days.join(", or ")));
    }
    commas(&parts)
}

fn titles(titles: &[String]) -> String {
    let titles: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
    super::join(&titles)
}

/// These learners, where they have not achieved any of these units before.
pub(crate) fn without_achieved(learners: &str, units: &[&str]) -> String {
    let comma = if learners.is_empty() { "" } else { ", " };
    format!(
        "{learners}{comma}without having achieved {} before",
        any(units)
    )
}

/// What holds for these learners begins so.
pub(crate) fn for_learners(learners: &str) -> String {
    format!("{learners}: ")
}
