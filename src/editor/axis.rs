//! The months over which a plan in time is drawn.

use super::bar_scale::{WHOLE, percent, share};
use crate::qualification::{Date, Month};
use crate::wording::timeline as words;

/// The fewest months that are drawn, so that one unit is no wall.
const FEWEST: u32 = 6;

/// The most: 25 years. What is planned beyond them stands at the end.
const MOST: u32 = 300;

/// The months that are drawn.
pub(super) struct Axis {
    pub(super) first: Month,
    pub(super) number: u32,
    /// The first month in which something can still be begun.
    pub(super) start: Month,
}

impl Axis {
    /// From registration or the first unit on, to the last unit or the last day.
    pub(super) fn new(
        spans: impl Iterator<Item = (Month, Month)> + Clone,
        registered: Option<Date>,
        last: Option<Date>,
        today: Date,
    ) -> Self {
        let (today, registered) = (Month::of(today), registered.map(Month::of));
        let first = spans.clone().map(|(from, _)| from);
        let first = first.chain([registered.unwrap_or(today)]).min();
        let first = first.unwrap_or(today);
        let ends = spans.map(|(_, to)| to).chain(last.map(Month::of));
        let last = ends.max().unwrap_or(today);
        Self {
            first,
            number: last.since(first).saturating_add(1).clamp(FEWEST, MOST),
            start: first_month(registered, today),
        }
    }

    /// The month behind the last one.
    pub(super) fn end(&self) -> Month {
        self.first.later(self.number)
    }

    /// True where there is room for the name of a month: of so many months each, each third, or none.
    pub(super) fn names(&self, month: Month) -> bool {
        match self.number {
            0..=20 => true,
            21..=60 => month.number() % 3 == 1,
            _ => false,
        }
    }

    /// True for the first month of a year that has room for its number.
    pub(super) fn names_year(&self, month: Month) -> bool {
        let rest = self.end().since(month);
        let each = self.number.div_ceil(120).max(1);
        month.number() == 1
            && rest.saturating_mul(10) > self.number
            && month.year().is_multiple_of(each)
    }

    /// Where a month begins, as a share of all.
    pub(super) fn at(&self, month: Month) -> String {
        self.width(month.since(self.first))
    }

    /// How wide so many months are.
    pub(super) fn width(&self, months: u32) -> String {
        percent(share(months, self.number, WHOLE))
    }

    /// The months that can be chosen, as a plan has them and in words: up to a year behind the last that is drawn.
    pub(super) fn choices(&self) -> Vec<(String, String)> {
        let months = 0..self.number.saturating_add(12);
        let months = months.map(|place| self.first.later(place));
        months
            .map(|month| (value(month), words::month(month)))
            .collect()
    }

    /// Where a day is; empty where it is not among the months.
    pub(super) fn at_day(&self, day: Date) -> String {
        let month = Month::of(day);
        if month < self.first || month >= self.end() {
            return String::new();
        }
        let days = month.since(self.first) * 31 + u32::from(day.day()) - 1;
        percent(share(days, self.number * 31, WHOLE))
    }
}

/// The first month in which something can still be begun.
pub(super) fn first_month(registered: Option<Month>, today: Month) -> Month {
    registered.map_or(today, |registered| registered.max(today))
}

/// A month as a plan has it.
pub(super) fn value(month: Month) -> String {
    month.planned().map(|on| on.to_string()).unwrap_or_default()
}
