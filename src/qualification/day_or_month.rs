use std::fmt;

use super::Date;

/// A day, or a month without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOrMonth {
    /// The day. For a month it is the last day, on which what is planned for that month is due.
    last: Date,
    is_month: bool,
}

impl DayOrMonth {
    /// The month, if the calendar has it.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Option<Self> {
        let days = [31, 30, 29, 28].into_iter();
        let mut days = days.filter_map(|day| Date::new(year, month, day));
        Some(Self {
            last: days.next()?,
            is_month: true,
        })
    }

    /// The day or the month in `text`, written `YYYY-MM-DD` or `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day = Date::parse(text).map(Self::from);
        day.or_else(|| {
            let first = Date::parse(&format!("{text}-01"))?;
            Self::month(first.year(), first.month())
        })
    }

    /// The day, or the last one of the month.
    #[must_use]
    pub const fn last_day(self) -> Date {
        self.last
    }

    /// True for a month.
    #[must_use]
    pub const fn is_month(self) -> bool {
        self.is_month
    }
}

impl From<Date> for DayOrMonth {
    fn from(day: Date) -> Self {
        Self {
            last: day,
            is_month: false,
        }
    }
}

impl fmt::Display for DayOrMonth {
    /// `YYYY-MM-DD` or `YYYY-MM`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_month {
            let (year, month) = (self.last.year(), self.last.month());
            write!(formatter, "{year:04}-{month:02}")
        } else {
            self.last.fmt(formatter)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_and_a_day_read_back_as_they_were_written() {
        for text in ["2024-02", "2025-12", "1900-01", "2024-02-29", "2999-12-31"] {
            let read = DayOrMonth::parse(text).unwrap();
            assert_eq!(read.to_string(), text);
            assert_eq!(read.is_month(), text.len() == 7);
        }
        for text in [
            "2024",
            "2024-13",
            "2024-00",
            "2024-2",
            "2024-02-30",
            "2024-02-",
            "",
        ] {
            assert_eq!(DayOrMonth::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_is_over_on_its_last_day() {
        let last = |text| DayOrMonth::parse(text).unwrap().last_day().to_string();
        assert_eq!(last("2024-02"), "2024-02-29");
        assert_eq!(last("2025-02"), "2025-02-28");
        assert_eq!(last("2025-06"), "2025-06-30");
        assert_eq!(last("2025-06-03"), "2025-06-03");
    }
}
