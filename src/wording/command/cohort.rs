//! What is said of a cohort: of its file, of its rows, and of all its plans together.

use std::fmt::Display;

use super::{any, commas};

pub(crate) const UNITS_IN_FILE: &str =
    "a cohort has its units in the file: leave out --units, --achieved and --plan";
pub(crate) const EMPTY: &str = "there is nothing in it";
pub(crate) const DAY_BEFORE_MONTH: &str =
    "Days such as 01/02/2025 are read with the day before the month.";
pub(crate) const ROW_PER_LEARNER: &str = "Taken for one row a learner.";
pub(crate) const COLUMN_PER_UNIT: &str =
    "Taken for one row a learner, with a column for each unit.";
pub(crate) const ROW_PER_UNIT: &str =
    "Taken for one row a unit: rows with the same learner and qualification are one plan.";
pub(crate) const NOT_SEARCHED: &str = "Not fully searched: the search stopped before its end.";

pub(crate) const NO_LEARNER_COLUMN: &str = "there is no column learner";
pub(crate) const NO_QUALIFICATION_COLUMN: &str =
    "there is no column qualification: add it, or give one for all with --qualification";
pub(crate) const NO_REGISTERED_COLUMN: &str =
    "there is no column registered: add it, or give one day for all with --registered";
pub(crate) const NO_UNITS_COLUMN: &str =
    "there is no column units, nor unit, nor one with the code of a unit";
pub(crate) const UNIT_AND_UNITS: &str = "there are columns unit and units: with one, a row is a unit, with the other a learner. Pass one \
     over with --ignore-column";

pub(crate) const FEWER_CELLS: &str = "The row has fewer cells than the first line.";
pub(crate) const MARKS_DO_NOT_MATCH: &str = "its quotation marks do not match";
pub(crate) const ROW_TOO_LONG: &str = "the row is too long";
pub(crate) const NO_ROW: &str = "it is no row of CSV";
pub(crate) const NO_LEARNER: &str = "No learner is named.";

/// What a row may say otherwise than one before it.
pub(crate) mod said {
    pub(crate) const ACHIEVED: &str = "achieved";
    pub(crate) const IN_PROGRESS: &str = "in progress";
    pub(crate) const WITHOUT_CREDIT: &str = "without credit";
    pub(crate) const REGISTERED: &str = "day of registration";
    pub(crate) const PATHWAY: &str = "pathway";
    pub(crate) const NATION: &str = "nation";
    pub(crate) const OF_UNIT: &str = "thing of a unit";
    pub(crate) const CONDITION: &str = "condition";
    pub(crate) const GROUP: &str = "group";
}

pub(crate) fn first_line(why: &str) -> String {
    format!("the first line: {why}")
}

pub(crate) fn no_heading(cell: usize) -> String {
    format!(
        "Cell {cell} of the row stands under no heading. Codes have spaces between them, or stand in \
         quotation marks."
    )
}

pub(crate) fn passed_over_as_asked(heading: &str) -> String {
    format!("The column “{heading}” is passed over, as you asked.")
}

pub(crate) fn only_repeated(heading: &str) -> String {
    format!(
        "The column “{heading}” says nothing that is judged: it is repeated beside each learner."
    )
}

pub(crate) fn no_column(name: &str) -> String {
    format!("There is no column “{name}” to pass over.")
}

pub(crate) fn said_twice(first: &str, heading: &str, of: &str) -> String {
    format!(
        "the columns “{first}” and “{heading}” both say {of}: pass one over with --ignore-column"
    )
}

pub(crate) fn unknown_column(heading: &str, near: &[&str]) -> String {
    let near: Vec<String> = near.iter().map(|name| format!("“{name}”")).collect();
    let meant = match near.as_slice() {
        [] => String::new(),
        names => format!("did you mean {}? Else ", any(names)),
    };
    format!(
        "the column “{heading}” is not known: {meant}pass it over with --ignore-column \"{heading}\""
    )
}

pub(crate) fn at_line(line: usize, wrong: &str) -> String {
    format!("Line {line}: {wrong}")
}

pub(crate) fn says_another(line: usize, what: &str) -> String {
    format!("Line {line}: it says another {what} than a line before.")
}

pub(crate) fn same_learner(lines: &[String]) -> String {
    format!(
        "Line {} is about the same learner and qualification: each was judged by itself.",
        commas(lines)
    )
}

pub(crate) fn may_be_about_it(line: usize) -> String {
    format!("Line {line} may be about this plan too, and cannot be read.")
}

pub(crate) fn row_cannot_be_read(why: &str) -> String {
    format!("The row cannot be read: {why}.")
}

pub(crate) fn passed_over(heading: &str, cell: &str) -> String {
    format!("Passed over, {heading}: {cell}.")
}

pub(crate) fn no_day(cell: &str) -> String {
    format!("“{cell}” is no day written YYYY-MM-DD or DD/MM/YYYY.")
}

pub(crate) fn has_no(what: &str, name: &str, known: &[&str]) -> String {
    let there = match known {
        [] => format!("it has no {what} at all"),
        known => format!("there are {}", commas(known)),
    };
    format!("This qualification has no {what} “{name}”: {there}.")
}

pub(crate) fn neither_yes_nor_no(cell: &str, heading: &str) -> String {
    format!("“{cell}” under {heading} says neither yes nor no.")
}

pub(crate) fn of_which_unit(item: &str, column: &str) -> String {
    format!(
        "“{item}” under {column} does not say of which unit: write the unit's code, = and then {item}."
    )
}

pub(crate) fn not_among(code: &dyn Display, column: &str) -> String {
    format!("{code} is spoken of under {column} and is not among the units.")
}

pub(crate) fn no_way_of_earning(value: &str, ways: &[&str]) -> String {
    format!("“{value}” is no way of earning: {}.", commas(ways))
}

pub(crate) fn no_mark(cell: &str, heading: &str, marks: &str) -> String {
    format!("“{cell}” under {heading} is no mark: {marks}.")
}

/// How many of what there is in a cohort.
pub(crate) struct Counts {
    pub(crate) rows: usize,
    /// How many plans these rows are, where they need not be as many.
    pub(crate) plans: Option<usize>,
    pub(crate) met: usize,
    pub(crate) not_met: usize,
    pub(crate) not_known: usize,
    pub(crate) errors: usize,
}

/// “3 rows, 2 plans: 1 met, 1 not met, 0 errors”.
pub(crate) fn summary(of: &Counts) -> String {
    let many = |number: usize, one: &str, more: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {more}"),
    };
    let rows = many(of.rows, "row", "rows");
    let all = match of.plans {
        Some(plans) => format!("{rows}, {}", many(plans, "plan", "plans")),
        None => rows,
    };
    let not_known = match of.not_known {
        0 => String::new(),
        number => format!("{number} not known, "),
    };
    let errors = many(of.errors, "error", "errors");
    let Counts { met, not_met, .. } = of;
    format!("{all}: {met} met, {not_met} not met, {not_known}{errors}")
}
