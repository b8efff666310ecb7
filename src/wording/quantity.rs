//! Numbers with their nouns, bounds, hours, levels and days.

use crate::qualification::{Bounds, Date, DayOrMonth, Level, Measure};

/// A number with its noun: “1 credit”, “7 credits”.
#[must_use]
pub fn quantity(number: u32, measure: Measure) -> String {
    format!("{number} {}", noun(number, measure))
}

pub(super) const fn noun(number: u32, measure: Measure) -> &'static str {
    match (measure, number) {
        (Measure::Credits, 1) => "credit",
        (Measure::Credits, _) => "credits",
        (Measure::Hours, 1) => "guided learning hour",
        (Measure::Hours, _) => "guided learning hours",
        (Measure::Units, 1) => "unit",
        (Measure::Units, _) => "units",
        (Measure::Points, 1) => "point",
        (Measure::Points, _) => "points",
        (Measure::Groups, 1) => "group",
        (Measure::Groups, _) => "groups",
        (Measure::Subjects, 1) => "subject",
        (Measure::Subjects, _) => "subjects",
    }
}

/// Bounds without a noun: “at least 37”, “6 to 12”, “14”.
#[must_use]
pub fn bounded(bounds: Bounds) -> String {
    match (bounds.least(), bounds.most()) {
        (Some(least), Some(most)) if least == most => least.to_string(),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => String::new(),
    }
}

/// A small number in words, as it stands in a sentence: “three”; from thirteen on in figures.
pub(super) fn number_in_words(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let word = WORDS.get(number).copied();
    word.map_or_else(|| number.to_string(), str::to_owned)
}

/// Bounds with their noun: “at least 37 credits”.
pub(super) fn bounded_quantity(bounds: Bounds, measure: Measure) -> String {
    let last = bounds.last();
    format!("{} {}", bounded(bounds), noun(last, measure))
}

/// How far an amount has come: “30 of at least 37 credits”.
#[must_use]
pub fn counted(number: u32, bounds: Bounds, measure: Measure) -> String {
    format!("{number} of {}", bounded_quantity(bounds, measure))
}

/// Hours without “guided learning”: “18 hours”.
#[must_use]
pub fn hours(number: u32) -> String {
    let noun = if number == 1 { "hour" } else { "hours" };
    format!("{number} {noun}")
}

/// Hours of induction or tutorial support: “at least 2 hours”, “1 hour”.
#[must_use]
pub fn hours_asked(hours: Bounds) -> String {
    let last = hours.last();
    let noun = if last == 1 { "hour" } else { "hours" };
    format!("{} {noun}", bounded(hours))
}

/// “Level 5”, “Entry 3”, “SCQF Level 7”.
#[must_use]
pub fn level(level: Level) -> String {
    let name = level.to_string();
    match name.strip_prefix("SCQF ") {
        Some(number) => format!("SCQF Level {number}"),
        None if level.number().is_some() => format!("Level {name}"),
        None => name,
    }
}

/// A day or a month: “1 July 2020”, “July 2020”.
pub(super) fn day_or_month(of: DayOrMonth) -> String {
    let text = date(of.last_day());
    match text.split_once(' ') {
        Some((_, month)) if of.is_month() => month.to_owned(),
        _ => text,
    }
}

/// A day: “1 July 2020”.
#[must_use]
pub fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day.month()), day.year())
}

/// The month of a day where there is little room: “Mar 2027”.
pub(super) fn short_date(day: Date) -> String {
    let name = month(day.month());
    format!("{} {}", name.get(..3).unwrap_or(name), day.year())
}

/// The name of a month.
pub(super) fn month(number: u8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let place = usize::from(number).saturating_sub(1);
    MONTHS.get(place).unwrap_or(&"")
}

/// The first letter as a capital, for a sentence that begins with a bound.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_all_other_numbers_are_plural() {
        assert_eq!(quantity(1, Measure::Credits), "1 credit");
        assert_eq!(quantity(0, Measure::Units), "0 units");
        assert_eq!(quantity(2, Measure::Hours), "2 guided learning hours");
    }

    #[test]
    fn bounds_read_as_a_person_would_say_them() {
        let bounds = |least, most| Bounds::new(least, most).unwrap();
        assert_eq!(bounded(bounds(Some(6), Some(12))), "6 to 12");
        assert_eq!(bounded(bounds(Some(14), Some(14))), "14");
        assert_eq!(
            counted(30, bounds(Some(37), None), Measure::Credits),
            "30 of at least 37 credits"
        );
        assert_eq!(
            counted(0, bounds(None, Some(1)), Measure::Units),
            "0 of at most 1 unit"
        );
    }

    #[test]
    fn a_day_is_written_out() {
        assert_eq!(date(Date::parse("2020-07-01").unwrap()), "1 July 2020");
        let month = DayOrMonth::month(2020, 7).unwrap();
        assert_eq!(day_or_month(month), "July 2020");
    }
}
