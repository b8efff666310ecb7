//! “Help me fill”: the ways to complete a plan, and what is asked of them.

use super::list::join;
use super::quantity::{date, hours, noun, number_in_words, sentence};
use super::titles::quoted;
use super::travel::last_day;
use crate::assess::{Assessment, Totals};
use crate::plan::{Pick, Plan};
use crate::qualification::{Date, Measure, Month, Qualification, UnitCode};

/// Leads back from them.
pub const ALL_UNITS: &str = "All units";
/// Their heading.
pub const WAYS: &str = "Ways to complete your plan";
/// Before what is to be the least.
pub const FEWEST: &str = "Fewest";
/// Before the units that each way has.
pub const KEEP: &str = "Keep";
/// Before those that none has.
pub const LEAVE_OUT: &str = "Leave out";
/// Opens the choice of a unit to keep or to leave out.
pub const ADD_UNIT: &str = "Add a unit";
/// The label of that choice.
pub const WHICH_UNIT: &str = "Unit to keep or to leave out";
/// Its first line.
pub const CHOOSE_UNIT: &str = "Choose a unit";
/// The ways that take out and add the fewest units, to be chosen beside the fewest hours.
pub const CHANGES: &str = "Changes";
/// Why the first of these is the first.
pub const NEAREST: &str = "Nearest to what you chose";
/// More ways are there than are shown.
pub const MANY_LEFT: &str = "There are more ways.";
/// Shows more of them.
pub const SHOW_MORE: &str = "Show more";
/// No way is as was asked.
pub const NO_WAY: &str =
    "No way is like that. Keep fewer units or leave out fewer, and there may be one.";
/// After the totals of a plan.
pub const IN_ALL: &str = " in all";
/// What is compared first.
pub const UNITS_TO_DO: &str = "Units to do";
/// Above the figures of ways side by side.
pub const FEWER_IN_BOLD: &str = "Fewer in bold";

/// What can be the least: “Hours”; changes where it is no measure.
#[must_use]
pub const fn fewest_of(of: Option<Measure>) -> &'static str {
    match of {
        Some(measure) => super::row::column(measure),
        None => CHANGES,
    }
}

/// Why the first way is the first: “Fewest hours”.
#[must_use]
pub fn fewest(of: Measure) -> String {
    format!("{FEWEST} {}", short_noun(2, of))
}

/// How a way differs from the first: “3 hours more, 1 unit fewer”.
#[must_use]
pub fn beside(own: Totals, first: Totals, by: Measure) -> String {
    let rest = [Measure::Hours, Measure::Credits, Measure::Units];
    let rest = rest.into_iter().filter(|measure| *measure != by);
    let all = [by].into_iter().chain(rest);
    let parts = all.filter_map(|measure| differs(own.of(measure), first.of(measure), measure));
    let parts: Vec<String> = parts.take(2).collect();
    if parts.is_empty() {
        return "As many hours, credits and units".to_owned();
    }
    sentence(&parts.join(", "))
}

fn differs(own: u32, first: u32, measure: Measure) -> Option<String> {
    let (by, how) = match own.cmp(&first) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Less => (first.abs_diff(own), "fewer"),
        std::cmp::Ordering::Greater => (own.abs_diff(first), "more"),
    };
    Some(format!("{by} {} {how}", short_noun(by, measure)))
}

/// How many units a way changes.
#[must_use]
pub fn changes(own: u32, first: u32, is_first: bool) -> String {
    match own.saturating_sub(first) {
        _ if is_first => NEAREST.to_owned(),
        0 => "As few changes".to_owned(),
        1 => "1 change more".to_owned(),
        more => format!("{more} changes more"),
    }
}

/// That these are all.
#[must_use]
pub fn only_these(number: usize) -> String {
    match number {
        1 => "This is the only way.".to_owned(),
        number => format!("Only these {} ways are there.", number_in_words(number)),
    }
}

/// What is kept and left out, where the lists themselves have no room: “Keep 2 units, leave out 1”.
#[must_use]
pub fn in_short(kept: usize, left_out: usize) -> String {
    let units = |number: usize| match number {
        1 => "1 unit".to_owned(),
        number => format!("{number} units"),
    };
    match (kept, left_out) {
        (0, 0) => "Keep or leave out units".to_owned(),
        (kept, 0) => format!("{KEEP} {}", units(kept)),
        (0, left_out) => format!("{LEAVE_OUT} {}", units(left_out)),
        (kept, left_out) => format!("{KEEP} {}, leave out {left_out}", units(kept)),
    }
}

/// What a way is called beside others: “with 522, 404”.
#[must_use]
pub fn with_codes(of: &Qualification, added: &[UnitCode]) -> String {
    let codes = added.iter().map(|code| of.units.short_code(code));
    let codes: Vec<&str> = codes.collect();
    if codes.is_empty() {
        "as it is".to_owned()
    } else {
        format!("with {}", codes.join(", "))
    }
}

/// The picks that a way takes out: “Without “Managing Risk””; empty where it takes none.
#[must_use]
pub fn without(of: &Qualification, gone: &[UnitCode]) -> String {
    if gone.is_empty() {
        return String::new();
    }
    format!("Without {}", join(&quoted(of, gone)))
}

/// What is compared of a group: “From Group 1”.
#[must_use]
pub fn from_group(title: &str) -> String {
    format!("From {title}")
}

/// Opens ways side by side: “Compare the two ways”.
#[must_use]
pub fn compare(number: usize) -> String {
    format!("Compare the {} ways", number_in_words(number))
}

/// Takes a wish back, as it is read aloud: “Keep no longer: Managing Risk”.
#[must_use]
pub fn forget(list: &str, title: &str) -> String {
    format!("{list} no longer: {title}")
}

/// Where a plan stands in time: “24 hours to do by 6 September 2029, up to 1 hour a month”. Empty where no last day is
/// known, or it is past.
#[must_use]
pub fn in_time(of: &Qualification, plan: &Plan, found: &Assessment, today: Date) -> String {
    let achieved = |code: &UnitCode| plan.pick(code).is_some_and(Pick::is_achieved);
    let left = found.units.iter().filter(|one| one.not_counted.is_none());
    let left = left.filter(|one| !achieved(&one.code));
    let left = left.filter_map(|one| of.unit(&one.code));
    let left = left.collect::<Totals>().of(Measure::Hours);
    let Some(last) = last_day(of, plan).filter(|last| *last > today && left > 0) else {
        return String::new();
    };
    let start = plan.registered.map_or(today, |day| day.max(today));
    let month = match left.div_ceil(Month::of(last).since(Month::of(start)).max(1)) {
        1 => "up to 1 hour".to_owned(),
        number => format!("about {}", hours(number)),
    };
    format!("{} to do by {}, {month} a month", hours(left), date(last))
}

/// “hours” and not “guided learning hours”.
const fn short_noun(number: u32, measure: Measure) -> &'static str {
    match (measure, number) {
        (Measure::Hours, 1) => "hour",
        (Measure::Hours, _) => "hours",
        _ => noun(number, measure),
    }
}
