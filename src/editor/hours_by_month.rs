//! The hours of each month: each unit's hours are spread evenly over its months.

use super::bar_scale::{WHOLE, percent};
use super::lane::Lane;
use crate::qualification::Month;
use crate::wording::timeline as words;

/// What an hour is divided into, so that it falls evenly to most numbers of months.
const PARTS: u64 = 360_360;

/// The hours of the months that are drawn.
pub(super) struct HoursByMonth {
    first: Month,
    /// In parts of an hour.
    months: Vec<u64>,
}

impl HoursByMonth {
    pub(super) fn new(lanes: &[Lane], first: Month, number: u32) -> Self {
        let mut months = vec![0_u64; usize::try_from(number).unwrap_or_default()];
        for lane in lanes.iter().filter(|lane| !lane.is_achieved) {
            let Some((from, to)) = lane.span else {
                continue;
            };
            let number = u64::from(to.since(from)) + 1;
            let each = u64::from(lane.hours) * PARTS / number;
            let from = usize::try_from(from.since(first)).unwrap_or(usize::MAX);
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            for month in months.iter_mut().skip(from).take(number) {
                *month = month.saturating_add(each);
            }
        }
        Self { first, months }
    }

    fn parts(&self, place: u32) -> u64 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.months.get(place).copied().unwrap_or_default()
    }

    /// The hours of a month, rounded.
    pub(super) fn of(&self, place: u32) -> u32 {
        u32::try_from((self.parts(place) + PARTS / 2) / PARTS).unwrap_or(u32::MAX)
    }

    /// How high they stand beside the most.
    pub(super) fn height(&self, place: u32) -> String {
        let most = self.months.iter().max().copied().unwrap_or_default();
        let height = self.parts(place) * u64::from(WHOLE) / most.max(1);
        percent(u32::try_from(height).unwrap_or(WHOLE))
    }

    /// The month with the most hours, in words.
    pub(super) fn most(&self) -> String {
        let places = 0..u32::try_from(self.months.len()).unwrap_or(u32::MAX);
        let most = places.rev().max_by_key(|place| self.parts(*place));
        let most = most.filter(|place| self.parts(*place) > 0);
        most.map_or_else(String::new, |place| {
            words::most(self.of(place), self.first.later(place))
        })
    }
}
