//! A plan in time: months, the last day and whose it is, what is planned past it.

use super::LastDay;
use super::Whose;
use super::quantity::{date, hours as hours_in_words, month as name_of_month};
use crate::qualification::{Date, Month};

/// The heading of a plan in time.
pub const TIMELINE: &str = "Timeline";
/// Above the hours of each month.
pub const HOURS_A_MONTH: &str = "Hours a month";
/// How they are counted.
pub const SPREAD_EVENLY: &str = "Each unit’s hours spread evenly over its months";
/// The table that says what the picture shows.
pub const TABLE: &str = "The same as a table";
/// A column of it.
pub const UNIT: &str = "Unit";
/// The first month.
pub const FROM: &str = "From";
/// The last month.
pub const BY: &str = "By";
/// How a unit stands.
pub const STATE: &str = "State";
/// Of a unit without a month.
pub const NOT_PLANNED: &str = "not planned yet";
/// The first choice of a month.
pub const NO_MONTH: &str = "No month";
/// Plans a unit that has no month yet.
pub const ADD_MONTH: &str = "Add a month";
/// Opens the field of a day.
pub const CHANGE: &str = "Change";
/// The label of the field of the last day.
pub const LAST_DAY: &str = "Last day (optional)";
/// Before the hours a week by which units are spread.
pub const SPREAD: &str = "Spread the units at";
/// Behind them.
pub const HOURS_A_WEEK: &str = "hours a week";
/// Does it.
pub const SPREAD_THEM: &str = "Spread them";
/// In place of a plan in time where nothing is picked.
pub const NO_UNITS: &str = "Pick units first, then plan them here.";

/// “20 h”, on the bar of a unit.
#[must_use]
pub fn hours(number: u32) -> String {
    format!("{number} h")
}

/// The figures of a unit in one line: “6 credits, 20 hours”.
#[must_use]
pub fn figures(all: &[String]) -> String {
    all.join(", ")
}

/// “Sep”.
#[must_use]
pub fn month_in_short(month: Month) -> &'static str {
    let name = name_of_month(u8::try_from(month.number()).unwrap_or_default());
    name.get(..3).unwrap_or(name)
}

/// “Sep 2026”.
#[must_use]
pub fn month(month: Month) -> String {
    format!("{} {}", month_in_short(month), month.year())
}

/// “September 2026”.
fn month_in_full(month: Month) -> String {
    let name = name_of_month(u8::try_from(month.number()).unwrap_or_default());
    format!("{name} {}", month.year())
}

/// From when to when a unit is planned: “Sep 2026 to Jan 2027”, “Mar 2027”.
#[must_use]
pub fn when(span: Option<(Month, Month)>) -> String {
    match span {
        None => NOT_PLANNED.to_owned(),
        Some((from, to)) if from == to => month(to),
        Some((from, to)) => format!("{} to {}", month(from), month(to)),
    }
}

/// How a unit stands in time.
#[must_use]
pub const fn state(is_planned: bool, is_late: bool, is_achieved: bool) -> &'static str {
    match (is_planned, is_late, is_achieved) {
        (.., true) => "achieved",
        (_, true, false) => "after the last day",
        (true, ..) => "planned",
        (false, ..) => NOT_PLANNED,
    }
}

/// “2 months too late”.
#[must_use]
pub fn months_late(number: u32) -> String {
    match number {
        1 => "1 month too late".to_owned(),
        number => format!("{number} months too late"),
    }
}

/// “Registered 7 September 2026.”
#[must_use]
pub fn registered(day: Option<Date>) -> String {
    match day {
        Some(day) => format!("Registered {}.", date(day)),
        None => "No registration date yet.".to_owned(),
    }
}

/// The last day and whose it is: “Last day 6 September 2029, three years after registration”.
#[must_use]
pub fn last_day(last: LastDay) -> String {
    let whose = match last.whose {
        Whose::Document(1) => "1 year from registration, as the document says".to_owned(),
        Whose::Document(years) => {
            format!("{years} years from registration, as the document says")
        }
        Whose::Certification => "the last day of certification".to_owned(),
        Whose::Plan => "set in this plan".to_owned(),
        Whose::Centre => "set by your centre".to_owned(),
    };
    format!("Last day {}, {whose}.", date(last.day))
}

/// The same in the picture: “last day 30 June 2028”.
#[must_use]
pub fn last_day_in_short(last: LastDay) -> String {
    format!("last day {}", date(last.day))
}

/// In place of it: “No last day is set”.
pub const NO_LAST_DAY: &str = "No last day is set.";

/// “Making a Financial Case ends after your last day.”
#[must_use]
pub fn ends_late(title: &str) -> String {
    format!("{title} ends after your last day.")
}

/// “It is planned to August 2028.” `others` end too late, too.
#[must_use]
pub fn planned_to(to: Option<Month>, others: usize) -> String {
    let to = to.map_or_else(String::new, month_in_full);
    let others = match others {
        0 => String::new(),
        1 => " So does 1 other unit.".to_owned(),
        others => format!(" So do {others} other units."),
    };
    format!("It is planned to {to}.{others}")
}

/// “Move it to end in June 2028”.
#[must_use]
pub fn move_to_end_in(month: Month) -> String {
    format!("Move it to end in {}", month_in_full(month))
}

/// “Most: 9 hours in Apr 2027, about 3 hours a week”.
#[must_use]
pub fn most(number: u32, in_month: Month) -> String {
    let week = number.saturating_mul(12).div_ceil(52).max(1);
    let (all, week) = (hours_in_words(number), hours_in_words(week));
    format!("Most: {all} in {}, about {week} a week", month(in_month))
}

/// How many units have no month: “2 units have no month yet”.
#[must_use]
pub fn without_month(number: usize) -> String {
    match number {
        0 => String::new(),
        1 => "1 unit has no month yet.".to_owned(),
        number => format!("{number} units have no month yet."),
    }
}

/// When the last unit would end: “The last unit ends in October 2027.” With how long that is past the last day.
#[must_use]
pub fn would_end(end: Month, last: Option<LastDay>) -> String {
    let ends = format!("The last unit ends in {}", month_in_full(end));
    match last.map(|last| end.since(Month::of(last.day))) {
        None | Some(0) => format!("{ends}."),
        Some(late) => format!("{ends}, {}.", months_late(late)),
    }
}

/// A plan in time in one line: “to Oct 2027”, “2 months too late”, “add months”.
#[must_use]
pub fn in_one_line(end: Option<Month>, late: Option<u32>) -> String {
    match (end, late) {
        (_, Some(late)) => months_late(late),
        (Some(end), None) => format!("to {}", month(end)),
        (None, None) => "add months".to_owned(),
    }
}

/// The slider of a unit: “When: Managing Improvement”.
#[must_use]
pub fn slider(title: &str) -> String {
    format!("When: {title}")
}

/// The same button, with the unit: “Add a month: Managing Improvement”.
#[must_use]
pub fn plan_it(title: &str) -> String {
    format!("{ADD_MONTH}: {title}")
}

/// A button that moves a unit: “One month earlier: Managing Improvement”.
#[must_use]
pub fn moved(is_later: bool, title: &str) -> String {
    let how = if is_later { "later" } else { "earlier" };
    format!("One month {how}: {title}")
}

/// A choice of a month: “From: Managing Improvement”.
#[must_use]
pub fn month_of(label: &str, title: &str) -> String {
    format!("{label}: {title}")
}
