//! What the lint says of a file and of rules that cannot be met. A hint says what to do about a finding.

use std::fmt::Display;

use super::semicolons;

/// What a search that stopped was looking at.
pub(crate) mod searching {
    pub(crate) const USE: &str = "which units and groups can be used";
    pub(crate) const CREDIT_VALUE: &str = "whether credit_value fits the rules";
    pub(crate) const UNMET: &str = "whether the rules can be met";
    pub(crate) const SELECTIONS: &str = "whether each selection fits a unit";
    pub(crate) const FLOORS: &str = "whether each floor can be reached";
}

pub(crate) mod hint {
    pub(crate) const NOT_CHECKED: &str = "Nothing of it was checked.";
    pub(crate) const SAVE_AS_UTF8: &str = "Save the file as UTF-8.";
    pub(crate) const OWN_NAME: &str =
        "Give each qualification a name of its own: plans and links know it by that.";
    pub(crate) const LARGER_LIMIT: &str = "Try a larger --limit.";
    pub(crate) const COMPARE_BOUNDS: &str =
        "Compare their bounds: one of them asks for more than the others leave.";
    pub(crate) const CORRECT_ONE: &str =
        "Correct one of the two, or say under when for whom each of them is.";
    pub(crate) const WHOLE_SET: &str = "Put a set there that can be taken whole.";
    pub(crate) const COMPARE_GROUP: &str = "Compare the bounds of these rules with the group's units: some combination has to fit all of \
         them.";
    pub(crate) const ADD_UP: &str =
        "Add up what the parts ask for and allow, and compare it with the document's total.";
    pub(crate) const RAISE_AT_MOST: &str =
        "Raise at_most to what the mandatory units bring, or make fewer of them mandatory.";
    pub(crate) const TAKE_ONE_OUT: &str =
        "Take one of them out of the mandatory units or out of this rule.";
    pub(crate) const MANDATORY_WHERE_OPEN: &str =
        "Make it mandatory only for those to whom it is open, under when.";
    pub(crate) const COMPARE_CREDIT_VALUE: &str = "Compare credit_value, the rules and the units' credits with the document: they have to agree.";
    pub(crate) const RANGE_AS_PRINTED: &str = "Give credit_value the range that the document prints, and a limit that has to be kept as a \
         rule as well.";
}

/// What is wrong, with the qualifications that it concerns.
pub(crate) fn concerned(of: &str, message: &str) -> String {
    format!("In {of}: {message}")
}

pub(crate) fn stands_too(id: &dyn Display, first: &dyn Display) -> String {
    format!("“{id}” stands in {first} as well.")
}

pub(crate) fn not_searched(parts: &str) -> String {
    format!(
        "The rules are too many or too entangled for a whole search. Not told for certain: {parts}."
    )
}

/// A rule by name and in words: “a” (At least 6 credits in all).
pub(crate) fn rule(id: &dyn Display, text: &str) -> String {
    format!("“{id}” ({text})")
}

pub(crate) fn none_meets_together(rules: &str) -> String {
    format!("No choice of units meets these rules together: {rules}.")
}

pub(crate) fn more_than_another(rules: &str) -> String {
    format!("This is more than another rule on the same units allows: {rules}.")
}

pub(crate) fn none_meets(rule: &str, most: &str) -> String {
    format!("No choice of units meets this rule: {rule}.{most}")
}

pub(crate) fn no_more_than(most: &str) -> String {
    format!(" No more than {most} can count.")
}

/// Which rules keep one from being met, where some of them close units.
pub(crate) fn kept_from(silent: &str, is_one: bool, are_closing: bool) -> String {
    match (is_one, are_closing) {
        (true, true) => format!("A unit that it asks for is closed: {silent}."),
        (false, true) => format!("Units that it asks for are closed: {silent}."),
        (true, false) => format!("What keeps it from being met is {silent}."),
        (false, false) => format!("What keeps it from being met, together, are {silent}."),
    }
}

pub(crate) fn lower(key: &str) -> String {
    format!("Lower {key}, or add units to those that the rule speaks of.")
}

pub(crate) fn none_of_group(title: &str, rules: &str) -> String {
    format!("No choice of units of “{title}” meets its rules together: {rules}.")
}

/// Amounts of several parts that do not add up; `over` where they ask for too much.
pub(crate) fn parts_against(whole: &str, over: bool, others: &str) -> String {
    let what = if over {
        "ask for more than this leaves"
    } else {
        "leave less than this asks for"
    };
    format!("{whole}: the others {what}. They are {others}.")
}

pub(crate) fn mandatory_closed(unit: &dyn Display, rules: &str) -> String {
    format!("Unit {unit} is mandatory, but closed: {rules}.")
}

pub(crate) fn choice_in_place(unit: &dyn Display, instead: &dyn Display) -> String {
    format!(
        "Let a choice of {unit} or {instead} take the place of the mandatory unit, or say under when \
         for whom each of them is mandatory."
    )
}

pub(crate) fn mandatory_above(units: &str, rules: &str) -> String {
    format!("The mandatory units {units} do not fit under this limit: {rules}.")
}

pub(crate) fn mandatory_barred(units: &str, rules: &str) -> String {
    format!("{units} are mandatory, but do not count together: {rules}.")
}

pub(crate) fn of_subject(quantity: &str, subject: &str) -> String {
    format!("{quantity} of “{subject}”")
}

pub(crate) const NO_SUBJECT: &str = " Its units have no subject.";

pub(crate) fn subjects(number: &str, names: &str) -> String {
    format!(" Its units have {number}: {names}.")
}

pub(crate) fn subject_had(all: &str, subject: &str, least: u32) -> String {
    format!("{all} of “{subject}”, {least} in the smallest unit")
}

pub(crate) fn there_are(parts: &[String]) -> String {
    format!("There are {}.", semicolons(parts))
}

/// No valid combination is within the published credit value: because of these rules, or of none.
pub(crate) fn outside_credit_value(rules: &str) -> String {
    let why = if rules.is_empty() {
        ": its units bring too few, or cannot bring just so many".to_owned()
    } else {
        format!(", because of {rules}")
    };
    format!("No valid combination has a number of credits within this value{why}.")
}

pub(crate) fn allowed_fewer(fewest: u32, least: u32) -> String {
    format!(
        "The rules allow a combination of {fewest} credits, fewer than the {least} that are published."
    )
}

pub(crate) fn asked_more(fewest: u32, least: u32) -> String {
    format!(
        "The rules ask for at least {fewest} credits, more than the {least} that are published."
    )
}

pub(crate) fn allowed_more(most: u32, limit: u32) -> String {
    format!(
        "The rules allow a combination of {most} credits, more than the {limit} that are published."
    )
}

pub(crate) fn allowed_at_most(most: u32, limit: u32) -> String {
    format!("The rules allow at most {most} credits, fewer than the {limit} that are published.")
}
