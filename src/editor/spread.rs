//! The units of a plan, one after the other, at so many hours a week.

use super::lane::{Lane, plan_for};
use crate::plan::Action;
use crate::qualification::Month;

/// The most hours a week that can be asked for.
pub const MOST_HOURS: u32 = 60;

/// Weeks of a year and months of a year: an hour a week is 52 twelfths of an hour a month.
const WEEKS: u64 = 52;
const MONTHS: u64 = 12;

/// For each unit that is still to be done the months in which it is.
pub(super) struct Spread<'a> {
    start: Month,
    months: Vec<(&'a Lane, Month, Month)>,
}

impl<'a> Spread<'a> {
    /// One after the other from a month on, in their order, each over as few months as keep within these hours. Units
    /// that fit into one month together share it.
    pub(super) fn new(lanes: &'a [Lane], start: Month, hours_a_week: u32) -> Self {
        // In twelfths of an hour.
        let most = (u64::from(hours_a_week) * WEEKS).max(1);
        let (mut month, mut used): (Month, u64) = (start, 0);
        let place = |lane: &'a Lane| {
            let hours = u64::from(lane.hours) * MONTHS;
            if used > 0 && used.saturating_add(hours) > most {
                (month, used) = (month.later(1), 0);
            }
            let number = hours.div_ceil(most).max(1);
            let from = month;
            month = month.later(u32::try_from(number - 1).unwrap_or(u32::MAX));
            // Within one month it stands beside what is there.
            used = if number == 1 { used } else { 0 };
            used = used.saturating_add(hours.div_ceil(number));
            (lane, from, month)
        };
        let to_do = lanes.iter().filter(|lane| !lane.is_achieved);
        let months = to_do.map(place).collect();
        Self { start, months }
    }

    /// The month in which the last of them ends.
    pub(super) fn end(&self) -> Month {
        let ends = self.months.iter().map(|(.., to)| *to);
        ends.max().unwrap_or(self.start)
    }

    /// Plans them so, in one step.
    pub(super) fn action(&self) -> Action {
        let months = self.months.iter();
        Action::All(
            months
                .map(|(lane, from, to)| plan_for(&lane.code, *from, *to))
                .collect(),
        )
    }
}
