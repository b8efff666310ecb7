use super::{Date, DayOrMonth};

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(u32);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(u32::from(day.year()) * 12 + u32::from(day.month()) - 1)
    }

    /// How many months this is after another; 0 where it is no later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// So many months later.
    #[must_use]
    pub const fn later(self, months: u32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// So many months earlier.
    #[must_use]
    pub const fn earlier(self, months: u32) -> Self {
        Self(self.0.saturating_sub(months))
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u32 {
        self.0 / 12
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0 % 12 + 1
    }

    /// The same as a plan has it; `None` beyond the years 1900 to 2999.
    #[must_use]
    pub fn planned(self) -> Option<DayOrMonth> {
        let year = u16::try_from(self.year()).ok()?;
        DayOrMonth::month(year, u8::try_from(self.number()).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::of(Date::parse(text).unwrap())
    }

    #[test]
    fn months_are_counted_over_the_turn_of_years() {
        let (december, january) = (month("2026-12-31"), month("2027-01-01"));
        assert_eq!(january.since(december), 1);
        assert_eq!(december.since(january), 0);
        assert_eq!(december.later(1), january);
        assert_eq!(january.earlier(1), december);
        assert_eq!((january.year(), january.number()), (2027, 1));
        assert_eq!((december.year(), december.number()), (2026, 12));
        assert_eq!(january.planned().unwrap().to_string(), "2027-01");
    }
}
