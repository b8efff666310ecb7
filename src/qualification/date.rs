use std::fmt;

/// A day of the calendar, years 1900 to 2999. Ordered from early to late.
///
/// Written by hand, because the planner only reads, compares and prints days: a date library costs
/// more bytes than this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The earliest day of this type.
    pub const EARLIEST: Self = Self {
        year: 1900,
        month: 1,
        day: 1,
    };

    /// The day; `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let there = (1900..=2999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        there.then_some(Self { year, month, day })
    }

    /// The day in `text`, written `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| {
            bytes[from..to].iter().try_fold(0_u16, |number, byte| {
                byte.is_ascii_digit()
                    .then(|| number * 10 + u16::from(byte - b'0'))
            })
        };
        let (month, day) = (number(5, 7)?, number(8, 10)?);
        Self::new(
            number(0, 4)?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The last day of so many years that begin on this one; `None` beyond the calendar's end.
    #[must_use]
    pub fn last_of_years(self, years: u32) -> Option<Self> {
        let year = self.year.checked_add(u16::try_from(years).ok()?)?;
        match (self.month, self.day) {
            (1, 1) => Self::new(year.checked_sub(1)?, 12, 31),
            (month, 1) => Self::new(year, month - 1, days_in(year, month - 1)),
            // Of years that begin on 29 February the last day is the 28th.
            (month, day) => Self::new(year, month, day - 1),
        }
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        )
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back_as_it_was_written() {
        for text in ["2020-07-01", "2012-09-01", "2024-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_day() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2020-13-01",
            "2020-04-31",
            "2020-00-10",
            "2020-1-01",
            "01/09/2012",
            "2020-07-0a",
            "",
            "1899-12-31",
            "+020-07-01",
            "２０２０-07",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn years_end_on_the_day_before_they_began() {
        for (first, years, last) in [
            ("2024-09-01", 3, Some("2027-08-31")),
            ("2024-01-01", 1, Some("2024-12-31")),
            ("2024-02-29", 3, Some("2027-02-28")),
            ("2023-03-01", 1, Some("2024-02-29")),
            ("2024-10-15", 3, Some("2027-10-14")),
            ("2999-06-02", 1, None),
        ] {
            let found = Date::parse(first).unwrap().last_of_years(years);
            assert_eq!(found, last.and_then(Date::parse), "{first}");
        }
    }

    #[test]
    fn earlier_days_come_first() {
        assert!(Date::parse("2020-06-30") < Date::parse("2020-07-01"));
    }
}
